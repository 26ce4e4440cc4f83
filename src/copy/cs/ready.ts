import type { ready as english } from '../en/ready.ts'

export const ready: typeof english = {
  lead: {
    elsewhere:
      'Naskenujte kód zařízením, nebo na něm otevřete odkaz. Tato stránka ukazuje, jak je to daleko.',
    link: 'Otevřete odkaz na zařízení. Tato stránka ukazuje, jak je to daleko.',
    here: 'Začněte na tomto zařízení tlačítkem níže. Tato stránka ukazuje, jak je to daleko.',
    delivered:
      'Profil je na zařízení. Nainstalujte ho tam v Nastavení a pak tam potvrďte, že je nainstalovaný.',
    toDownload:
      'Zařízení je připojené. Stáhněte a nainstalujte na něm jeho profil; tato stránka ukáže, až bude hotovo.',
    redeemed: 'Zařízení je připojené. Dokončete na něm zbývající kroky; tato stránka ukáže, až bude hotovo.',
  },
  openHere: 'Nastavit toto zařízení',
  orScan: 'Nebo naskenujte jiným zařízením',
  until: 'Platí do {time} · jedno zařízení',
  running: 'Platí ještě # · jedno zařízení',
  runOut: 'Platnost tohoto kódu vypršela.',
  pinNeeded: 'Zařízení se také zeptá na PIN.',
  pinElsewhere: 'Zařízení se také zeptá na PIN. Ten vám sdělí helpdesk.',
  statusTitle: 'Průběh',
  phase: { done: 'hotovo:', now: 'právě teď:', next: 'následuje:' },
  status: {
    open: {
      now: 'Čeká se, až otevřete odkaz',
      nowDetail: 'Otevřete ho na zařízení.',
      done: 'Odkaz otevřen',
      doneUnseen: 'Kód použit',
    },
    connect: {
      now: 'Čeká se, až se zařízení připojí',
      nowDetail: 'Postupujte podle pokynů pro zařízení.',
      next: 'Připojeno',
      nextDetail: 'Zařízení použije kód.',
      done: 'Připojeno',
    },
    active: {
      now: 'Čeká se na první ohlášení',
      nowDetail: 'Dokončete kroky na zařízení. Trvá to asi minutu.',
      next: 'Aktivní',
      nextDetail: 'Až bude všechno na svém místě.',
      done: 'Aktivní',
    },
    profile: {
      now: 'Čeká se, až stáhnete profil',
      nowDetail: 'Tlačítko pro stažení je na stránce na zařízení.',
      next: 'Profil stažen',
      nextDetail: 'Zařízení má svou konfiguraci.',
      done: 'Profil stažen',
    },
    said: {
      now: 'Čeká se, až nainstalujete profil',
      nowDetail: 'V Nastavení na zařízení. Pak tam potvrďte, že je nainstalovaný.',
      next: 'Aktivní',
      nextDetail: 'Na zařízení potvrdíte, že je nainstalovaný.',
      done: 'Aktivní',
      doneDetail: 'Potvrzeno vámi, {time}',
    },
    ended: {
      expired: 'Platnost kódu vypršela',
      superseded: 'Nahradil ho novější kód',
      revoked: 'Kód byl zrušen',
      abandoned: 'Nastavení nebylo dokončeno',
      removed: 'Zařízení bylo odebráno',
      detail: 'Chcete-li pokračovat, získejte nový kód.',
    },
  },
  active: {
    title: (device) => `${device}: nastaveno`,
    lead: 'Všechno je na svém místě. Tuto stránku můžete zavřít.',
    leadSaid: 'Podle vašeho potvrzení je vše nainstalováno. Tuto stránku můžete zavřít.',
  },
  ended: {
    title: 'Platnost tohoto kódu skončila',
    expired: 'Vypršel dřív, než ho nějaké zařízení použilo. O nic jste nepřišli: nový získáte za chvilku.',
    superseded: 'Pro stejný druh zařízení už máte novější kód. Použijte ten, nebo si vyžádejte další.',
    revoked:
      'Byl zrušen dřív, než ho nějaké zařízení použilo. Získejte nový, nebo se zeptejte helpdesku proč.',
    abandoned:
      'Zařízení se připojilo, ale nastavení nedokončilo. Získejte nový kód a zkuste to ještě jednou.',
    removed:
      'Zařízení, které tento kód použilo, bylo odebráno. Chcete-li ho nastavit znovu, získejte nový kód.',
    renew: 'Získat nový kód',
  },
  device: {
    title: 'Vaše zařízení',
    name: 'Název',
    model: 'Model',
    kind: 'Druh',
    ownership: 'Patří',
    company: (organisation) => organisation,
    personal: 'Vám',
    connected: 'Připojeno',
    unnamed: 'Neuvedeno',
  },
  theft: {
    title: 'Tento kód zkoušel někdo další',
    text: 'Po vašem zařízení ho zkusilo použít ještě jiné. Pokud jste to nebyli vy, dejte hned vědět helpdesku.',
  },
  otherWays: 'Jiné způsoby',
  link: 'Odkaz, který otevřete na zařízení',
  typed: 'Pokud se zařízení zeptá, zadejte:',
  go: 'Nebo na zařízení otevřete {go} a zadejte:',
  site: 'Číslo organizace',
  address: 'E-mailová adresa',
  pin: 'PIN',
  pinLocked: {
    title: 'PIN je teď uzamčený',
    text: 'Několikrát byl zadán chybně. Odkaz a QR kód platí dál.',
    textNeeded: 'Několikrát byl zadán chybně a odkaz ho vyžaduje.',
  },
  newPin: 'Nový PIN',
  pinRenewed: 'Tohle je nový PIN. Předchozí už neplatí; odkaz a QR kód zůstávají stejné.',
  another: 'Nastavit další zařízení',
  refresh: 'Zkontrolovat znovu',
}
