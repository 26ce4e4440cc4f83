import type { setup as english } from '../en/setup.ts'
import { plural } from '../plural.ts'

export const setup: typeof english = {
  start: {
    title: 'Váš pracovní e-mail',
    lead: 'Pošleme na něj kód, abychom ověřili, že je váš.',
    email: 'E-mailová adresa',
    submit: 'Poslat kód',
    again: 'Už jste tu zařízení nastavovali? Použijte stejnou adresu a pokračujte odtud.',
    errors: {
      not_an_address: 'Zadejte celou e-mailovou adresu, například jmeno@firma.example.',
      not_accepted: (organisation, hint) =>
        hint
          ? `Organizace ${organisation} přijímá: ${hint}.`
          : `Organizace ${organisation} tuto adresu nepřijímá.`,
      useAnother: 'Použijte některou z nich.',
      useWork: 'Použijte svou pracovní adresu.',
      added: 'Už tam pro vás někdo založil účet? {signIn}.',
      signIn: 'Přihlaste se',
      too_many_sends: 'Na tuto adresu už odešlo několik kódů. O další lze požádat {when}.',
    },
  },
  code: {
    title: 'Zadejte kód',
    lead: (letters): string =>
      letters
        ? 'Na adresu {address} jsme poslali kód z 8 písmen.'
        : 'Na adresu {address} jsme poslali kód z 6 číslic.',
    code: 'Kód',
    submit: 'Pokračovat',
    delivery: {
      queued: 'Měl by dorazit do minuty.',
      sent: 'Pokud ho nevidíte, podívejte se do složky s nevyžádanou poštou.',
      failed:
        'E-mail se nepodařilo doručit. Zkontrolujte adresu; pokud je správná, pošlete nový kód nebo se obraťte na helpdesk.',
    },
    resent: 'Nový kód je na cestě. Platí jen ten nejnovější.',
    again: 'Poslat nový kód',
    change: 'Použít jinou adresu',
    errors: {
      wrong_code: (triesLeft) =>
        `To není kód z našeho nejnovějšího e-mailu. ${plural('cs', triesLeft, {
          one: `Zbývá ${triesLeft} pokus`,
          few: `Zbývají ${triesLeft} pokusy`,
          other: `Zbývá ${triesLeft} pokusů`,
        })}.`,
      expired: 'Platnost tohoto kódu vypršela. Pošlete si nový: přijde na stejnou adresu.',
      too_many_tries: 'Pro bezpečí vaší adresy už tento kód neplatí. Pošlete si nový.',
      no_challenge: 'V tomto prohlížeči už žádný kód nečeká. Pošlete si nový.',
      too_many_sends:
        'Na tuto adresu už odešlo několik kódů. Další lze poslat {when}. Nejnovější kód platí, dokud nevyprší.',
    },
  },
  elsewhere: {
    title: 'Váš kód',
    lead: 'Žádost o něj přišla z jiného prohlížeče nebo zařízení. Zadejte ho tam:',
    code: 'Kód',
    safe: 'Platí jen tam, odkud žádost přišla. Otevřením této stránky se nic nespotřebovalo.',
    orHere: 'Okno s žádostí už nemáte?',
    begin: 'Začněte místo toho tady',
  },
  about: {
    title: 'O vás',
    lead: (organisation) => `Aby organizace ${organisation} věděla, čí zařízení to je.`,
    name: 'Vaše jméno',
    phone: 'Mobilní číslo',
    phoneHint: 'S předvolbou země, například +420\u00a0601\u00a0123\u00a0456.',
    terms: 'Podmínky používání',
    accept: 'Souhlasím s těmito podmínkami',
    submit: 'Pokračovat',
    errors: {
      name: {
        missing: 'Zadejte své jméno tak, jak vás znají kolegové.',
        too_long: 'Zadejte kratší jméno: nejvýše 120 znaků.',
        not_text: 'Napište jméno písmeny: některé z těchto znaků nelze zobrazit.',
      },
      phone: {
        missing: 'Zadejte své mobilní číslo: chodí na něj zprávy o vašem zařízení.',
        not_a_number: 'Zadejte celé číslo s předvolbou země, například +420\u00a0601\u00a0123\u00a0456.',
      },
      terms: {
        not_accepted:
          'Chcete-li podmínky přijmout, zaškrtněte políčko. Máte k nim otázky? Zeptejte se helpdesku.',
      },
    },
  },
  waiting: {
    title: 'Čeká se na schválení',
    lead: (organisation) =>
      `Organizace ${organisation} schvaluje nové lidi ručně. Z vaší strany je prozatím vše hotovo.`,
    steps: [
      'Schválí vás někdo, kdo se stará o zařízení.',
      'Dostanete e-mail a tato stránka bude sama pokračovat.',
      'Vyberete si zařízení a dostanete pro něj kód.',
    ],
    urgent: 'Spěchá to?',
    again: 'Načíst znovu',
  },
  device: {
    closed: {
      title: 'Kódy dostanete od helpdesku',
      text: 'S tímto účtem si kódy pro nastavení nelze vyžádat přímo. Účet je jinak v pořádku.',
      next: 'Požádejte o kód a řekněte, které zařízení chcete nastavit.',
    },
    title: 'Které zařízení?',
    lead: 'Vyberte to, které chcete nastavit teď.',
    open: 'Pokračujte tam, kde jste přestali',
    openPending: 'Připojeno, čeká se na první ohlášení',
    openToDownload: 'Připojeno, profil ještě není stažený',
    openDelivered: 'Profil je stažený, čeká na instalaci',
    openUntil: 'Kód skončí {time}',
    replaces: {
      title: 'Nové zařízení nahradí staré',
      text: (devices, count) =>
        count === 1
          ? `Máte tolik zařízení, kolik váš účet dovoluje. Jakmile bude nové nastavené, přestane se spravovat toto: ${devices}.`
          : `Máte víc zařízení, než váš účet dovoluje. Jakmile bude nové nastavené, přestanou se spravovat tato: ${devices}.`,
      since: (name, when) => `${name} (nastaveno ${when})`,
    },
    platform: 'Zařízení',
    thisDevice: 'Toto zařízení',
    ownership: 'Čí je to zařízení?',
    appliesTo: (platforms) => `Platí pro: ${platforms}.`,
    company: 'Firemní',
    companyDetail: (organisation) => `Svěřila vám ho organizace ${organisation}`,
    personal: 'Moje vlastní',
    personalDetail: 'Pořízené za vlastní peníze',
    submit: 'Získat kód pro nastavení',
    errors: {
      choose_platform: 'Chcete-li pokračovat, vyberte jedno z těchto zařízení.',
      choose_ownership: 'Chcete-li pokračovat, uveďte, čí je to zařízení.',
      device_limit_reached: (limit) =>
        `Máte ${plural('cs', limit, {
          one: `nastavené ${limit} zařízení`,
          few: `nastavená ${limit} zařízení`,
          other: `nastavených ${limit} zařízení`,
        })}, tedy tolik, kolik váš účet dovoluje. Helpdesk může odebrat některé, které už nepoužíváte.`,
    },
  },
}
