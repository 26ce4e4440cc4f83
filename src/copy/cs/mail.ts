import type { mail as english } from '../en/mail.ts'
import { plural } from '../plural.ts'
import { alarmMail } from './abuse-mail.ts'

const minutesOf = (count: number) =>
  plural('cs', count, { one: `${count} minutu`, few: `${count} minuty`, other: `${count} minut` })

/** Without its diacritics, as text messages have it: one of them would halve what fits. */
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')

export const mail: typeof english = {
  challenge: {
    subject: ({ code, organisation }) => `${code} je váš kód pro ${organisation}`,
    preview: ({ minutes }) => `Zadejte ho tam, kde jste o něj požádali. Platí ${minutesOf(minutes)}.`,
    heading: {
      registration: 'Váš kód pro nastavení zařízení',
      'sign-in': 'Váš kód pro přihlášení',
    },
    codeIs: ({ code }) => `Váš kód: ${code}`,
    howTo: ({ minutes }) =>
      `Zadejte ho na stránce, na které jste o něj požádali. Platí ${minutesOf(minutes)}, a to jen v tom prohlížeči.`,
    fillIn: 'Vyplnit kód za mě',
    why: ({ organisation }) =>
      `Tuto zprávu dostáváte, protože někdo zadal tuto adresu u organizace ${organisation}. Pokud to není vaše žádost, zprávy si nevšímejte: bez kódu se nic nestane.`,
    keepIt: ({ organisation }) =>
      `Kód si nechte pro sebe. Nikdo z organizace ${organisation} se vás na něj nikdy nezeptá.`,
  },
  alarm: alarmMail,
  theftSignal: {
    subject: 'Váš odkaz pro nastavení zkusil použít někdo jiný',
    preview: 'Pokus byl odmítnut. Zkontrolujte prosím, že zařízení nastavené tímto odkazem je vaše.',
    heading: 'Váš odkaz pro nastavení zkusil použít někdo jiný',
    what: ({ when, device, platform }) =>
      `Vaším odkazem už bylo nastaveno zařízení (${device ? `${device}, ` : ''}${platform}). Dne ${when} zkusilo tentýž odkaz použít jiné zařízení. Bylo odmítnuto a nic nedostalo.`,
    mine: 'Pokud jste odkaz na druhém zařízení zkoušeli vy, je vše v pořádku. Jeden odkaz nastaví jedno zařízení; pro další si vyžádejte nový.',
    notMine:
      'Pokud o druhém zařízení nevíte, nebo zařízení nastavené odkazem není vaše, mohl váš odkaz někdo vidět. Řekněte to ještě dnes helpdesku.',
    again: 'Nastavit další zařízení',
    why: ({ organisation }) =>
      `Tuto zprávu dostáváte, protože u organizace ${organisation} bylo vaším jménem nastaveno zařízení.`,
  },
  provisionCode: {
    subject: ({ device, organisation }) => `Nastavte si zařízení u organizace ${organisation}: ${device}`,
    preview: 'Váš odkaz a PIN, na který se zeptá.',
    heading: ({ device }) => `Nastavte si zařízení: ${device}`,
    what: ({ organisation }) =>
      `Organizace ${organisation} pro vás vytvořila odkaz pro nastavení. Otevřete ho na zařízení, které chcete nastavit.`,
    open: 'Nastavit toto zařízení',
    asks: 'Stránka se zeptá na tento PIN:',
    previewLink: 'Váš odkaz. PIN k němu vám sdělí helpdesk.',
    asksElsewhere:
      'Stránka se zeptá na PIN. Z bezpečnostních důvodů v této zprávě není: helpdesk vám ho sdělí jinou cestou.',
    pinIs: ({ pin }) => `Váš PIN: ${pin}`,
    until: ({ when }) => `Odkaz a PIN platí pro jedno zařízení, do ${when}. Potom si vyžádejte nový.`,
    keepIt: 'Tuto zprávu si nechte pro sebe: kdo má odkaz a PIN, může vaším jménem nastavit zařízení.',
    why: ({ organisation }) =>
      `Tuto zprávu dostáváte na žádost někoho, kdo se v organizaci ${organisation} stará o zařízení.`,
  },
  approved: {
    subject: ({ organisation }) => `Organizace ${organisation} vás schválila`,
    preview: 'Teď si můžete nastavit zařízení.',
    heading: 'Teď si můžete nastavit zařízení',
    what: ({ organisation }) =>
      `Organizace ${organisation} schválila vaši registraci. Otevřete stránku na kterémkoli zařízení, přihlaste se touto adresou a pokračujte tam, kde jste přestali.`,
    open: 'Pokračovat',
    why: ({ organisation }) =>
      `Tuto zprávu dostáváte, protože jste se s touto adresou zaregistrovali u organizace ${organisation}.`,
  },
  managerInvited: {
    manager: {
      subject: ({ organisation }) => `Spravujete zařízení organizace ${organisation}`,
      heading: ({ organisation }) => `Máte roli správce organizace ${organisation}`,
      what: ({ organisation }) =>
        `Jako správce organizace ${organisation} určujete, kdo v ní smí nastavovat zařízení a co tato zařízení dostanou, a pomáháte s tím lidem.`,
    },
    supervisor: {
      subject: ({ organisation }) => `Dohlížíte na službu ${organisation}`,
      heading: ({ organisation }) => `Máte roli hlavního správce služby ${organisation}`,
      what: ({ organisation }) =>
        `Jako hlavní správce služby ${organisation} se staráte o její organizace a o nastavení, které platí pro všechny.`,
    },
    preview: 'Začněte přihlášením touto adresou.',
    how: 'Přihlaste se touto adresou. Pošleme vám kód a poprvé vás požádáme o vytvoření přístupového klíče: je to otisk prstu, obličej nebo PIN vašeho počítače. Od té chvíle se přihlašujete jím.',
    open: 'Přihlásit se',
    why: 'Tuto zprávu dostáváte, protože hlavní správce zadal tuto adresu. Pokud ji nečekáte, zeptejte se ho; bez přihlášení se nic nestane.',
  },
  invitation: {
    preview: 'Váš odkaz, PIN, na který se zeptá, a kód pro fotoaparát.',
    reminderPreview: 'Vaše pozvánka stále platí. Odkaz, PIN a kód najdete níže.',
    open: 'Nastavit toto zařízení',
  },
  renewal: {
    preview: 'Co s ním je a jak se k němu znovu dostanete.',
    states: {
      invited: () => ({
        what: 'S vaší pozvánkou se zatím nenastavilo žádné zařízení.',
        next: 'Otevřete odkaz níže na zařízení, které chcete nastavit.',
      }),
      pending: () => ({
        what: 'Nastavení, které na tomto zařízení začalo, není dokončené.',
        next: 'Mějte ho po ruce a pokračujte odkazem níže.',
      }),
      active: () => ({
        what: 'Pokud víme, je s ním všechno v pořádku.',
        next: 'Kdyby nefungovalo, jak má, vrátíte se k němu odkazem níže.',
      }),
      silent: () => ({
        what: 'Toto zařízení se nám už nějakou dobu neozvalo.',
        next: 'Zapněte ho, připojte k internetu a otevřete jeho aplikaci agenta. Pokud to nepomůže, použijte odkaz níže. Jestli už ho nemáte, řekněte to helpdesku.',
      }),
      permissions: ({ permissions }) => ({
        what: permissions
          ? `Toto zařízení přišlo o oprávnění, která potřebuje: ${permissions}.`
          : 'Toto zařízení přišlo o oprávnění, která potřebuje.',
        next: 'Otevřete jeho aplikaci agenta a znovu je povolte. Pokud to nepomůže, použijte odkaz níže.',
      }),
      ended: () => ({
        what: 'Toto zařízení už není nastavené.',
        next: 'Chcete-li ho nastavit znovu, otevřete na něm odkaz níže.',
      }),
    },
    open: 'Přejít na moje zařízení',
    signIn: 'Přihlásit se',
    signInHow: 'Po přihlášení touto adresou uvidíte svá zařízení a můžete je znovu nastavit.',
    why: ({ organisation, manager }) =>
      `Tuto zprávu jsme poslali na žádost člověka, který se v organizaci ${organisation} stará o zařízení${manager ? ` (${manager})` : ''}. Pokud toto zařízení neznáte, řekněte to helpdesku; bez vás se nic nestane.`,
  },
  access: {
    leads: 'Tlačítko otevře',
    asks: 'Stránka se zeptá na tento PIN:',
    pinIs: ({ pin }) => `Váš PIN: ${pin}`,
    until: ({ when }) => `Odkaz a PIN platí do ${when}.`,
    untilEnded: ({ organisation }) =>
      `Odkaz a PIN platí, dokud organizace ${organisation} pozvánku neukončí.`,
    camera: {
      title: 'Čtete to na jiném zařízení?',
      how: 'Namiřte na tento kód fotoaparát zařízení, které chcete nastavit.',
      alt: ({ page }) => `QR kód vašeho odkazu. Bez obrázků zadejte údaje na ${page}.`,
    },
    typed: {
      title: 'Nemáte fotoaparát a odkaz otevřít nejde?',
      how: 'Otevřete na zařízení tuto stránku a zadejte:',
      page: 'Stránka',
      site: 'Číslo organizace',
      address: 'E-mailová adresa',
      thisAddress: 'adresa, kterou máte v organizaci',
      pin: 'PIN',
    },
    keepIt: 'Tuto zprávu si nechte pro sebe: kdo má odkaz a PIN, může vaším jménem nastavit zařízení.',
    why: ({ organisation, manager }) =>
      `Tuto zprávu dostáváte, protože vás zve ${manager ?? 'někdo, kdo se stará o zařízení'} z organizace ${organisation}. Pokud ji nečekáte, zeptejte se tam, nebo nedělejte nic: bez vás se nic nestane.`,
  },
  words: {
    invitation: {
      subject: 'Nastavte si zařízení u organizace {{organisation}}',
      body: `Dobrý den, {{name}},

organizace {{organisation}} vás zve k nastavení zařízení, se kterými pracujete. Zabere to pár minut: otevřete odkaz na zařízení a udělejte, co stránka říká. Kvůli dalšímu zařízení se vraťte k této zprávě.`,
    },
    reminder: {
      subject: 'Připomínka: nastavte si zařízení u organizace {{organisation}}',
      body: `Dobrý den, {{name}},

vaše pozvánka od organizace {{organisation}} na vás stále čeká. Otevřete odkaz na zařízení, které chcete nastavit; zabere to pár minut. Pokud vám v tom něco brání, rádi pomůžeme.`,
    },
    renewal: {
      subject: '{{organisation}}: {{device}} vyžaduje vaši pozornost',
      body: `Dobrý den, {{name}},

organizace {{organisation}} pro vás má zprávu, jde o {{device}}.`,
    },
  },
  unknown: {
    valid_until: 'odvolání',
    device: ({ platform }) => (platform ? `vaše zařízení (${platform})` : 'vaše zařízení'),
    helpdesk: ({ organisation }) => `helpdesk organizace ${organisation}`,
  },
  sms: {
    invitation: ({ organisation }) => `${organisation}: Nastavte si zarizeni zde:`,
    reminder: ({ organisation }) => `${organisation}: Pripominka, zarizeni jeste neni nastavene:`,
    renewal: ({ organisation, device }) =>
      `${organisation}: Zarizeni potrebuje vasi pozornost (${bare(device)}):`,
    code: ({ organisation }) => `${organisation}: Nastavte si zarizeni zde:`,
    pin: ({ pin }) => `PIN ${pin}`,
    android: ({ page, site }) =>
      `Android nebo bez odkazu: otevrete ${page}, zadejte cislo ${site}, svuj e-mail a PIN.`,
    mail: ({ organisation }) =>
      `${organisation}: Poslali jsme vam e-mail o vasem zarizeni. Prectete si ho prosim.`,
  },
  platforms: {
    ios: 'iPhone nebo iPad',
    android: 'Android',
    macos: 'Mac',
    windows: 'Windows',
    linux: 'Linux',
    chromeos: 'Chromebook',
    agent: 'aplikace agenta',
  },
  help: ({ organisation }) => `Pomoc organizace ${organisation}:`,
  footer: ({ organisation }) => `${organisation} · nastavení zařízení`,
}
