import type { claim as english } from '../en/claim.ts'
import { plural } from '../plural.ts'

export const claim: typeof english = {
  lead: {
    download: (organisation) =>
      `Konfigurace organizace ${organisation} přichází jako profil: tady ho stáhněte a pak ho nainstalujte v Nastavení.`,
    safari:
      'Tento prohlížeč konfiguraci nainstalovat neumí: na iPhonu a iPadu to dokáže jen Safari. Pokračujte tam.',
    install: 'Profil je na zařízení. Nainstalujte ho v Nastavení, pak se vraťte a potvrďte to tady.',
    handOver: (app) => `Odsud pokračuje aplikace ${app ?? 'agenta'}.`,
    handOverToCommand: 'Odsud pokračuje skript, nebo agent, který umí naše rozhraní.',
    active: 'Všechno je na svém místě. Tuto stránku můžete zavřít.',
  },
  steps: {
    ios: {
      settings: 'Nastavení\u00a0› Profil stažen\u00a0› Instalovat',
      download: [
        'Zařízení se zeptá, zda stažení povolit: klepněte na **Povolit**.',
        'Ohlásí **Profil stažen**: klepněte na **Zavřít**. Tato stránka pak ukáže, jak dál.',
      ],
      install: [
        'Otevřete **Nastavení** a nahoře klepněte na **Profil stažen**. Není tam? Podívejte se do **Obecné\u00a0› VPN a správa zařízení**.',
        'Klepněte na **Instalovat**, zadejte kód zařízení a pokračujte, dokud neohlásí **Profil nainstalován**.',
        'Vraťte se na tuto stránku a klepněte na tlačítko.',
      ],
    },
    macos: {
      settings: 'Nastavení systému\u00a0› Obecné\u00a0› Správa zařízení',
      download: [
        'Prohlížeč se možná zeptá, zda stažení povolit: zvolte **Povolit**.',
        'Otevřete soubor, pokud to neudělá prohlížeč sám. Mac oznámí, že je profil stažený.',
      ],
      install: [
        'Otevřete **Nastavení systému\u00a0› Obecné\u00a0› Správa zařízení**. Před macOS 15 je to **Soukromí a zabezpečení\u00a0› Profily**.',
        'Poklepejte na profil, zvolte **Instalovat** a zadejte své heslo.',
        'Vraťte se na tuto stránku a stiskněte tlačítko.',
      ],
    },
  },
  afterDownload: 'Co bude potom',
  howToInstall: 'Jak ho nainstalovat',
  unverified:
    'Zařízení může profil označit jako neověřený: zatím nezná toho, kdo ho podepsal. To je v pořádku.',
  download: 'Stáhnout profil',
  again: (left) =>
    `Stáhnout znovu (${plural('cs', left, { one: `zbývá ${left}`, few: `zbývají ${left}`, other: `zbývá ${left}` })})`,
  gone: 'Profil už na zařízení není?',
  installed: 'Je nainstalovaný',
  webClip: (label) => `Profil také přidá na plochu ikonu „${label}“. Znamená totéž co tlačítko.`,
  safari: {
    copy: 'Kopírovat odkaz pro Safari',
    label: 'Odkaz pro Safari',
    steps: [
      'Zkopírujte odkaz tlačítkem.',
      'Otevřete **Safari**, klepněte na řádek s adresou, vložte odkaz a otevřete ho.',
      'V Safari klepněte na **Pokračovat tady**. Tato stránka pak práci předá.',
    ],
    once: 'Odkaz platí jednou a jen pro toto zařízení. Nikomu ho nepředávejte.',
  },
  handOver: {
    get: (app) => `Získat aplikaci${app ? ` ${app}` : ''}`,
    afterGet: (app) =>
      `Nainstalujte aplikaci${app ? ` ${app}` : ''} a otevřete ji: zbytek už zná. Tato stránka ukáže, až práci převezme.`,
    notThere: (app) =>
      `Aplikace${app ? ` ${app}` : ''} na tomto zařízení ještě není? Nejdřív ji nainstalujte, pak se vraťte a zkopírujte odkaz.`,
    inAppStore: (app) => `Získat aplikaci${app ? ` ${app}` : ''} v App Storu`,
    inMicrosoftStore: (app) => `Získat aplikaci${app ? ` ${app}` : ''} v Microsoft Storu`,
    orCopy: 'Aplikace už tu je? Zkopírujte do ní tento odkaz',
    copy: 'Kopírovat odkaz pro aplikaci',
    label: 'Odkaz pro aplikaci',
    paste: (app) => `Na tomto zařízení otevřete aplikaci ${app ?? 'agenta'} a vložte do ní odkaz.`,
    once: 'Platí jednou a jen pro toto zařízení. Nikomu ho nepředávejte.',
  },
  notes: (organisation) => `Organizace ${organisation} dodává`,
  ends: 'Není třeba spěchat: tato stránka skončí {time}.',
  status: {
    connected: 'Připojeno',
    download: {
      title: 'Stáhněte profil',
      detail: 'Tlačítkem nahoře.',
      inSafari: 'V Safari, odkazem nahoře.',
      done: 'Profil stažen',
    },
    install: { title: 'Nainstalujte ho v Nastavení', done: 'Profil nainstalován' },
    handOver: {
      title: 'Předejte to aplikaci',
      titleCommand: 'Spusťte skript',
      detail: 'Odkazem nahoře.',
      detailStore: 'Tlačítkem nahoře.',
      detailCommand: 'Tlačítkem nahoře.',
      done: 'Předáno',
    },
    elsewhere: 'Pokračuje se jinde',
    active: {
      title: 'Aktivní',
      said: 'Potvrdíte, že je nainstalovaný.',
      reported: 'Zařízení hlásí, že je všechno na svém místě.',
      now: 'Čeká se na první ohlášení',
      nowThere: 'Čeká se, až to dokončíte tam',
      saidThere: 'Potvrdíte tam, že je nainstalovaný.',
      saidBy: 'Potvrzeno vámi, {time}',
      doneBefore: 'Hotovo',
    },
    ended: {
      abandoned: 'Nastavení nebylo dokončeno',
      removed: 'Zařízení bylo odebráno',
      over: 'Čas na pokračování vypršel',
      detail: 'Chcete-li pokračovat, získejte nový kód.',
    },
  },
  moved: {
    title: 'Pokračuje se jinde',
    lead: 'Převzal to jiný prohlížeč nebo aplikace. Pokračujte tam: tato stránka už jen přihlíží.',
    done: 'Tam je hotovo. Tuto stránku můžete zavřít.',
    notYou: 'Nebyli jste to vy?',
    notYouText: 'Pak má odkaz někdo jiný. Hned to nahlaste.',
  },
  ended: {
    title: 'Toto nastavení skončilo',
    abandoned:
      'Zařízení se připojilo, ale nastavení nebylo dokončeno. Získejte nový kód a zkuste to ještě jednou.',
    removed: 'Zařízení bylo odebráno. Chcete-li ho nastavit znovu, získejte nový kód.',
    over: 'Dokončit nastavení tady jde do jednoho dne a ten už uplynul. Nic se nepokazilo: získejte nový kód a začněte znovu.',
    renew: 'Získat nový kód',
  },
  ticket: {
    title: 'Pokračujte tady',
    lead: {
      ios: 'Nastavení vašeho iPhonu nebo iPadu začalo v jiném prohlížeči.',
      other: 'Nastavení vašeho zařízení začalo v jiném prohlížeči.',
    },
    happens: 'Když budete pokračovat',
    items: (organisation) => [
      `Nastavení u organizace ${organisation} bude pokračovat v tomto prohlížeči, se stejným zařízením.`,
      'Předchozí prohlížeč práci předá: pak už může jen přihlížet.',
      'Tento odkaz se spotřebuje.',
    ],
    submit: 'Pokračovat tady',
    forApp: 'Je odkaz určený pro aplikaci? Pak tady nepokračujte: zkopírujte ho do aplikace.',
  },
  confirm: {
    title: 'Je profil nainstalovaný?',
    lead: (organisation) =>
      `Tuto stránku otevřela ikona, kterou přinesl profil organizace ${organisation}. Potvrďte, že je nainstalovaný, a nastavení je hotové.`,
    submit: 'Je nainstalovaný',
    done: 'Potvrzeno vámi {time}. Tuto stránku můžete zavřít.',
    doneReported: 'Všechno je na svém místě. Tuto stránku můžete zavřít.',
  },
}
