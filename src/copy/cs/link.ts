import type { link as english } from '../en/link.ts'

export const link: typeof english = {
  title: 'Nastavte toto zařízení',
  lead: (organisation) => `Organizace ${organisation} nabízí, že vám toto zařízení nastaví.`,
  happens: {
    title: 'Co se stane',
    registered: {
      company: (organisation) => `Zařízení se zaregistruje jako majetek organizace ${organisation}.`,
      personal: (organisation) => `Zařízení se zaregistruje u organizace ${organisation} jako vaše vlastní.`,
      open: (organisation) =>
        `Zařízení se zaregistruje u organizace ${organisation} jako vaše, nebo firemní: vyberete níže.`,
    },
    profile: 'Stáhnete profil s konfigurací, například Wi-Fi, a sami ho nainstalujete.',
    app: 'Převezme to aplikace: přinese konfiguraci, například Wi-Fi, poštu a certifikáty.',
    silent: 'Ze zařízení se nic samo neozve: sami potvrdíte, až bude hotovo.',
    settings: 'Dostane svou konfiguraci, například Wi-Fi, poštu a certifikáty.',
    reports: 'Od té chvíle se čas od času ohlásí, že je všechno v pořádku.',
  },
  canSee: {
    title: (organisation) => `Organizace ${organisation} vidí`,
    items: [
      'Co je to za zařízení: název, model, verze systému, sériové číslo',
      'Jeho telefonní číslo a operátora, pokud je hlásí',
      'Kdy se naposledy spojilo a zda je jeho konfigurace na svém místě',
    ],
    silent: ['Jaký je to druh zařízení a čí je', 'Kdy se nastavilo a že je to z vaší strany potvrzené'],
  },
  cannotSee: {
    title: (organisation) => `Organizace ${organisation} díky tomuto nastavení nevidí`,
    items: ['Vaše fotky, soubory a zprávy', 'Vaše hovory a navštívené stránky', 'Kde jste'],
  },
  ends: 'Platnost tohoto odkazu skončí {time}.',
  endsCode: 'Platnost tohoto kódu skončí {time}.',
  pinNeeded: 'Mějte po ruce PIN: zařízení se na něj zeptá.',
  submit: 'Pokračovat',
  asks: 'Než budete pokračovat',
  pin: 'PIN',
  pinHint: '8 číslic ze stránky, na které máte tento odkaz, v části „Jiné způsoby“.',
  errors: {
    wrong_pin: 'To není PIN k tomuto odkazu. Porovnejte ho se stránkou, na které odkaz máte.',
    choose_ownership: 'Chcete-li pokračovat, uveďte, čí je to zařízení.',
  },
  pinClosed: {
    title: 'PIN je teď uzamčený',
    text: 'Několikrát byl zadán chybně. Na stránce, na které máte tento odkaz, stiskněte „Nový PIN“ a pokračujte tady s novým.',
    again: 'Mám nový PIN',
    page: 'Otevřít stránku s nastavením',
  },
  notExpected: 'Nečekali jste to? Zavřete stránku: nic se nezměnilo.',
  wrongPlatform: {
    title: (forOne) => `Tento kód je ${forOne}`,
    lead: (one) => `Vypadá to, že tohle je ${one}. Nic se nespotřebovalo.`,
    there: 'Naskenujte kód fotoaparátem na správném zařízení, nebo tam otevřete odkaz.',
    here: { title: 'Chcete místo toho nastavit toto zařízení?', text: 'Potřebuje vlastní kód.' },
    get: 'Získat kód pro toto zařízení',
    wrong: { title: 'Spletli jsme se?', text: 'Prohlížeče vždycky neprozradí, na čem běží.' },
    overrule: (one) => `Tohle je ${one}`,
  },
  opened: {
    title: 'Pokračujte se zařízením',
    lead: 'Postupujte podle těchto kroků. Jak jste daleko, ukazuje stránka, na které jste o kód požádali.',
    unused: 'Otevřením této stránky se nic nespotřebovalo. Kód se použije, až se připojí samotné zařízení.',
    instructions: 'Další kroky',
    copy: 'Odkaz pro aplikaci nebo příkazový řádek',
  },
}
