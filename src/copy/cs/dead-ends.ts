import type { deadEnds as englishEnds, waysOn as englishWays } from '../en/dead-ends.ts'

export const deadEnds: typeof englishEnds = {
  no_organisation: {
    title: 'Která organizace?',
    text: 'Každá organizace má pro nastavení zařízení vlastní stránku. Zadejte tady její krátký název.',
    next: 'Název najdete v pozvánce, nebo na konci adresy, kterou máte: /setup/nazev.',
  },
  unknown_organisation: {
    title: 'Tuto organizaci neznáme',
    text: 'Pod tímto názvem žádná stránka pro nastavení zařízení není.',
    next: 'Porovnejte název s pozvánkou, nebo se zeptejte toho, kdo vás sem poslal.',
  },
  service_off: {
    title: 'Nastavování zařízení je vypnuté',
    text: 'Zařízení tady teď nemůže nastavit nikdo. Ta, která už nastavená jsou, fungují dál.',
    next: 'Zkuste to později. O nic jste nepřišli.',
  },
  organisation_off: {
    title: 'Nastavování zařízení je vypnuté',
    text: 'Vaše organizace nastavování zařízení pozastavila.',
    next: 'Zkuste to později, nebo se zeptejte helpdesku, kdy bude znovu otevřené.',
  },
  account_disabled: {
    title: 'Váš účet je vypnutý',
    text: 'S touto adresou teď nejde nastavit žádné zařízení.',
    next: 'Požádejte helpdesk, aby ho znovu zapnul.',
  },
  wrong_role: {
    title: 'Tato stránka není pro váš účet',
    text: 'Jste přihlášeni, ale účtem, který sem nemá přístup.',
    next: 'Přihlaste se účtem, který přístup má, nebo se vraťte.',
  },
  not_permitted: {
    title: 'Tohle pro vás není zapnuté',
    text: 'Vaše organizace určuje, co si lidé se zařízeními zařizují sami, a tohle mezi to nepatří.',
    next: 'Požádejte helpdesk, aby to udělal za vás, nebo aby to zapnul.',
  },
  no_platforms: {
    title: 'Zatím není z čeho vybírat',
    text: 'Vaše organizace ještě nepřipravila žádný druh zařízení. Vaše registrace zůstává.',
    next: 'Přijďte později, nebo se zeptejte helpdesku, kdy to bude připravené.',
  },
  link_unknown: {
    title: 'Tento odkaz nefunguje',
    text: 'Možná není celý: odkazy se při kopírování někdy rozdělí.',
    next: 'Naskenujte kód ještě jednou, nebo zkopírujte celý odkaz ze stránky, na které jste ho dostali.',
  },
  link_expired: {
    title: 'Platnost tohoto odkazu vypršela',
    text: 'Nebyl včas použit. O nic jste nepřišli.',
    next: 'Získejte nový: přihlaste se e-mailovou adresou a vyberte zařízení.',
  },
  link_used: {
    title: 'Tento odkaz už byl použit',
    text: 'Nastavilo se jím {device}, {time}. Každý odkaz je pro jedno zařízení.',
    textUnknown: 'Nastavilo se jím jedno zařízení. Každý odkaz je pro jedno zařízení.',
    next: 'Chcete-li nastavit další zařízení, získejte nový odkaz.',
  },
  link_limit: {
    title: 'Víc zařízení tento účet mít nemůže',
    text: 'Účet má tolik zařízení, kolik smí. Tento odkaz se nespotřeboval.',
    next: 'Helpdesk může odebrat zařízení, které se už nepoužívá. Pak tento odkaz otevřete znovu.',
  },
  link_superseded: {
    title: 'Existuje novější odkaz',
    text: 'Tento odkaz nahradil novější.',
    next: 'Použijte ten nejnovější, nebo získejte další.',
  },
  link_revoked: {
    title: 'Tento odkaz byl zrušen',
    text: 'Zařízení už jím nastavit nejde.',
    next: 'Získejte nový, nebo se zeptejte helpdesku proč.',
  },
  invitation_unknown: {
    title: 'Tento odkaz nefunguje',
    text: 'Možná není celý: odkazy se při kopírování někdy rozdělí.',
    next: 'Naskenujte kód ze zprávy ještě jednou, nebo z ní zkopírujte celý odkaz. Platí nejnovější zpráva.',
  },
  invitation_superseded: {
    title: 'Existuje novější pozvánka',
    text: 'Přišla vám novější pozvánka, která nahradila tuto. Nastavená zařízení zůstávají, jak jsou.',
    next: 'Najděte nejnovější zprávu a použijte odkaz z ní.',
  },
  invitation_deactivated: {
    title: 'Tato pozvánka skončila',
    text: 'Byla deaktivována a další zařízení už nenastaví. Nastavená zařízení zůstávají, jak jsou.',
    next: 'Pokud ji ještě potřebujete, požádejte helpdesk o novou.',
  },
  invitation_expired: {
    title: 'Platnost této pozvánky vypršela',
    text: 'Její čas už uplynul. Nastavená zařízení zůstávají, jak jsou.',
    next: 'Požádejte helpdesk o novou.',
  },
  invitation_full: {
    title: 'Všechna zařízení této pozvánky jsou nastavená',
    text: 'Byla pro určitý počet zařízení a ten je naplněný. Zařízení zůstávají, jak jsou.',
    next: 'Požádejte helpdesk o novou pozvánku, nebo o odebrání zařízení, které se už nepoužívá.',
  },
  ticket_used: {
    title: 'Platnost tohoto předávacího odkazu skončila',
    text: 'Přenáší nastavení do jiného prohlížeče nebo aplikace: jednou a do jednoho dne.',
    next: 'Pokud už pokračujete jinde, zůstaňte tam. Pokud ne, zkopírujte odkaz ještě jednou ze stránky, která ho nabídla, nebo získejte nový kód.',
  },
  claim_unknown: {
    title: 'Toto zařízení se nastavovalo v jiném prohlížeči',
    text: 'Jeho stránka se otevře jen v prohlížeči, ve kterém nastavení pokračovalo, a jen jeden den.',
    next: 'Otevřete ji tam, nebo získejte nový kód.',
  },
  artefact_gone: {
    title: 'Toto stahování skončilo',
    text: 'Profil lze stáhnout třikrát, a to do jednoho dne.',
    next: 'Pokud je na zařízení, nainstalujte ho v Nastavení. Pokud ne, získejte nový kód.',
  },
  no_certificate: {
    title: 'Chybí certifikát vašeho zařízení',
    text: 'Co se pro vás nastavuje, obsahuje certifikát vaší organizace, a ten teď nejde vytvořit. Bez něj nic nevydáme.',
    next: 'Zkuste to znovu za pár minut. Pokud to nepomůže, řekněte helpdesku, že chybí certifikát.',
  },
  too_many_certificates: {
    title: 'Pro dnešek je certifikátů dost',
    text: 'Každým stažením vznikne nový certifikát a zařízení jich smí dostat deset denně.',
    next: 'Nainstalujte ten, který jste stáhli naposledy, nebo přijďte zítra.',
  },
  not_found: {
    title: 'Tady žádná stránka není',
    text: 'V adrese může být překlep, nebo se stránka přesunula.',
    next: 'Začněte znovu na úvodní stránce nastavení zařízení.',
  },
  forbidden_origin: {
    title: 'Přišlo to z jiné stránky',
    text: 'Pro vaše bezpečí přijímáme formuláře jen z vlastních stránek. Nic se nezměnilo.',
    next: 'Vraťte se na stránku, načtěte ji znovu a odešlete formulář ještě jednou.',
  },
  too_large: {
    title: 'Textu bylo příliš mnoho',
    text: 'Odeslaná data jsou větší, než přijímáme. Nic se nezměnilo.',
    next: 'Vraťte se, zkraťte zadaný text a odešlete ho ještě jednou.',
  },
  rate_limited: {
    title: 'Chviličku, prosím',
    text: 'Z vaší sítě teď přišlo mnoho požadavků.',
    next: 'Počkejte minutu a načtěte tuto stránku znovu.',
  },
  temporarily_unavailable: {
    title: 'Teď se to nepodařilo',
    text: 'Část služby neodpovídá. O nic jste nepřišli.',
    next: 'Počkejte minutu a načtěte tuto stránku znovu.',
  },
  error: {
    title: 'Tady se něco pokazilo',
    text: 'Není to vaše vina a je to zaznamenané.',
    next: 'Zkuste to ještě jednou. Pokud se to stane znovu, sdělte helpdesku toto číslo:',
  },
}

export const waysOn: typeof englishWays = {
  toDevices: 'Moje zařízení',
  organisation: 'Krátký název organizace',
  open: 'Otevřít její stránku',
  begin: 'Přejít na začátek',
  newLink: 'Získat nový odkaz',
  newCode: 'Získat nový kód',
  byYourself: 'Nastavit zařízení bez pozvánky',
  notYou: 'Nebyli jste to vy?',
  notYouText:
    'Pak váš odkaz použil někdo jiný. Hned to nahlaste a přihlaste se, abyste viděli, co se nastavilo.',
  look: 'Přihlásit se a podívat',
  otherAddress: 'Použít jinou adresu',
  aDevice: 'zařízení bez názvu',
  signInAsOther: 'Přihlásit se jiným účtem',
}
