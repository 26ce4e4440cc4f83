import type { superviseService as english } from '../en/supervise-service.ts'

export const superviseService: typeof english = {
  title: 'Služba',
  lead: 'Co platí pro každou organizaci.',
  empty: 'Zatím není nic nastavené. Projděte tato nastavení, uložte je a zapněte nastavování zařízení.',
  done: {
    saved: 'Uloženo.',
    on: 'Nastavování zařízení je zapnuté.',
    off: 'Nastavování zařízení je vypnuté pro všechny.',
    invited: 'Pozváno. E-mail je na cestě.',
    reminded: 'Pozvánka je znovu na cestě.',
    removed: 'Odebráno. Účet, jeho přístupové klíče a relace skončily.',
  },
  state: {
    title: 'Nastavování zařízení',
    on: 'Nastavování zařízení je zapnuté. Organizace lze vypínat jednotlivě.',
    off: 'Nastavování zařízení je vypnuté pro všechny, ať organizace určují cokoli.',
    switchOn: 'Zapnout',
    switchOff: 'Vypnout',
  },
  confirmOff: {
    title: 'Vypnout nastavování zařízení pro všechny?',
    consequences: [
      'V žádné organizaci se už lidé nezaregistrují ani nenastaví zařízení. Dozvědí se, že je nastavování zařízení vypnuté.',
      'Vydané kódy a odkazy po dobu vypnutí nefungují.',
      'Zařízení, která se ohlásí, se dozvědí, že je nastavování vypnuté. Co dostala, si nechají.',
      'Nic se nesmaže. Opětovné zapnutí všechno obnoví.',
    ],
    act: 'Vypnout pro všechny',
  },
  entry: {
    title: 'Kde lidé začínají',
    organisation: 'Výchozí organizace',
    organisationHint: 'Otevře se na /setup, pro lidi, kteří svou neuvedou.',
    organisationTyped:
      'Její krátký název. Otevře se na /setup, pro lidi, kteří svou neuvedou. Prázdné: žádná.',
    none: 'Žádná: lidé uvedou svou organizaci',
  },
  codes: {
    title: 'Kódy pro nastavení',
    seconds: 'Jak dlouho kód platí, v sekundách',
    secondsHint: (words) => `Od 10 do 1\u00a0000\u00a0000. Nyní: ${words}.`,
    owners: 'Uživatelé si smějí vyžádat kódy sami',
    ownersDetail: 'Jinak je posílají jen správci.',
    facts: 'Zapisovat informace o zařízení do auditu',
    factsDetail: 'Model a verzi zařízení, když se nastavuje.',
  },
  android: {
    title: 'Android',
    sms: 'Posílat instalační kód přes SMS',
    smsDetail: 'Pro zařízení, jejichž uživatelé při nastavování nemohou číst e-mail.',
  },
  messages: {
    title: 'Zprávy',
    daily: 'Zpráv za den',
    dailyHint:
      'Pro všechny organizace dohromady, zvlášť pro e-maily a zvlášť pro SMS. Co je navíc, čeká na další den. Prázdné: 20\u00a0000 e-mailů a 2\u00a0000 SMS.',
  },
  derived: {
    title: 'Odvozené přihlašovací údaje',
    url: 'Adresa externího modulu',
    urlHint: 'Začíná na https://. Uživatelé, kteří ho smějí používat, na něj najdou odkaz.',
  },
  helpdesk: {
    title: 'Helpdesk služby',
    lead: 'Pro správce, a kde organizace není známá. Lidé organizace vidí její vlastní helpdesk.',
    email: 'E-mailová adresa',
    phone: 'Telefonní číslo',
    url: 'Webová stránka',
  },
  supervisors: {
    title: 'Hlavní správci',
    lead: 'Starají se o organizace a o službu jako celek.',
    open: 'Hlavní správci',
    caption: 'Hlavní správci služby',
    you: 'Vy',
    invite: {
      title: 'Pozvat hlavního správce',
      lead: 'Dostane e-mail s odkazem k přihlášení. Hlavní správce tu smí měnit všechno.',
      act: 'Poslat pozvánku',
    },
    problems: {
      taken: 'Tento člověk už hlavním správcem je.',
      not_accepted: 'Tento účet je vypnutý.',
    },
    remove: 'Odebrat hlavního správce',
    removeText: 'Jeho účet skončí. Koho je znovu třeba, ten se znovu pozve.',
    last: 'Toto je jediný hlavní správce, který se může přihlásit, takže ho odebrat nejde. Nejdřív pozvěte dalšího a počkejte, až se přihlásí.',
    recovery:
      'Hlavní správce, který přišel o všechny přístupové klíče, se přihlásí zaváděcím tajemstvím, které může provozovatel služby nastavit znovu.',
    confirmRemove: {
      title: (person) => `Odebrat hlavního správce: ${person}?`,
      consequences: [
        'Účet skončí, i s přístupovými klíči. Všechny jeho relace hned skončí.',
        'Co udělal, zůstává v auditu.',
      ],
      self: 'Jste to vy: hned budete odhlášeni a sami se nevrátíte.',
      act: 'Odebrat hlavního správce',
    },
    back: 'Všichni hlavní správci',
  },
}
