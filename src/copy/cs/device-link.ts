import type { deviceLink as english } from '../en/device-link.ts'
import { plural } from '../plural.ts'

export const deviceLink: typeof english = {
  enter: {
    title: 'Připojte zařízení, které ukazuje kód',
    lead: 'Některá zařízení nemají prohlížeč ani fotoaparát. Ukážou kód z osmi písmen, který zadáte tady.',
    compare: 'Tento kód přišel s odkazem. Pokračujte, jen pokud vaše zařízení ukazuje přesně tentýž.',
    code: 'Kód na zařízení',
    codeHint: '8 písmen, například BCDF-GHJK. Malá písmena stačí a pomlčku lze vynechat.',
    submit: 'Pokračovat',
    over: {
      title: 'Tato žádost už skončila',
      text: 'Zařízení čeká na odpověď deset minut. Začněte na zařízení znovu a pak tady zadejte nový kód.',
    },
    errors: {
      not_a_code: 'Kód má 8 písmen bez samohlásek, například BCDF-GHJK. Zadejte ho, jak ho zařízení ukazuje.',
      unknown:
        'S tímto kódem žádné zařízení nečeká. Porovnejte každé písmeno; po deseti minutách potřebuje zařízení nový kód.',
      other_organisation: (organisation) =>
        `Toto zařízení žádá o jinou organizaci než ${organisation}. Přihlaste se adresou, kterou máte tam, a zadejte kód znovu.`,
      too_many_codes: (when) =>
        `Několik kódů nesouhlasilo, takže zadávání je pro váš účet pozastavené. Znovu to můžete zkusit ${when}. Mezitím můžete na zařízení začít znovu a získat nový kód.`,
    },
  },
  asking: {
    title: 'Je to vaše zařízení?',
    lead: 'Zařízení žádá o připojení k vašemu účtu.',
    warning: {
      title: 'Povolte to, jen pokud jste s tím začali vy',
      text: 'Zařízení by mělo být před vámi a ukazovat přesně tento kód. Pokud vám kód nebo odkaz někdo poslal, zvolte Odmítnout: zařízení by patřilo jemu a neslo by vaše jméno.',
    },
    says: 'Co o sobě zařízení říká',
    unchecked: 'Nikdo to neověřil. Porovnejte to se zařízením před sebou.',
    program: 'Program',
    name: 'Název',
    model: 'Model',
    kind: 'Druh',
    system: 'Verze systému',
    known: 'Co víme',
    code: 'Kód',
    asked: 'Žádost',
    account: 'Váš účet',
    ownership: 'Čí je to zařízení?',
    chooseOwnership: 'Chcete-li ho povolit, uveďte, čí je to zařízení.',
    replaces: {
      title: 'Nové zařízení nahradí staré',
      text: (devices, count) =>
        count === 1
          ? `Máte tolik zařízení, kolik váš účet dovoluje. Pokud toto povolíte, přestane se spravovat: ${devices}.`
          : `Máte víc zařízení, než váš účet dovoluje. Pokud toto povolíte, přestanou se spravovat tato: ${devices}.`,
      since: (name, when) => `${name} (nastaveno ${when})`,
    },
    allow: 'Povolit',
    deny: 'Odmítnout',
    refusals: {
      not_offered: (organisation) =>
        `Organizace ${organisation} pro tento druh zařízení nic nenabízí, takže ho povolit nejde.`,
      device_limit_reached: (limit) =>
        `Máte ${plural('cs', limit, {
          one: `${limit} zařízení`,
          few: `${limit} zařízení`,
          other: `${limit} zařízení`,
        })}, tedy tolik, kolik váš účet dovoluje. Vyřaďte některé, které už nepoužíváte, a pak povolte toto.`,
    },
  },
  allowed: {
    title: 'Vaše zařízení pokračuje samo',
    text: 'Povoleno. Zařízení to během několika sekund zjistí a stáhne si konfiguraci; nechte ho zapnuté.',
    devices: 'Najít ho v mých zařízeních',
    another: 'Připojit další zařízení',
  },
  denied: {
    title: 'Zařízení bylo odmítnuto',
    text: 'Nic nedostalo a neví, kdo jste.',
    unexpected: 'Pokud jste s tím nezačali vy, řekněte helpdesku, že vám někdo poslal kód.',
    devices: 'Moje zařízení',
    another: 'Zadat jiný kód',
  },
}
