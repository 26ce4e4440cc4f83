import type { signIn as english } from '../en/sign-in.ts'

export const signIn: typeof english = {
  start: {
    title: 'Přihlášení',
    lead: 'E-mailovou adresou, nebo přístupovým klíčem, který jste tu vytvořili.',
    email: 'E-mailová adresa',
    submit: 'Poslat kód',
    or: 'nebo',
    passkey: 'Přihlásit se přístupovým klíčem',
    signedOut: 'Jste odhlášeni.',
    tooManySends:
      'Na tuto adresu už odešlo několik kódů. O další lze požádat {when}. Přístupový klíč funguje kdykoli.',
  },
  none: {
    title: 'Zatím bez účtu',
    text: 'S adresou {address} se tady nikdo přihlásit nemůže.',
    owner: 'Chcete-li nastavit zařízení, zaregistrujte se u své organizace: tím vznikne účet.',
    manager: 'Chcete-li zařízení spravovat, požádejte svou organizaci, aby tuto adresu pozvala.',
    register: 'Nastavit zařízení',
    another: 'Použít jinou adresu',
  },
  choose: {
    title: 'Který účet?',
    lead: 'K adrese {address} jich patří víc.',
    accounts: 'Účty',
    submit: 'Pokračovat',
    error: 'Vyberte jeden z těchto účtů.',
  },
  roles: { device_owner: 'Uživatel zařízení', manager: 'Správce', supervisor: 'Hlavní správce' },
  passkey: {
    title: 'Teď přístupový klíč',
    lead: 'Vaše adresa je ověřená. Aby zařízení byla v bezpečí, používají správci a hlavní správci také přístupový klíč.',
    submit: 'Použít přístupový klíč',
    lost: 'Nemáte přístupový klíč po ruce?',
    lostManager: 'Hlavní správce této služby vám může dát odkaz, kterým si vytvoříte nový.',
    lostSupervisor:
      'Provozovatel této služby může nastavit nové zaváděcí tajemství. S ním si na /supervise/claim vytvoříte nový klíč.',
    another: 'Použít jinou adresu',
  },
  make: {
    title: 'Vytvořte si přístupový klíč',
    lead: 'Nahrazuje heslo: přihlašujete se otiskem prstu, obličejem nebo PINem tohoto zařízení, nebo bezpečnostním klíčem.',
    replaces: 'Jakmile vznikne, odeberou se všechny dosavadní přístupové klíče adresy {address}.',
    name: 'Název přístupového klíče',
    nameHint: 'Abyste ho ve svém účtu poznali, například „Pracovní notebook“.',
    submit: 'Vytvořit přístupový klíč',
  },
  refusals: {
    not_read: 'Přístupový klíč nebyl použit. Zkuste to znovu a postupujte podle prohlížeče.',
    late: 'Trvalo to příliš dlouho, nebo to přišlo dvakrát. Zkuste to ještě jednou.',
    unknown: 'Tento přístupový klíč tu nepatří k žádnému účtu. Použijte jiný, nebo svou e-mailovou adresu.',
    refused: 'Tento přístupový klíč se nepodařilo ověřit. Zkuste to znovu, nebo použijte jiný.',
    not_verified:
      'Zařízení neověřilo, že jste to vy. Použijte přístupový klíč, který se ptá na otisk prstu, obličej nebo PIN.',
    taken: 'Tento přístupový klíč se tu už používá. Vytvořte nový, nebo použijte jiné zařízení.',
    too_many: 'Váš účet má tolik přístupových klíčů, kolik smí. Odeberte některý, který už nepoužíváte.',
    closed: 'Tento účet je vypnutý. Zeptejte se toho, kdo ho spravuje.',
  },
  script: {
    cancelled: 'Přístupový klíč nebyl použit. Stisknutím tlačítka to zkuste znovu.',
    unsupported:
      'Tento prohlížeč přístupové klíče neumí. Otevřete stránku v aktuální verzi Chromu, Edge, Firefoxu nebo Safari.',
    known:
      'Toto zařízení už pro tento účet přístupový klíč má. Použijte jiné zařízení nebo bezpečnostní klíč.',
    missingToSignIn:
      'Přístupové klíče potřebují JavaScript, který je v tomto prohlížeči vypnutý. Zapněte ho pro tuto stránku a načtěte ji znovu, nebo použijte svou e-mailovou adresu.',
    missingToMake:
      'Přístupové klíče potřebují JavaScript, který je v tomto prohlížeči vypnutý. Zapněte ho pro tuto stránku a načtěte ji znovu.',
  },
  recover: {
    title: 'Vraťte se do svého účtu',
    lead: 'Tento odkaz je pro: {name} ({address}), {organisation}.',
    happens: 'Když budete pokračovat',
    consequences: [
      'Všude budete odhlášeni.',
      'V tomto prohlížeči si do 10 minut vytvoříte nový přístupový klíč. Všechny dosavadní se pak odeberou.',
      'Tento odkaz se spotřebuje.',
    ],
    submit: 'Pokračovat',
    ended: {
      title: 'Platnost tohoto odkazu skončila',
      text: 'Odkaz pro obnovení platí jednou, jeden den, a dokud neexistuje novější.',
      next: 'Požádejte hlavního správce o další, nebo se přihlaste přístupovým klíčem, který ještě máte.',
      signIn: 'Přihlásit se',
    },
  },
  claim: {
    title: 'Převzít tuto službu',
    lead: 'Staňte se jejím prvním hlavním správcem. Potřebujete zaváděcí tajemství, které bylo nastaveno při instalaci služby.',
    secret: 'Zaváděcí tajemství',
    secretHint: 'Vypíše ho „npm start“; v provozu je to tajemství Workeru BOOTSTRAP_SECRET.',
    email: 'Vaše e-mailová adresa',
    emailHint: 'Později se jí budete přihlašovat. Kód teď neposíláme.',
    name: 'Vaše jméno',
    submit: 'Převzít službu',
    refused: 'Toto tajemství neplatí, nebo už bylo použito.',
    used: {
      title: 'Tato služba už hlavního správce má',
      text: 'Zaváděcí tajemství už bylo použito. Znovu s ním službu převzít nejde.',
      next: 'Hlavní správci se přihlašují. Pokud některý přišel o všechny přístupové klíče, provozovatel služby nastaví nový BOOTSTRAP_SECRET a otevře tuto stránku znovu.',
      signIn: 'Přihlásit se',
    },
    unconfigured: {
      title: 'Zaváděcí tajemství není nastavené',
      text: 'Dokud není, nemůže tuto službu nikdo převzít.',
      next: 'Provozovatel služby nastaví BOOTSTRAP_SECRET, 22 až 128 písmen a číslic, například pomocí **npx wrangler secret put BOOTSTRAP_SECRET**, a otevře tuto stránku znovu.',
    },
  },
}
