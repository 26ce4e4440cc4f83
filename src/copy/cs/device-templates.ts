import type { deviceTemplates as english } from '../en/device-templates.ts'
import { plural } from '../plural.ts'
import { deviceTemplateFields } from './device-template-fields.ts'
import { deviceTemplateStart } from './device-template-start.ts'

export const deviceTemplates: typeof english = {
  ...deviceTemplateFields,
  start: deviceTemplateStart,
  list: {
    title: 'Šablony zařízení',
    lead: 'Co zařízení dostane a co se dozví jeho uživatel. Která platforma má kterou šablonu, určuje Nastavení zařízení.',
    create: 'Nová šablona',
    caption: 'Šablony zařízení',
    columns: {
      name: 'Název',
      version: 'Verze',
      offered: 'V nabídce',
      devices: 'Zařízení',
      changed: 'Změněna',
    },
    show: 'Zobrazit',
    inUse: 'Používané',
    archived: 'Archivované',
    empty: 'Zatím tu žádná šablona není. Vytvořte jednu pro každou platformu, kterou si lidé smějí nastavit.',
    emptyArchived: 'Nic archivovaného tu není.',
    notOffered: 'nenabízí se',
    has: 'používá se',
    hasNone: 'žádné',
  },
  create: {
    title: 'Nová šablona zařízení',
    lead: 'Začíná tím, co na platformě obvykle funguje. Všechno pak můžete změnit.',
    name: 'Název',
    nameHint: 'Vidí ho správci a na zařízení je to název profilu.',
    platform: 'Platforma',
    submit: 'Vytvořit šablonu',
  },
  copy: {
    title: (name) => `Kopírovat „${name}“`,
    lead: 'Přenese se všechno, i uložená hesla. Kopie se nikomu nenabízí, dokud ji neurčí Nastavení zařízení.',
    platform: 'Pro',
    platformHint: 'Co jiná platforma použít neumí, zůstane uložené a stránka kopie na to upozorní.',
    submit: 'Vytvořit kopii',
    name: (name) => `${name} (kopie)`,
    lost: 'Některé uložené heslo už nelze přečíst. Otevřete šablonu, zadejte ho znovu, uložte a pak kopírujte.',
  },
  archive: {
    title: (name) => `Archivovat „${name}“`,
    consequences: [
      'V Nastavení zařízení už ji nepůjde vybrat.',
      'Zůstane v seznamu archivovaných šablon i s historií. Vrátit ji můžete kdykoli.',
    ],
    devices: (count) =>
      count === 0
        ? 'Žádné zařízení ji nepoužívá.'
        : count >= 1000
          ? 'Používá ji 1\u00a0000 nebo víc zařízení. Zůstává jim a fungují dál.'
          : plural('cs', count, {
              one: 'Používá ji jedno zařízení. Zůstává mu a funguje dál.',
              few: `Používají ji ${count} zařízení. Zůstává jim a fungují dál.`,
              other: `Používá ji ${count} zařízení. Zůstává jim a fungují dál.`,
            }),
    act: 'Archivovat',
    offeredTitle: 'Nabízí se v Nastavení zařízení',
    offered: (platforms) =>
      `Tuto šablonu dostává, kdo nastavuje tyto platformy: ${platforms}. Vyberte tam jinou, nebo žádnou, a pak ji archivujte.`,
    toSetup: 'Otevřít Nastavení zařízení',
  },
  done: {
    created: 'Šablona je vytvořená. Nabízet se bude, jakmile ji uvede Nastavení zařízení.',
    copied: 'Kopie je vytvořená.',
    saved: 'Uloženo. Zařízení to dostanou při příštím ohlášení.',
    unchanged: 'Nic se nezměnilo, takže se nic neuložilo.',
    archived: 'Archivováno.',
    unarchived: 'Znovu se používá a Nastavení zařízení ji může uvést.',
    restored: 'Dřívější verze je teď nejnovější.',
  },
  edit: {
    version: (version) => `Verze ${version}`,
    save: 'Uložit',
    preview: 'Náhled',
    showPreview: 'Náhled, jak to vidí uživatel',
    history: 'Historie',
    copyIt: 'Kopírovat',
    archiveIt: 'Archivovat',
    unarchive: 'Vrátit zpět',
    archivedTitle: 'Archivováno',
    archivedText: 'Zařízením, která ji mají, zůstává. Nastavení zařízení ji nenabízí.',
    leftOutTitle: 'Nastaveno tady, ale na zařízení se to nedostane',
    overview: 'Co je v této šabloně',
    isSet: 'nastaveno',
    isEmpty: 'nenastaveno',
    staleTitle: 'Mezitím uložil někdo jiný',
    stale: (version) =>
      `Teď jde o verzi ${version}. Co jste napsali, tu pořád je. Uložte ještě jednou a nahradí to jeho změny.`,
    staleNothing: 'Co se změnilo, je v historii.',
    remove: 'Odebrat',
    optional: 'nepovinné',
    row: (name, number) => `${name} ${number}`,
    secretStored: 'Je nastavené a nikdy se nezobrazuje. Ponecháte ho, když pole necháte prázdné.',
    secretHeld: 'Co jste zadali, je uchované, ale nezobrazuje se. Ponecháte to, když pole necháte prázdné.',
    secretRemove: 'Odebrat, co je nastavené',
  },
  history: {
    title: 'Historie',
    caption: 'Verze této šablony',
    columns: { version: 'Verze', what: 'Co se změnilo', act: 'Návrat' },
    current: 'současná',
    firstKnown: 'První známá verze',
    nobody: 'neznámo',
    system: 'Latchkey',
    empty: 'Od doby, kdy se verze uchovávají, se nic nezměnilo.',
    more: (count) =>
      plural('cs', count, { one: 'a ještě jedna', few: `a ještě ${count}`, other: `a ještě ${count}` }),
    change: (field, before, after) => `${field}: ${before} → ${after}`,
    nothing: 'prázdné',
    secret: {
      set: (field) => `${field}: nastaveno`,
      changed: (field) => `${field}: změněno`,
      removed: (field) => `${field}: odebráno`,
    },
    restore: (version) => `Vrátit se k verzi ${version}`,
    restoreLead: 'Stane se nejnovější verzí. Nic se neztratí: verze mezi nimi tu zůstanou.',
    restoreChanges: 'Co se tím změní',
    lostTitle: 'Vrátit se nejde',
    lost: 'Některé uložené heslo té verze už nelze přečíst, nebo se něco v ní už nepřijímá. Změňte šablonu místo toho ručně.',
    same: 'Nic: přesně to šablona říká i teď.',
  },
  previewPage: {
    title: 'Náhled',
    lead: 'Co čte uživatel zařízení, na příkladu vymyšleného člověka, přesně jak to teď říká formulář: uložený i neuložený.',
    leadSaved: 'Co čte uživatel zařízení, na příkladu vymyšleného člověka.',
    language: 'Jazyk',
    beside: 'Vedle kódu',
    before: 'Než souhlasí',
    onDevice: 'Na stránce zařízení',
    installed: 'Co se nainstaluje',
    nothing: 'Nic se neinstaluje.',
    noNotes: 'Žádné poznámky nejsou.',
    notDelivered: 'Na toto zařízení se nedoručí',
    items: {
      wifi: (names) => `Wi-Fi: ${names}`,
      certificates: (names) => `Důvěryhodné certifikáty: ${names}`,
      userCertificates: 'Certifikáty, které uživatel nahrál',
      identity: (subject) => `Certifikát pro ${subject}`,
      vpn: (names) => `VPN: ${names}`,
      mail: (names) => `Pošta: ${names}`,
      passcode: (length) =>
        length > 0
          ? plural('cs', length, {
              one: `Kód zařízení aspoň o ${length} znaku`,
              few: `Kód zařízení aspoň o ${length} znacích`,
              other: `Kód zařízení aspoň o ${length} znacích`,
            })
          : 'Pravidla pro kód zařízení',
      webLinks: (names) => `Odkazy: ${names}`,
      agentApp: (name) => `Aplikace: ${name}`,
      policies: (count) =>
        plural('cs', count, {
          one: 'Jedno pravidlo pro aplikaci',
          few: `${count} pravidla pro aplikaci`,
          other: `${count} pravidel pro aplikaci`,
        }),
      extras: 'Další nastavení této platformy',
    },
    sample: { name: 'Ada Lovelace', device: 'Adino zařízení' },
  },
}
