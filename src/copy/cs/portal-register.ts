import type { portalRegister as english } from '../en/portal-register.ts'
import { plural } from '../plural.ts'

export const portalRegister: typeof english = {
  title: 'Nastavit zařízení',
  lead: 'Vyberte, co nastavujete a jak se k tomu dostane kód.',
  how: 'Jak se má kód dostat do zařízení?',
  note: (time) =>
    `Kód nastaví jedno zařízení. Doba platnosti: ${time}. Nepoužitý kód pro stejný druh zařízení přestane platit.`,
  ways: {
    email: {
      act: 'Poslat pozvánku',
      what: (address) => `Odkaz a PIN, na který se zeptá, přijdou e-mailem na ${address}.`,
      whatLink: (address) =>
        `Odkaz přijde e-mailem na ${address}. Zeptá se na PIN, který vám sdělí helpdesk.`,
    },
    sms: {
      act: 'Poslat přes SMS',
      what: (phone) => `Totéž přijde jako SMS na ${phone}.`,
      whatLink: (phone) => `Odkaz přijde místo toho jako SMS na ${phone}.`,
    },
    pin: {
      act: 'Vyžádat registrační PIN',
      what: 'Uvidíte osm číslic, které na zařízení zadáte spolu se svou e-mailovou adresou.',
    },
    qr: { act: 'Vytvořit QR kód', what: 'Uvidíte kód, který zařízením naskenujete.' },
  },
  done: {
    email: (address) => `Pozvánka je na cestě na ${address}.`,
    sms: (phone) => `Pozvánka je na cestě na ${phone}.`,
    cancelled: 'Kód je zrušený. Už nic nenastaví.',
    unchanged: 'Ten kód už skončil, nebo byl použit: nic se nezrušilo.',
  },
  choose_way: 'Chcete-li pokračovat, vyberte, jak se kód dostane do zařízení.',
  replaces: {
    title: 'Nové zařízení nahradí staré',
    text: (devices, count) =>
      count === 1
        ? `Máte tolik zařízení, kolik váš účet dovoluje. Jakmile bude nové nastavené, přestane se spravovat toto: ${devices}.`
        : `Máte víc zařízení, než váš účet dovoluje. Jakmile bude nové nastavené, přestanou se spravovat tato: ${devices}.`,
    since: (name, when) => `${name} (nastaveno ${when})`,
  },
  limit: {
    title: 'Máte tolik zařízení, kolik váš účet dovoluje',
    text: (limit) =>
      plural('cs', limit, {
        one: 'Víc než jedno zařízení mít nelze. Chcete-li nastavit další, ať nahradí to, které máte:',
        few: `Víc než ${limit} zařízení mít nelze. Chcete-li nastavit další, ať nahradí jedno z těchto:`,
        other: `Víc než ${limit} zařízení mít nelze. Chcete-li nastavit další, ať nahradí jedno z těchto:`,
      }),
    none: 'Helpdesk může odebrat zařízení, které už nepoužíváte, nebo vám jich povolit víc.',
    replace: (name) => `Nahradit ${name}`,
    since: 'nastaveno {time}',
  },
  closed: {
    title: 'Kódy dostanete od helpdesku',
    text: 'S tímto účtem si kódy pro nastavení nelze vyžádat přímo. Účet je jinak v pořádku.',
    next: 'Požádejte o kód a řekněte, které zařízení chcete nastavit.',
  },
  open: {
    title: 'Zatím nedokončené',
    none: 'Nic není otevřené. Kódy, které tu získáte, tady zůstanou, dokud je nepoužije zařízení.',
    ends: 'Skončí {time}.',
    kinds: {
      code: 'Kód pro nastavení',
      reprovision: 'Znovu nastaví zařízení',
      replace: 'Nahradí zařízení',
      invitation: 'Pozvánka',
      invitationDetail: 'Od toho, kdo se stará o zařízení; odkaz je v jeho zprávě',
    },
    theDevice: 'toto',
    states: {
      waiting: 'Čeká',
      waitingDetail: 'Zatím ho žádné zařízení nepoužilo.',
      opened: 'Otevřen',
      openedDetail: 'Jeho odkaz je otevřený na zařízení.',
      redeemed: 'Připojeno',
      redeemedDetail: 'Čeká se na první ohlášení zařízení.',
      toDownload: 'Profil ještě není stažený.',
      delivered: 'Doručeno',
      deliveredDetail: 'Nainstalujte profil na zařízení.',
    },
    invitationUsed: (count) =>
      count === 0
        ? 'Zatím ji žádné zařízení nepoužilo.'
        : plural('cs', count, {
            one: 'Nastavila jedno zařízení.',
            few: `Nastavila ${count} zařízení.`,
            other: `Nastavila ${count} zařízení.`,
          }),
    noEnd: 'Platí, dokud nebude zrušena.',
    used: 'Používá ji zařízení.',
    show: 'Ukázat znovu',
    about: (name) => ` (${name})`,
    cancel: 'Zrušit',
  },
  cancel: {
    title: (device) => `Zrušit kód pro ${device}`,
    consequences: [
      'Jeho odkaz, QR kód a PIN hned přestanou platit.',
      'Žádné zařízení se nezmění. Nový kód můžete získat, kdykoli budete chtít.',
    ],
    act: 'Ukončit kód',
  },
  panel: {
    title: 'Znovu nastavit, nebo nahradit',
    renew: 'Znovu nastavit …',
    renewWhat: 'Po resetu, nebo když nefunguje, jak má: totéž zařízení dostane všechno znovu.',
    replace: 'Nahradit …',
    replaceWhat: 'Máte nové zařízení: nahradí toto.',
    open: {
      reprovision: 'Je otevřený kód k jeho opětovnému nastavení.',
      replace: 'Je otevřený kód pro zařízení, které ho nahradí.',
    },
    until: 'Skončí {time}.',
    connected: 'Nové zařízení je připojené; ještě se neohlásilo.',
  },
  renew: {
    title: (device) => `Znovu nastavit: ${device}`,
    consequences: [
      'Dostanete kód pro toto zařízení. Dokud se kód nepoužije, nic se nezmění.',
      'Jakmile se použije, přestanou platit současné přihlašovací údaje zařízení a s nimi i jeho bezpečnostní řetězce.',
      'Zařízení si ponechá místo ve vašem seznamu, název i to, čí je.',
    ],
    act: 'Získat kód',
  },
  replace: {
    title: (device) => `Nahradit: ${device}`,
    lead: 'Vyberte, co je nové zařízení zač. Pak pro něj dostanete kód.',
    consequences: [
      'Zařízení, které máte, funguje dál, dokud se nové neohlásí.',
      'Od té chvíle má jeho místo nové: přejde na ně název, poznámka i to, čí je.',
      'Přihlašovací údaje starého tehdy přestanou platit. Mějte ho po ruce, dokud neuvidíte, že je nové aktivní.',
    ],
    act: 'Získat kód',
  },
  notOffered:
    'Vaše organizace už pro tento druh zařízení nic nenabízí. Nic se nezměnilo; helpdesk ví, jak pokračovat.',
  refusals: {
    setup_disabled: 'Váš účet je vypnutý, takže pro něj kód vytvořit nejde.',
    device_limit_reached:
      'Máte víc zařízení, než váš účet dovoluje. Nejdřív vyřaďte některé, které už nepoužíváte.',
  },
  passcode: {
    panelTitle: 'Kód zabezpečených aplikací',
    panelWhat:
      'Zapomněli jste kód zabezpečených aplikací na tomto zařízení? Jednorázový PIN vám umožní zvolit nový.',
    panelAct: 'Resetovat kód …',
    title: 'Resetovat kód zabezpečených aplikací',
    lead: (device) => `S jednorázovým PINem si zvolíte nový kód. Zařízení: ${device}.`,
    steps: [
      'Na zařízení otevřete aplikaci a zvolte „Zapomenutý kód“.',
      'Zadejte svou e-mailovou adresu a PIN, který získáte tady.',
      'Na zařízení si zvolte nový kód. Nikdo jiný se ho nedozví.',
    ],
    get: 'Získat PIN',
    another: 'Získat jiný PIN',
    anotherWhat: 'Ten výše pak přestane platit.',
    address: 'E-mailová adresa',
    pin: 'PIN',
    waiting: {
      title: 'Zadejte na zařízení',
      until: 'Platí jednou a skončí {time}, v {clock}.',
      keep: 'Nikomu ho neříkejte: helpdesk se na něj nikdy neptá.',
    },
    used: {
      title: 'PIN byl použit',
      text: 'Byl použit {time}. Zvolte si teď na zařízení nový kód.',
      notYou: 'Nebyli jste to vy?',
    },
    over: {
      title: 'Ten PIN už neplatí',
      text: 'Vypršel, nebo byl pětkrát zadán chybně. Na zařízení se nic nezměnilo.',
    },
  },
}
