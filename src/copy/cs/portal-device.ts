import type { portalDevice as english } from '../en/portal-device.ts'
import { plural } from '../plural.ts'

export const portalDevice: typeof english = {
  state: 'Jak na tom je',
  facts: 'Co to je',
  setup: 'Jak se nastavilo',
  kind: 'Druh',
  every: (minutes) =>
    plural('cs', minutes, {
      one: 'asi každou minutu',
      few: `asi každé ${minutes} minuty`,
      other: `asi každých ${minutes} minut`,
    }),
  everyHours: (hours) =>
    plural('cs', hours, {
      one: 'asi každou hodinu',
      few: `asi každé ${hours} hodiny`,
      other: `asi každých ${hours} hodin`,
    }),
  checksIn: 'Ohlašuje se',
  registered: 'Nastaveno',
  confirmed: 'Aktivní od',
  delivered: 'Profil stažen',
  ended: 'Skončilo',
  configuration: 'Konfigurace',
  version: (name, version) => `${name}, verze ${version}`,
  newest: 'nejnovější',
  older: (newest) => `existuje novější: verze ${newest}`,
  factsMissing: 'Co je zač, se tu objeví, až se ohlásí.',
  certificates: 'Certifikáty',
  noCertificates: 'Nemá žádný certifikát.',
  certificate: {
    ends: 'končí',
    ended: 'skončil',
    revoked: 'odvolán',
    replaced: 'nahrazen, platí do',
  },
  replaces: 'Nahrazuje jiné zařízení, které skončí, jakmile bude toto aktivní.',
  tookPlace: 'Nahradilo jiné zařízení.',
  replacing: 'Nahrazuje ho jiné zařízení. Toto skončí, jakmile bude to druhé aktivní.',
  showOther: 'Zobrazit to zařízení',
  name: {
    title: 'Název',
    label: 'Jak mu říkáte',
    own: (name) => `Samo si říká „${name}“.`,
    hint: 'S vaším názvem už neplatí, jak si zařízení říká samo. Chcete-li se k tomu vrátit, nechte pole prázdné.',
    save: 'Uložit název',
    saved: 'Uloženo. Teď se jmenuje takto.',
    given: 'Uloženo. Bude zase používat svůj vlastní název, jakmile ho sdělí.',
  },
  owner: {
    title: 'Čí je to zařízení',
    company: (organisation) => `Patří organizaci ${organisation}. Vymazání na něm smaže všechno.`,
    personal: (organisation) => `Je vaše. Vymazání odstraní jen to, co přinesla organizace ${organisation}.`,
    toPersonal: 'Je moje …',
    toCompany: (organisation) => `Patří organizaci ${organisation} …`,
    askPersonal: (device) => `Je „${device}“ vaše vlastní zařízení?`,
    askCompany: (device, organisation) => `Patří „${device}“ organizaci ${organisation}?`,
    becomesPersonal: (organisation) => [
      'Bude vedené jako vaše vlastní zařízení.',
      `Od té chvíle vymazání odstraní jen to, co přinesla organizace ${organisation}: konfiguraci, účty, aplikace a certifikáty. Vaše vlastní data zůstanou.`,
      `Organizace ${organisation} uvidí, že jste to změnili a kdy. Na samotném zařízení se teď nic nezmění.`,
    ],
    becomesCompany: (organisation) => [
      `Bude vedené jako zařízení organizace ${organisation}.`,
      'Od té chvíle na něm vymazání smaže všechno, i vaše vlastní data.',
      `Organizace ${organisation} uvidí, že jste to změnili a kdy. Na samotném zařízení se teď nic nezmění.`,
    ],
    actPersonal: 'Je to moje vlastní zařízení',
    actCompany: (organisation) => `Patří organizaci ${organisation}`,
    done: {
      company: 'Uloženo. Je vedené jako zařízení organizace.',
      personal: 'Uloženo. Je vedené jako vaše vlastní zařízení.',
    },
  },
  trouble: {
    ended: 'Skončilo: už na něm nic změnit nejde.',
    temporarily_unavailable: 'Teď se to nepodařilo. Zkuste to znovu za minutu.',
  },
  over: {
    title: 'Co se stalo',
    retired: 'Bylo vyřazeno: odsud už nic nedostane a co přinesl jeho profil, lze odstranit.',
    wiped: 'Bylo vymazáno. Pokud se najde, lze ho nastavit znovu.',
    replaced: 'Nahradilo ho jiné zařízení.',
    deleted: 'Bylo odebráno z vašich zařízení: odsud už nic nedostane.',
    never_finished: 'Jeho nastavení nebylo včas dokončeno. O nic jste nepřišli: začněte ještě jednou.',
    key_in_use:
      'Klíč, kterým se prokázalo, patří zařízení jiného účtu. Zeptejte se helpdesku, nebo začněte ještě jednou.',
    ask: 'Chcete-li ho znovu používat, požádejte helpdesk o pozvánku.',
  },
  consent: {
    title: 'Co je vidět a co ne',
    canSee: (organisation) => `Organizace ${organisation} vidí`,
    cannotSee: (organisation) => `Organizace ${organisation} tu nevidí`,
    see: {
      agent: [
        'Co je to za zařízení: název, výrobce, model, verze systému, sériové číslo, IMEI, UDID',
        'Jeho telefonní číslo a operátora, pokud je sděluje',
        'Kdy se naposledy ohlásilo, verzi jeho aplikace a o která oprávnění přišla',
        'Jeho certifikáty, čí to je zařízení a co se po něm odsud chtělo',
      ],
      ota: [
        'Co sdělilo jednou, když se nastavovalo: název, model, verze systému, sériové číslo, IMEI, UDID',
        'Jeho certifikáty, čí to je zařízení a kdy se nastavilo',
      ],
      certificate: [
        'Jaký je to druh zařízení a čí je',
        'Kdy se nastavilo, jeho certifikáty a kdy si je stáhlo',
      ],
      none: ['Jaký je to druh zařízení a čí je', 'Kdy se stáhl jeho profil a že je podle vás nainstalovaný'],
    },
    hidden: [
      'Vaše zprávy a hovory',
      'Vaše fotky a soubory',
      'Stránky, které navštěvujete',
      'Které aplikace máte',
    ],
    where: 'Kde je',
    whereAsked: 'Kde je: ptát se na to tady můžete jen vy a jen vy vidíte odpověď',
    wipe: {
      company: 'Když se vymaže, smaže se na něm všechno: je to zařízení organizace.',
      personal: 'Když se vymaže, odstraní se jen to, co přinesla organizace: je to vaše vlastní zařízení.',
      never: 'Odsud ho nejde zamknout, lokalizovat ani vymazat: nic na něm nenaslouchá.',
    },
  },
}
