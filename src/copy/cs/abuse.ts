import type { abuse as english } from '../en/abuse.ts'
import { plural } from '../plural.ts'

const many = (count: number) => (count >= 1000 ? 'více než 999' : String(count))
const times = (count: number) =>
  plural('cs', count, { one: 'jednou', few: `${count}krát`, other: `${many(count)}krát` })

export const abuse: typeof english = {
  check: {
    lead: 'Krátká kontrola od Cloudflare, že jste člověk. Většinou se zaškrtne sama.',
    noScript:
      'Tato kontrola potřebuje JavaScript. Bez něj: použijte prohlížeč, ve kterém jste se tu už přihlásili, přihlaste se přes svou organizaci, pokud se to nabízí, nebo požádejte helpdesk o pozvánku.',
    required: 'Právě teď se žádá o mnoho kódů. Projděte prosím kontrolou níže a pak formulář odešlete znovu.',
    failed:
      'Kontrolu se nepodařilo potvrdit: mohla být příliš stará, nebo už použitá. Projděte jí prosím znovu a pak formulář odešlete.',
  },
  limit: {
    title: 'V této hodině už další kódy neposíláme',
    opens:
      'Ať už to udělal kdokoli, bylo vyžádáno víc kódů, než za hodinu posíláme. Kódy se začnou znovu posílat {when}; co jste napsali, zůstává.',
    setup: 'Pokud máte účet s přístupovým klíčem, můžete se hned {signIn}.',
    signIn: 'přihlásit jím',
    elsewhere: 'Přístupový klíč nebo přihlášení přes organizaci funguje hned.',
    known:
      'V prohlížeči, ve kterém jste se už přihlásili kódem zaslaným na tuto adresu, kódy dostanete i nadále.',
  },
  people: {
    title: 'Vaše adresa je ověřená, ale registrace je pro dnešek plná',
    opens:
      'Zaregistrovalo se víc lidí, než tato organizace za den přijímá. Znovu se otevře {when}; pak se vraťte a požádejte o nový kód. Kdo je pozvaný, čekat nemusí.',
  },
  throwAway: {
    refused:
      'Tato organizace nepřijímá adresy služeb, které je půjčují na krátkou dobu. Použijte adresu, která vám zůstane.',
    badge: 'jednorázová adresa?',
    explained:
      'Doména této adresy patří službě, která půjčuje adresy na minuty. Kdo ji zadal, nemusí na ní být zítra k zastižení.',
  },
  page: {
    name: 'Ochrana',
    lead: 'Kolik toho mohou cizí lidé způsobit, než cokoli prokážou.',
    saved: 'Uloženo.',
    limits: {
      title: 'Limity',
      lead: 'Zastavují záplavy. Lidi se známým prohlížečem, přístupové klíče, vaše vlastní přihlašování, pozvánky ani ty, koho přidáte, nikdy nezdrží.',
      codes: 'Kódů za hodinu',
      codesHint: (standard, most) =>
        `Odeslaných do prohlížečů, které jsou tu nové. Prázdné: ${standard}. Nejvýše ${most}, limit služby.`,
      people: 'Nových lidí za den',
      peopleHint: (standard, most) =>
        `Kteří se registrují sami. Prázdné: ${standard}. Nejvýše ${most}. Zvyšte ho přede dnem, kdy přijdou všichni.`,
      used: { codes: 'Kódy v této hodině', people: 'Noví lidé dnes' },
      of: (count, limit) => `${count} z ${limit}`,
    },
    throwAway: {
      title: 'Jednorázové adresy',
      label: 'Adresy služeb, které je půjčují na minuty',
      hint: 'Poznají se jen dobře známé služby, a to jen při registraci. Adresy, které jmenovitě přijímáte, se přijmou vždy.',
      options: { hint: 'Přijímat a správce upozornit', refuse: 'Při registraci odmítat' },
    },
  },
  service: {
    title: 'Ochrana',
    lead: 'Kolik toho mohou cizí lidé v celé službě způsobit, než cokoli prokážou.',
    open: 'Limity a kontrola, že jde o člověka',
    openText: 'Kolik kódů se posílá cizím lidem, kolik lidí se zaregistruje, a kontrola, že jde o člověka.',
    codes: 'Kódů za hodinu',
    codesHint: (standard) =>
      `Pro všechny organizace dohromady a ještě jednou tolik pro přihlašování. Prázdné: ${standard}. Každá organizace si ponechává malý díl, který ostatní nevyčerpají.`,
    people: 'Nových lidí za den',
    peopleHint: (standard) => `Za všechny organizace dohromady. Prázdné: ${standard}.`,
    used: {
      codes: 'Kódy pro nastavení v této hodině',
      signIns: 'Kódy pro přihlášení v této hodině',
      people: 'Noví lidé dnes',
    },
    check: {
      title: 'Kontrola, že jde o člověka',
      off: 'Není nastavená. Po dosažení limitu čekají kódy na další hodinu. S Cloudflare Turnstile by lidé mohli po krátké kontrole pokračovat; jak ji nastavit, říká provozní příručka.',
      limits: 'Cloudflare Turnstile, vyžaduje se po dosažení limitu.',
      always: 'Cloudflare Turnstile, vyžaduje se od každého prohlížeče, který je tu nový.',
    },
  },
  alarms: {
    title: 'Výstrahy',
    lead: 'Známky toho, že někdo něco zkouší. O každé dostanete e-mail nejvýše jednou denně.',
    serviceTitle: 'Výstrahy služby',
    since: 'Poprvé {time}.',
    kinds: {
      codes: (count) => ({
        title: `Kódy byly zadrženy ${times(count)}, protože jich bylo vyžádáno víc, než limit dovoluje`,
        detail:
          'Pokud dnes přichází mnoho lidí, zvyšte limit. Pokud to nepomůže, je vyčerpaný limit celé služby: řekněte to jejímu hlavnímu správci. Pokud nikoho nečekáte, možná někdo zaplavuje vaši stránku: lidé, které znáte, se dovnitř pořád dostanou.',
        act: 'Zobrazit limity',
      }),
      people: (count) => ({
        title: `Registrace byla plná ${times(count)}`,
        detail:
          'Adresu si ověřilo víc lidí, než je denní limit. Podívejte se, kdo přišel; zvyšte limit, nebo zpřísněte e-mailové pravidlo. Pokud vyšší limit nepomůže, je vyčerpaný limit celé služby: řekněte to jejímu hlavnímu správci.',
        act: 'Zobrazit limity',
      }),
      guesses: (count) => ({
        title: plural('cs', count, {
          one: 'Jeden kód z e-mailu se po chybných pokusech uzavřel',
          few: `${count} kódy z e-mailu se po chybných pokusech uzavřely`,
          other: `${count >= 1000 ? 'Více než 999' : count} kódů z e-mailu se po chybných pokusech uzavřelo`,
        }),
        detail: 'Možná někdo kódy hádá. Každý snese jen pět pokusů a nic se neotevřelo.',
        act: 'Zobrazit, kdo se zaregistroval',
      }),
      pins: (count) => ({
        title:
          count === 1
            ? 'Jeden PIN se po chybných pokusech uzamkl'
            : `PINy se po chybných pokusech uzamkly ${times(count)}`,
        detail: 'Odkazy fungují dál; nový PIN si může nechat vytvořit uživatel, nebo vy.',
        act: 'Podívat se',
      }),
      thefts: (count) => ({
        title:
          count === 1
            ? 'Použitý kód nebo přihlašovací údaje zařízení zkusil někdo jiný'
            : `Použité kódy nebo přihlašovací údaje zkusil někdo jiný ${times(count)}`,
        detail: 'Pokus byl odmítnut. Zeptejte se uživatelů, zda o druhém zařízení vědí.',
        act: 'Podívat se',
      }),
      sign_ins: (count) => ({
        title: `Kódy pro přihlášení byly zadrženy ${times(count)}, protože jich bylo vyžádáno víc, než limit dovoluje`,
        detail:
          'Přístupové klíče, vlastní přihlašování organizací a známé prohlížeče fungují dál. Pokud to není záplava, zvyšte limit.',
        act: 'Zobrazit limity',
      }),
      check: (count) => ({
        title: `Kontrola, že jde o člověka, neodpověděla ${times(count)}`,
        detail:
          'Kódy se v mezích limitů posílají i tak. Podívejte se na stav Cloudflare a zda je tajný klíč správný.',
        act: 'Zobrazit limity',
      }),
    },
  },
}
