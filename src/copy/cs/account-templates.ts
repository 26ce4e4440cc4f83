import type { accountTemplates as english } from '../en/account-templates.ts'
import { plural } from '../plural.ts'

export const accountTemplates: typeof english = {
  list: {
    title: 'Šablony účtů',
    lead: 'Co si lidé smějí zařídit sami a kolik zařízení mohou mít.',
    create: 'Nová šablona',
    empty:
      'Zatím tu žádná šablona není. Vytvořte ji a vyberte v části Nastavení zařízení: dostanou ji noví lidé.',
    archived: 'Archivované',
    archivedLead: 'Už se nenabízejí. Kdo některou má, tomu zůstává.',
    columns: { name: 'Šablona', devices: 'Zařízení', use: 'Používá se' },
    forNewPeople: 'Dostávají ji noví lidé',
    groups: (names) => `Skupiny: ${names}`,
    used: 'Ano',
    unused: 'Nikdo ji nemá',
  },
  limit: {
    any: 'Libovolný počet',
    one: 'Jedno: nové ho nahradí',
    refuse: (count) =>
      plural('cs', count, { one: 'Jedno, víc ne', few: `Až ${count}, víc ne`, other: `Až ${count}, víc ne` }),
    replace: (count) => `Až ${count}: nové nahradí nejstarší`,
  },
  form: {
    newTitle: 'Nová šablona účtu',
    newLead: 'Co smějí ti, kdo ji dostanou, a s čím začínají.',
    copyOf: (name) => `Kopie šablony ${name}`,
    name: 'Název',
    nameHint: 'Pro správce: „Obchod“, „Dílna“, „Externisté“.',
    devices: {
      title: 'Zařízení',
      legend: 'Kolik zařízení může člověk mít?',
      any: ['Libovolný počet', 'Není žádné omezení.'],
      one: [
        'Vždy jen jedno',
        'Jeden mobilní klient na osobu: když si někdo nastaví nové zařízení, staré skončí.',
      ],
      some: ['Do určitého počtu', 'Určíte kolik, a co se stane s dalším.'],
      count: 'Nejvyšší počet zařízení',
      countHint: '1 až 1000.',
      atLimit: 'Když už jich někdo tolik má a nastavuje další',
      refuse: ['Odmítnout', 'Nejdřív se musí jednoho vzdát, nebo požádat vás.'],
      replace: ['Nahradit nejstarší', 'Zařízení nastavené jako první skončí, jakmile bude nové na místě.'],
      ownership: 'Čí jsou to zařízení?',
      ownershipHint: 'Přednost má šablona zařízení, pokud to sama určuje.',
      inherit: ['Jak určuje organizace', 'Výchozí volba v části Nastavení zařízení.'],
      company: ['Organizace', 'Pokud člověk nesmí určit jinak, nebo to neudělá.'],
      personal: ['Jejich vlastní', 'Pokud člověk nesmí určit jinak, nebo to neudělá.'],
    },
    permissions: {
      title: 'Co lidé smějí',
      lead: 'Správci za ně smějí tohle všechno, ať je tu zapnuto cokoli; jen lokalizace patří výhradně uživatelům.',
      setUp: 'Nastavování',
      lookAfter: 'Péče o zařízení',
      secureApps: 'Zabezpečené aplikace',
      each: {
        register: ['Nastavovat zařízení', 'Sami si vyžádat kódy pro nastavení.'],
        pin: ['Vidět PIN', 'K zadání na zařízení bez fotoaparátu.'],
        qr: ['Vidět QR kód', 'K naskenování telefonem nebo tabletem.'],
        change_ownership: ['Určit, čí je zařízení', 'Pokud to organizace a šablona zařízení dovolí.'],
        lock: [
          'Zamknout a prozvonit',
          'Zamknout zařízení, které někde zůstalo, znovu ho odemknout, nebo ho nechat zvonit.',
        ],
        wipe: ['Vymazat', 'Vymazat všechno na ztraceném zařízení.'],
        locate: ['Lokalizovat', 'Zjistit, kde zařízení je, pokud to prozradí.'],
        retire: ['Vyřadit', 'Vzdát se zařízení: co jste přinesli, se odstraní.'],
        reset_passcode: [
          'Resetovat kód',
          'Získat jednorázový PIN, když zapomenou kód zabezpečených aplikací.',
        ],
        derived_credential: ['Odvozené přihlašovací údaje', 'Získat je pomocí čipové karty.'],
        upload_certificates: ['Nahrávat certifikáty', 'Přidat vlastní pro poštu a podepisování.'],
        security_strings: ['Bezpečnostní řetězce', 'Získat jednorázové řetězce vázané na zařízení.'],
      },
    },
    start: {
      title: 'S čím noví lidé začínají',
      lead: 'Změna se nedotkne těch, kdo už tu jsou.',
      groups: 'Skupiny',
      groupsHint: 'Oddělené čárkami: nejvýše 20, každá do 60 znaků.',
      locale: 'Jazyk',
    },
    optional: 'nepovinné',
    create: 'Vytvořit šablonu',
  },
  page: {
    lead: 'Co uložíte, platí hned pro všechny, kdo ji mají.',
    archivedLead: 'Je archivovaná: už se nenabízí. Co uložíte, platí dál pro ty, kdo ji mají.',
    about: 'O této šabloně',
    people: 'Účty',
    count: (count, more) => (more ? `${count} nebo víc` : count === 0 ? 'Zatím žádné' : String(count)),
    newPeople: 'Noví lidé',
    getIt: 'Dostávají tuto',
    getAnother: 'Dostávají jinou',
    changed: 'Poslední změna',
    version: (version) => `verze ${version}`,
    copy: 'Kopírovat',
    archive: 'Archivovat',
    restore: 'Znovu nabízet',
  },
  done: {
    created: 'Šablona je na světě. Pokud ji mají dostávat noví lidé, vyberte ji v části Nastavení zařízení.',
    saved: 'Uloženo. Platí od této chvíle.',
    archived: 'Archivováno. Nikdo nový ji nedostane; kdo ji má, tomu zůstává.',
    restored: 'Znovu se nabízí.',
  },
  archive: {
    title: (name) => `Archivovat „${name}“?`,
    act: 'Archivovat šablonu',
    consequences: (count, more): string[] => [
      'Už ji nepůjde lidem vybrat.',
      count === 0
        ? 'Nikdo ji nemá.'
        : more
          ? `Těm, kdo ji mají (${count} nebo víc), zůstává se vším, co dovoluje.`
          : plural('cs', count, {
              one: 'Jedinému člověku, který ji má, zůstává se vším, co dovoluje.',
              few: `${count} lidem, kteří ji mají, zůstává se vším, co dovoluje.`,
              other: `${count} lidem, kteří ji mají, zůstává se vším, co dovoluje.`,
            }),
      'Kdykoli ji můžete začít znovu nabízet.',
    ],
    refusedTitle: (name) => `„${name}“ se používá pro nové lidi`,
    refused: 'Tuto šablonu dostávají noví lidé vaší organizace. Nejdřív pro ně vyberte jinou.',
    choose: 'Do Nastavení zařízení',
  },
}
