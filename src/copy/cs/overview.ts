import type { overview as english } from '../en/overview.ts'
import { plural } from '../plural.ts'

const many = (count: number) => (count >= 100 ? 'Víc než 99' : String(count))
const devices = (count: number) =>
  plural('cs', count, { one: `${count} zařízení`, few: `${count} zařízení`, other: `${count} zařízení` })
const inDays = (days: number) =>
  plural('cs', days, { one: `za ${days} den`, few: `za ${days} dny`, other: `za ${days} dní` })

const ending = (days: number) => {
  if (days < 0) return 'skončila'
  if (days === 0) return 'skončí do jednoho dne'
  return `skončí ${inDays(days)}`
}

export const overview: typeof english = {
  title: 'Přehled',
  look: 'Podívat se',
  attention: {
    title: 'Žádá si vaši pozornost',
    none: 'Nic si nežádá vaši pozornost.',
    serviceOff: {
      title: 'Nastavování zařízení je vypnuté pro celou službu',
      detail: 'Nikdo nemůže nastavit zařízení, dokud to hlavní správce znovu nezapne.',
    },
    setupOff: {
      title: 'Nastavování zařízení je vypnuté',
      detail: 'Nikdo se nemůže zaregistrovat ani nastavit zařízení, dokud to správce znovu nezapne.',
      act: 'Zobrazit stav',
    },
    unfinished: {
      title: 'Zatím se nemůže nikdo zaregistrovat',
      detail: 'Nastavení zařízení potřebuje šablonu účtu a aspoň jednu platformu se šablonou zařízení.',
      act: 'Dokončit nastavení zařízení',
    },
    anybody: {
      title: 'Zaregistrovat se může kdokoli s e-mailovou adresou',
      detail: 'Chybí e-mailové pravidlo. Určete, které adresy patří k vaší organizaci.',
      act: 'Nastavit pravidlo',
    },
    authorityEnds: (days) => ({
      title: `Platnost vaší certifikační autority ${ending(days)}`,
      detail: 'Zařízení pak od ní nemají platný certifikát. Vyměňte ji a novou předejte svým službám.',
      act: 'Vyměnit autoritu',
    }),
    signerEnds: (days) => ({
      title: `Platnost certifikátu, který podepisuje vaše profily, ${ending(days)}`,
      detail: 'Zařízení Apple pak ukazují u nových profilů „Neověřeno“.',
      act: 'Nahrát jeho nástupce',
    }),
    unapproved: (count) => ({
      title: plural('cs', count, {
        one: 'Na vaše schválení čeká jeden člověk',
        few: `Na vaše schválení čekají ${count} lidé`,
        other: `Na vaše schválení čeká ${many(count).toLowerCase()} lidí`,
      }),
      detail: 'Adresu mají ověřenou; kód dostanou až po schválení.',
      act: 'Schválit, nebo odmítnout',
    }),
    unresponsive: (count) => ({
      title: plural('cs', count, {
        one: 'Jedno zařízení neodpovídá',
        few: `${count} zařízení neodpovídají`,
        other: `${many(count)} zařízení neodpovídá`,
      }),
      detail: 'Zmeškala ohlášení, nebo přišla o oprávnění, které potřebují.',
      act: 'Zobrazit která',
    }),
    thefts: (count) => ({
      title: plural('cs', count, {
        one: 'Použitý kód nebo přihlašovací údaje zařízení zkusil někdo jiný',
        few: `Použité kódy nebo přihlašovací údaje zkusil někdo jiný (${count}×)`,
        other: `Použité kódy nebo přihlašovací údaje zkusil někdo jiný (${count >= 100 ? 'víc než 99×' : `${count}×`})`,
      }),
      detail: 'Za posledních sedm dní. Zeptejte se uživatelů, zda o druhém zařízení vědí.',
    }),
    pins: (count) => ({
      title: plural('cs', count, {
        one: 'Jeden PIN se po chybných pokusech uzamkl',
        few: `PINy se po chybných pokusech uzamkly (${count}×)`,
        other: `PINy se po chybných pokusech uzamkly (${count >= 100 ? 'víc než 99×' : `${count}×`})`,
      }),
      detail: 'Za poslední den. Odkaz funguje dál; uživatel si může vyžádat nový PIN.',
    }),
    undelivered: (count) => ({
      title: plural('cs', count, {
        one: 'Jednu zprávu se nepodařilo doručit',
        few: `${count} zprávy se nepodařilo doručit`,
        other: `${count} zpráv se nepodařilo doručit`,
      }),
      detail: (addresses) => `Za posledních sedm dní, na ${addresses}. Jsou tyto adresy správné?`,
      more: (count) =>
        plural('cs', count, { one: `${count} další`, few: `${count} další`, other: `${count} dalších` }),
    }),
  },
  counts: {
    active: 'Aktivní zařízení',
    pending: 'Nastavená, ještě neaktivní',
    invited: 'Pozvaní bez zařízení',
    people: (days) => `Zaregistrováno ${inDays(days)}`,
    provisioned: (days) => `Nastaveno ${inDays(days)}`,
  },
  period: {
    label: 'Období',
    days: (days) => plural('cs', days, { one: `${days} den`, few: `${days} dny`, other: `${days} dní` }),
  },
  table: 'Zobrazit jako tabulku',
  funnel: {
    title: (days) => `Od adresy k zařízení, ${inDays(days)}`,
    lead: 'Každý krok počítá, kolikrát v těchto dnech nastal, takže člověk se dvěma zařízeními se od kódů dál počítá dvakrát. „Ověřené adresy“ patří lidem, kteří přišli poprvé.',
    describe: (steps) => `Pruhy pod sebou: ${steps}.`,
    caption: 'Od adresy k zařízení',
    columns: ['Krok', 'Počet', 'Z předchozího kroku'],
    steps: {
      'account.registered': 'Ověřené adresy',
      'account.completed': 'Dokončené účty',
      'provision_code.created': 'Vydané kódy',
      'device.provisioned': 'Uplatněné',
      'device.confirmed': 'Aktivní',
    },
    empty: 'V těchto dnech se nikdo nezaregistroval. Pošlete lidi na svou stránku s nastavením:',
  },
  byPlatform: {
    title: 'Zařízení podle platformy',
    lead: 'Vše, co je teď nastavené, bez ohledu na to, kdy se to stalo.',
    describe: (platforms) => `Pruhy pod sebou: ${platforms}.`,
    caption: 'Zařízení podle platformy a stavu',
    columns: ['Platforma', 'Aktivní', 'Zatím neaktivní', 'Skončila'],
    bar: (active, pending) =>
      `${plural('cs', active, { one: `${active} aktivní`, few: `${active} aktivní`, other: `${active} aktivních` })}${
        pending === 0
          ? ''
          : `, ${plural('cs', pending, { one: `${pending} ještě ne`, few: `${pending} ještě ne`, other: `${pending} ještě ne` })}`
      }`,
    empty: 'Zatím nebylo nastaveno žádné zařízení.',
  },
  byDay: {
    title: (days) => `Zařízení nastavená po dnech, ${inDays(days)}`,
    lead: 'Dny začínají o půlnoci UTC; dnešek ještě neskončil.',
    noun: devices,
    describe: (total, most, day) =>
      `Sloupec pro každý den. Celkem ${total}; nejvíc za jeden den: ${most} (${day}).`,
    caption: 'Zařízení nastavená po dnech',
    columns: ['Den', 'Zařízení'],
    empty: 'V těchto dnech nebylo nastaveno žádné zařízení.',
  },
  start: {
    title: 'První kroky',
    lead: 'V tomto pořadí si vaši lidé budou moci za pár minut nastavit zařízení.',
    done: 'hotovo',
    open: 'čeká',
    rule: {
      label: 'Určete, kdo se smí zaregistrovat',
      detail: 'E-mailové pravidlo: které adresy patří k vaší organizaci.',
    },
    accountTemplate: {
      label: 'Zvolte, s čím nové účty začínají',
      detail: 'Šablona účtu: oprávnění, limit zařízení, skupiny.',
    },
    deviceTemplate: {
      label: 'Napište šablonu zařízení',
      detail: 'Co zařízení dostane: Wi-Fi, pošta, pravidla pro kód zařízení, aplikace.',
    },
    platforms: {
      label: 'Nabídněte platformy',
      detail: 'Šablona zařízení pro každou platformu, kterou nabízíte.',
    },
    terms: {
      label: 'Sepište, s čím lidé souhlasí',
      detail: 'Podmínky jsou nepovinné. Lidé je přijímají, než dostanou kód.',
    },
    attempt: { label: 'Vyzkoušejte si to', detail: 'Zaregistrujte se vlastní adresou a nastavte zařízení.' },
  },
}
