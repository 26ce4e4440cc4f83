import type { oidc as english } from '../en/oidc.ts'

export const oidc: typeof english = {
  settings: {
    title: 'Přihlašování',
    lead: 'Správci se přihlašují přístupovým klíčem. Pokud má vaše organizace poskytovatele identity (OpenID Connect), mohou se přihlašovat i tam, a uživatelé s nimi.',
    provider: {
      title: 'Co potřebuje váš poskytovatel',
      lead: 'Zaregistrujte u něj webovou aplikaci, která uchovává tajemství a používá tok autorizačního kódu. Zadejte jí přesně tuto adresu.',
      redirectUri: 'URI přesměrování',
    },
    form: {
      title: 'Váš poskytovatel',
      lead: 'Uloží se, až poskytovatel odpoví jako vystavitel, kterého uvedete.',
      enabled: 'Lidé se přihlašují u tohoto poskytovatele',
      enabledDetail: 'Správci tu už musejí správci být. Přístupové klíče fungují dál.',
      issuer: 'Vystavitel',
      issuerHint:
        'Jak ho píše váš poskytovatel, například https://login.company.example/realms/staff. Stačí i adresa jeho dokumentu discovery.',
      clientId: 'ID klienta',
      clientSecret: 'Tajemství klienta',
      secretSet: 'je nastavené',
      secretKeep: 'Chcete-li ponechat nastavené, nechte pole prázdné. Nikdy se nezobrazuje.',
      secretNew: 'Uloží se zašifrované a už nikdy se nezobrazí.',
      emailClaim: 'Deklarace s e-mailovou adresou',
      emailClaimHint:
        'Obvykle email: pak musí poskytovatel uvést, že adresu ověřil. Jinou deklaraci uveďte, jen pokud ji lidé nemohou sami změnit.',
      forOwners: 'Přihlašují se tam i uživatelé',
      forOwnersDetail:
        'Stránka pro nastavení zařízení to pak nabízí vedle kódu z e-mailu. E-mailové pravidlo platí dál.',
      submit: 'Zkontrolovat a uložit',
    },
    tryIt: 'Vyzkoušet',
    tryText: 'Přihlaste se tam sami. Vrátíte se na tuto stránku.',
    worked: 'Přihlášení u vašeho poskytovatele proběhlo. Funguje to.',
    saved: 'Uloženo. Poskytovatel odpověděl, jak má.',
    savedOff: 'Uloženo. U tohoto poskytovatele se nikdo nepřihlašuje.',
    forgotten: 'Zapomenuto. Při příštím přihlášení se lidé znovu najdou podle e-mailové adresy.',
    issuer: {
      missing: 'Zadejte vystavitele.',
      too_long: 'Zadejte nejvýše 300 znaků.',
      not_a_url: 'Zadejte celou adresu, která začíná na https://.',
      not_https: 'Zadejte adresu, která začíná na https://.',
      with_extras: 'Zadejte adresu bez uživatelského jména, „?“ a „#“.',
      with_port: 'Zadejte adresu bez portu: https používá port 443.',
      not_public: 'Zadejte název, který je známý na internetu, ne IP adresu ani název z vaší vlastní sítě.',
    },
    discovery: {
      unreachable: () => 'Poskytovatel neodpovídá. Zkontrolujte adresu a zda je dostupný z internetu.',
      no_document: () =>
        'Něco odpovědělo, ale ne dokumentem discovery pro OpenID Connect. Zkontrolujte cestu v adrese.',
      too_large: () => 'Odpověď je mnohem větší než dokument discovery. Zkontrolujte adresu.',
      other_issuer: (named) =>
        named
          ? `Poskytovatel odpověděl jako jiný vystavitel: ${named}. Pokud je to ten váš, zadejte ho takto.`
          : 'Poskytovatel odpověděl jako jiný vystavitel. Porovnejte adresu písmeno po písmenu.',
      incomplete: (named) => `Poskytovatel odpověděl, ale ${named} chybí, nebo to není veřejná adresa https.`,
      unsupported: (named) => `Poskytovatel odpověděl, ale nenabízí, co je potřeba: ${named}.`,
    },
    forget: {
      act: 'Zapomenout, kdo je kdo',
      explained:
        'Lidi si pamatujeme podle jejich ID u poskytovatele, aby znovu použitá adresa neotevřela starý účet. Po změně klienta nebo tenanta se tato ID mohou lišit.',
      title: 'Zapomenout, kdo je u poskytovatele kdo',
      consequences: [
        'Při příštím přihlášení se každý znovu najde podle ověřené e-mailové adresy a znovu si ho zapamatujeme.',
        'Nejdřív se ujistěte, že žádná adresa nepřešla na někoho jiného: dostal by účet toho, kdo ji měl předtím.',
        'Nikdo se neodhlásí.',
      ],
    },
  },
  start: {
    or: 'nebo',
    with: (organisation) => `Přihlásit se přes ${organisation}`,
  },
  link: 'Přihlásit se přes svou organizaci',
  organisation: {
    title: 'Přihlaste se přes svou organizaci',
    lead: 'Pokud má vaše organizace vlastní přihlašovací stránku, zavedeme vás na ni.',
    name: 'Krátký název organizace',
    hint: 'Poslední část adresy, na které se nastavují její zařízení: /setup/nazev.',
    submit: 'Pokračovat',
    onward: 'Chviličku',
    onwardLead: (slug) => `Pokračujete na přihlašovací stránku organizace „${slug}“.`,
  },
  ends: {
    not_offered: {
      title: 'Bez vlastního přihlašování',
      text: (): string => 'Pod tímto názvem nemá žádná organizace vlastní přihlašovací stránku.',
      next: 'Zkontrolujte krátký název, nebo se přihlaste e-mailovou adresou.',
    },
    not_for_owners: {
      title: 'Použijte svou e-mailovou adresu',
      text: (organisation): string => `Takto se přihlašují jen správci organizace ${organisation}.`,
      next: 'Přihlaste se místo toho e-mailovou adresou.',
    },
    unreachable: {
      title: 'Přihlašovací stránka neodpovídá',
      text: (organisation): string => `Přihlašovací služba organizace ${organisation} je teď nedostupná.`,
      next: 'Zkuste to znovu za minutu, nebo se přihlaste jinak.',
    },
    misconfigured: {
      title: 'Toto přihlašování není správně nastavené',
      text: (organisation): string => `Přihlašovací služba organizace ${organisation} nás nepřijímá.`,
      next: 'Napravit to může správce: ID klienta, tajemství klienta a URI přesměrování musejí být na obou stranách stejné.',
    },
    stale: {
      title: 'Toto přihlášení vypršelo',
      text: (): string => 'Už skončilo, trvalo déle než deset minut, nebo začalo na jiné kartě.',
      next: 'Začněte znovu. Nic se nezměnilo.',
    },
    declined: {
      title: 'Přihlášení neproběhlo',
      text: (organisation): string =>
        `Přihlašovací služba organizace ${organisation} vás vrátila bez přihlášení.`,
      next: 'Pokud jste to zastavili sami, zkuste to znovu. Pokud ne, možná tam k této aplikaci nemáte přístup.',
    },
    not_valid: {
      title: 'Toto přihlášení se nepodařilo ověřit',
      text: (organisation): string =>
        `Co poslala přihlašovací služba organizace ${organisation}, není platné. Pro vaše bezpečí jsme to nepřijali.`,
      next: 'Začněte znovu. Pokud se to zopakuje, řekněte to správci.',
    },
    no_account: {
      title: 'Ještě tu nemáte účet',
      text: (organisation, address): string =>
        address
          ? `Organizace ${organisation} vás přihlásila jako ${address}, ale s touto adresou tu nikdo není.`
          : `Organizace ${organisation} vás přihlásila, ale účet tu nemáte.`,
      next: 'Požádejte správce, aby tuto adresu pozval, nebo to zkuste s jiným účtem.',
    },
    no_address: {
      title: 'Chybí vaše e-mailová adresa',
      text: (organisation): string =>
        `Přihlašovací služba organizace ${organisation} nám nesdělila vaši e-mailovou adresu.`,
      next: 'Požádejte toho, kdo se o ni stará, aby adresu k vašemu účtu doplnil, nebo se přihlaste jinak.',
    },
    not_verified: {
      title: 'Vaše e-mailová adresa není ověřená',
      text: (organisation): string =>
        `Přihlašovací služba organizace ${organisation} se za vaši e-mailovou adresu nezaručila.`,
      next: 'Nechte si ji tam ověřit, nebo se přihlaste jinak.',
    },
    not_accepted: {
      title: 'Tato adresa se tu nepřijímá',
      text: (organisation, address): string =>
        `Přihlášení proběhlo jako ${address ?? ''}, ale tuto adresu organizace ${organisation} pro nastavení zařízení nepřijímá.`,
      next: 'Zkuste to znovu se svým pracovním účtem.',
    },
    other_person: {
      title: 'Tato adresa patří k jinému účtu',
      text: (_organisation, address): string =>
        `S ${address ? `adresou ${address}` : 'touto adresou'} se už dřív přihlásil někdo jiný. Abychom jeho účet ochránili, nikoho jiného dovnitř nepustíme.`,
      next: 'Pokud je adresa teď vaše, nebo váš účet u přihlašovací služby vznikl znovu, řekněte to správci.',
    },
  },
  ways: {
    yourOrganisation: 'vaše organizace',
    again: 'Zkusit znovu',
    instead: 'Přihlásit se raději e-mailem',
    said: (code) => `Přihlašovací služba uvedla: ${code}`,
  },
}
