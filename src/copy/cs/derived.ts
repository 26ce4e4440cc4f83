import type { derived as english } from '../en/derived.ts'

export const derived: typeof english = {
  title: 'Odvozené přihlašovací údaje',
  back: 'Zpět na zařízení',
  devices: 'Moje zařízení',
  panel: {
    external:
      'Toto zařízení jimi prokáže, kdo jste. Stránka, která je vystavuje, se zeptá na to, co už máte, například na čipovou kartu.',
    builtIn: (organisation) =>
      `Toto zařízení jimi prokáže, kdo jste: je to certifikát organizace ${organisation} v souboru, který otevře jen heslo.`,
    get: 'Získat odvozené přihlašovací údaje',
    again: 'Začít znovu',
    another: 'Získat nové …',
    state: 'Stav',
    states: { started: 'Nedokončeno', issued: 'Vystaveno', failed: 'Nevystaveno', ended: 'Skončilo' },
    startedExternal: 'Začalo to {time}. Stránka, která je vystavuje, ještě neodpověděla.',
    startedFile: 'Začalo to {time} a soubor zatím není stažený.',
    failed:
      'Stránka, která je vystavuje, oznámila {time}, že se to nepodařilo. Připravte si čipovou kartu a začněte znovu. Pokud to nepomůže, zeptejte se helpdesku.',
    ended: 'Platnost těch, které jste pro toto zařízení měli, skončila.',
    since: 'Od',
    ends: 'Platí do',
    serial: 'Sériové číslo',
  },
  confirm: {
    title: 'Získat nové odvozené přihlašovací údaje?',
    external: [
      'Stránka, která je vystavuje, vytvoří pro toto zařízení nové a znovu se zeptá na čipovou kartu nebo něco podobného.',
      'Ty, které pro něj máte teď, platí, dokud nebudou nové na místě, a déle ne.',
    ],
    builtIn: [
      'Dostanete nový soubor a nové heslo.',
      'Jakmile ho stáhnete, údaje, které pro toto zařízení máte teď, se odvolají: co je používá, přestane fungovat, dokud se nové nenainstalují.',
    ],
    act: 'Získat nové',
  },
  onward: {
    title: (host) => `Pokračovat na ${host}`,
    lead: 'Odvozené přihlašovací údaje pro toto zařízení se vystavují tam. Pak se sami vrátíte sem.',
    ready: 'Připravte si, čím prokážete, kdo jste, například čipovou kartu.',
    told: 'Dozví se vaše jméno a e-mailovou adresu, vaši organizaci a pro které zařízení údaje jsou.',
    ends: 'Dokončete to tam do {time}, v tomto prohlížeči. Potom začněte znovu.',
    act: (host) => `Pokračovat na ${host}`,
  },
  password: {
    title: 'Vaše aktivační heslo',
    shown: 'Heslo se zobrazí jen teď. Než tuto stránku opustíte, poznamenejte si ho, nebo ho zkopírujte.',
    label: 'Aktivační heslo',
    steps: [
      'Otevřete tuto stránku na zařízení, pro které soubor je, nebo buďte připraveni ho tam přenést.',
      'Stáhněte soubor a na zařízení ho otevřete.',
      'Až se zařízení zeptá na heslo, zadejte aktivační heslo. Pomlčky k němu patří.',
    ],
    act: 'Stáhnout soubor',
    ends: 'Soubor vznikne, když ho stáhnete: jednou, do {time}. Znovu ho nevytvoří nikdo, ani my.',
  },
  outcomes: {
    success: {
      title: 'Odvozené přihlašovací údaje jsou vystavené',
      text: 'Vaše zařízení teď odvozené přihlašovací údaje má.',
      next: 'Tady už není co dělat.',
    },
    failure: {
      title: 'Nebyly vystaveny',
      text: 'Stránka, která odvozené přihlašovací údaje vystavuje, oznámila, že se to nepodařilo. Nic se nezměnilo.',
      next: 'Připravte si čipovou kartu, vraťte se k zařízení a začněte znovu. Pokud se to stane znovu, zeptejte se helpdesku.',
    },
    unknown: {
      title: 'Tato odpověď nepatří k ničemu, co jste začali',
      text: 'Začalo se s jiným účtem, nebo se mezitím začalo znovu. Nic se nezměnilo.',
      next: 'Přihlaste se účtem, se kterým se začalo, otevřete zařízení a začněte znovu.',
    },
    lost: {
      title: 'Odpověď se cestou ztratila',
      text: 'Nejdřív bylo nutné přihlášení a odpověď druhé stránky se mezitím neuchovává. Nic se nezměnilo.',
      next: 'Otevřete zařízení a začněte znovu.',
    },
    not_ours: {
      title: 'Této odpovědi nelze věřit',
      text: 'Nepodepsala ji stránka, která odvozené přihlašovací údaje vystavuje. Nic se nezměnilo.',
      next: 'Vraťte se k zařízení a začněte znovu. Pokud se to stane znovu, řekněte to helpdesku.',
    },
    expired: {
      title: 'Trvalo to příliš dlouho',
      text: 'Čas na to vypršel, nebo bylo zařízení mezitím znovu nastaveno či skončilo. Nic se nezměnilo.',
      next: 'Vraťte se k zařízení a začněte znovu.',
    },
    used: {
      title: 'Na tohle už odpověď přišla',
      text: 'Každá odpověď platí jednou. Nic se nezměnilo.',
      next: 'Vraťte se k zařízení: ukazuje, co má.',
    },
    not_ready: {
      title: 'Odvozené přihlašovací údaje ještě nejsou připravené',
      text: 'Provozovatel této služby je ještě nemá dokončené. Nic se nezměnilo.',
      next: 'Zeptejte se helpdesku, kdy budou.',
    },
    not_active: {
      title: 'Pro toto zařízení teď ne',
      text: 'Odvozené přihlašovací údaje může mít jen zařízení, které je nastavené a aktivní.',
      next: 'Nejdřív dokončete jeho nastavení a pak se vraťte.',
    },
    over: {
      title: 'S tímto souborem je konec',
      text: 'Už byl stažen, jeho čas vypršel, nebo se mezitím začalo znovu. Soubor vzniká jednou a nikdo ho neuchovává.',
      next: 'Pokud ho máte, otevřete ho aktivačním heslem. Pokud ne, vraťte se k zařízení a získejte nový.',
    },
  },
  supervise: {
    title: 'Externí modul pro odvozené přihlašovací údaje',
    lead: 'Vystavuje odvozené přihlašovací údaje místo nás. Naše požadavky i jeho odpovědi se podepisují tajemstvím, které znají oba.',
    open: 'Tajemství modulu',
    openText: 'Čím se podepisujeme my a modul, a zda je připravené.',
    address: 'Adresa',
    none: 'Žádná: odvozené přihlašovací údaje vystavují vlastní autority organizací.',
    secret: 'Tajemství',
    secrets: {
      set: 'Nastavené. Znovu ho tu nikdo nepřečte.',
      missing: 'Zatím žádné',
      unreadable: 'Už ho nelze přečíst: hlavní klíč, který ho chránil, je pryč.',
    },
    state: 'Stav',
    ready: 'Připraveno',
    notReady: 'Nepřipraveno',
    notNeeded: 'Nepoužívá se',
    notReadyText:
      'Dokud není tajemství, nemohou lidé odvozené přihlašovací údaje získat. Vytvořte ho a předejte modulu.',
    notConfigured: 'Nejdřív uložte nastavení služby.',
    make: 'Nové tajemství …',
    guide: 'Jak se modul píše, stojí v docs/derived-credentials.md.',
    confirm: {
      title: 'Vytvořit pro modul nové tajemství?',
      first: [
        'Zobrazí se jen jednou. Předejte ho modulu, který ho musí znát, než lidé budou moci získat odvozené přihlašovací údaje.',
      ],
      again: [
        'Současné tajemství hned přestane platit. Dokud modul nezná nové, jeho odpovědi se odmítají a odvozené přihlašovací údaje nikdo nezíská.',
        'Kdo je právě u modulu, musí začít znovu. Co bylo vystaveno, zůstává, jak je.',
        'Nové se zobrazí jednou.',
      ],
      act: 'Vytvořit nové tajemství',
    },
    shown: {
      title: 'Nové tajemství modulu',
      warning: 'Zobrazí se jen teď. Předejte ho modulu, než tuto stránku opustíte.',
      label: 'Tajemství modulu',
    },
    back: 'Zpět na modul',
  },
}
