import type { portalRegister as english } from '../en/portal-register.ts'

export const portalRegister: typeof english = {
  title: 'Gerät einrichten',
  lead: 'Wählen Sie, was Sie einrichten und wie der Code dorthin kommt.',
  how: 'Wie soll der Code auf das Gerät kommen?',
  note: (time) =>
    `Ein Code richtet ein Gerät ein und gilt ${time}. Ein unbenutzter für die gleiche Art von Gerät gilt dann nicht mehr.`,
  ways: {
    email: {
      act: 'Einladung senden',
      what: (address) => `Ein Link und die PIN dazu kommen per E-Mail an ${address}.`,
      whatLink: (address) =>
        `Ein Link kommt per E-Mail an ${address}. Er fragt nach einer PIN, die Ihnen der Helpdesk nennt.`,
    },
    sms: {
      act: 'Als SMS senden',
      what: (phone) => `Das Gleiche kommt als SMS an ${phone}.`,
      whatLink: (phone) => `Der Link kommt stattdessen als SMS an ${phone}.`,
    },
    pin: {
      act: 'PIN anfordern',
      what: 'Sie sehen acht Ziffern, die Sie mit Ihrer E-Mail-Adresse auf dem Gerät eingeben.',
    },
    qr: { act: 'QR-Code erzeugen', what: 'Sie sehen einen Code, den Sie mit dem Gerät scannen.' },
  },
  done: {
    email: (address) => `Die Einladung ist unterwegs an ${address}.`,
    sms: (phone) => `Die Einladung ist unterwegs an ${phone}.`,
    cancelled: 'Der Code ist zurückgezogen. Mit ihm lässt sich nichts mehr einrichten.',
    unchanged: 'Dieser Code war schon beendet oder benutzt: Es wurde nichts zurückgezogen.',
  },
  choose_way: 'Wählen Sie, wie der Code auf das Gerät kommt, um fortzufahren.',
  replaces: {
    title: 'Das neue Gerät nimmt den Platz eines alten ein',
    text: (devices, count) =>
      count === 1
        ? `Sie haben so viele Geräte, wie Ihr Konto haben darf. Sobald das neue eingerichtet ist, wird dieses nicht mehr betreut: ${devices}.`
        : `Sie haben mehr Geräte, als Ihr Konto haben darf. Sobald das neue eingerichtet ist, werden diese nicht mehr betreut: ${devices}.`,
    since: (name, when) => `${name} (${when} eingerichtet)`,
  },
  limit: {
    title: 'Sie haben so viele Geräte, wie Ihr Konto haben darf',
    text: (limit) =>
      limit === 1
        ? 'Mehr als ein Gerät ist nicht vorgesehen. Um ein anderes einzurichten, lassen Sie es an die Stelle Ihres jetzigen treten:'
        : `Mehr als ${limit} Geräte sind nicht vorgesehen. Um ein anderes einzurichten, lassen Sie es an die Stelle eines von diesen treten:`,
    none: 'Der Helpdesk kann ein Gerät entfernen, das Sie nicht mehr brauchen, oder Ihnen mehr erlauben.',
    replace: (name) => `${name} ersetzen`,
    since: '{time} eingerichtet',
  },
  closed: {
    title: 'Ihre Codes bekommen Sie vom Helpdesk',
    text: 'Mit diesem Konto holen Sie sich Codes zum Einrichten nicht selbst. Mit dem Konto ist alles in Ordnung.',
    next: 'Bitten Sie um einen Code und sagen Sie, welches Gerät Sie einrichten möchten.',
  },
  open: {
    title: 'Noch nicht abgeschlossen',
    none: 'Nichts ist offen. Codes, die Sie hier holen, stehen an dieser Stelle, bis ein Gerät sie benutzt hat.',
    ends: 'Endet {time}.',
    kinds: {
      code: 'Code zum Einrichten',
      reprovision: 'Richtet ein Gerät neu ein',
      replace: 'Ersetzt ein Gerät',
      invitation: 'Einladung',
      invitationDetail: 'Von denen, die sich um die Geräte kümmern; der Link steht in ihrer Nachricht',
    },
    theDevice: 'dieses',
    states: {
      waiting: 'Wartet',
      waitingDetail: 'Noch hat kein Gerät ihn benutzt.',
      opened: 'Geöffnet',
      openedDetail: 'Der Link ist auf einem Gerät geöffnet.',
      redeemed: 'Verbunden',
      redeemedDetail: 'Die erste Meldung des Geräts steht noch aus.',
      toDownload: 'Das Profil ist noch nicht geladen.',
      delivered: 'Geladen',
      deliveredDetail: 'Installieren Sie das Profil auf dem Gerät.',
    },
    invitationUsed: (count) =>
      count === 0
        ? 'Noch hat kein Gerät sie benutzt.'
        : count === 1
          ? 'Ein Gerät kam durch sie.'
          : `${count} Geräte kamen durch sie.`,
    noEnd: 'Sie gilt, bis sie zurückgezogen wird.',
    used: 'Ein Gerät benutzt ihn.',
    show: 'Noch einmal zeigen',
    about: (name) => ` (${name})`,
    cancel: 'Zurückziehen',
  },
  cancel: {
    title: (device) => `Code zurückziehen: ${device}`,
    consequences: [
      'Link, QR-Code und PIN gelten ab sofort nicht mehr.',
      'An keinem Gerät ändert sich etwas. Einen neuen Code können Sie jederzeit holen.',
    ],
    act: 'Code zurückziehen',
  },
  panel: {
    title: 'Neu einrichten oder ersetzen',
    renew: 'Neu einrichten …',
    renewWhat:
      'Nach einem Zurücksetzen, oder wenn es nicht so funktioniert, wie es soll: Dasselbe Gerät bekommt alles neu.',
    replace: 'Ersetzen …',
    replaceWhat: 'Sie haben ein neues Gerät: Es tritt an die Stelle von diesem.',
    open: {
      reprovision: 'Ein Code, der es neu einrichtet, ist offen.',
      replace: 'Ein Code für das Gerät, das es ersetzt, ist offen.',
    },
    until: 'Er endet {time}.',
    connected: 'Das neue Gerät ist verbunden; es hat sich noch nicht gemeldet.',
  },
  renew: {
    title: (device) => `${device} neu einrichten`,
    consequences: [
      'Sie bekommen einen Code für dieses Gerät. Solange er nicht benutzt wird, ändert sich nichts.',
      'Sobald er benutzt wird, enden die Zugangsdaten, die das Gerät jetzt hat, und mit ihnen seine Sicherheitszeichenfolgen.',
      'Das Gerät behält seinen Platz in Ihrer Liste, seinen Namen und wem es gehört.',
    ],
    act: 'Code holen',
  },
  replace: {
    title: (device) => `${device} ersetzen`,
    lead: 'Wählen Sie, was das neue Gerät ist. Dann bekommen Sie einen Code dafür.',
    consequences: [
      'Das Gerät, das Sie haben, funktioniert weiter, bis sich das neue gemeldet hat.',
      'Von da an hat das neue seinen Platz: Name, Notiz und wem es gehört, werden übernommen.',
      'Die Zugangsdaten des alten enden dann. Behalten Sie es zur Hand, bis Sie sehen, dass das neue aktiv ist.',
    ],
    act: 'Code holen',
  },
  notOffered:
    'Ihre Organisation hat für diese Art von Gerät nichts mehr. Es hat sich nichts geändert; der Helpdesk weiß, wie es weitergeht.',
  refusals: {
    setup_disabled: 'Ihr Konto ist abgeschaltet, deshalb lässt sich kein Code dafür erstellen.',
    device_limit_reached:
      'Sie haben mehr Geräte, als Ihr Konto haben darf. Melden Sie zuerst eines ab, das Sie nicht mehr brauchen.',
  },
  passcode: {
    panelTitle: 'Passcode der geschützten Apps',
    panelWhat:
      'Sie haben den Passcode der geschützten Apps auf diesem Gerät vergessen? Mit einer Einmal-PIN wählen Sie einen neuen.',
    panelAct: 'Passcode zurücksetzen …',
    title: 'Passcode der geschützten Apps zurücksetzen',
    lead: (device) => `Mit einer Einmal-PIN wählen Sie auf diesem Gerät einen neuen Passcode: ${device}.`,
    steps: [
      'Öffnen Sie auf dem Gerät die App und wählen Sie „Passcode vergessen“.',
      'Geben Sie Ihre E-Mail-Adresse und die PIN ein, die Sie hier bekommen.',
      'Wählen Sie auf dem Gerät einen neuen Passcode. Niemand sonst erfährt ihn.',
    ],
    get: 'PIN holen',
    another: 'Andere PIN holen',
    anotherWhat: 'Die obige gilt dann nicht mehr.',
    address: 'E-Mail-Adresse',
    pin: 'PIN',
    waiting: {
      title: 'Geben Sie das auf dem Gerät ein',
      until: 'Sie gilt einmal und endet {time}, um {clock}.',
      keep: 'Sagen Sie sie niemandem: Der Helpdesk fragt nie danach.',
    },
    used: {
      title: 'Die PIN wurde benutzt',
      text: 'Sie wurde {time} benutzt. Wählen Sie jetzt auf dem Gerät den neuen Passcode.',
      notYou: 'Das waren nicht Sie?',
    },
    over: {
      title: 'Diese PIN gilt nicht mehr',
      text: 'Sie ist abgelaufen, oder sie wurde fünfmal falsch eingegeben. Auf dem Gerät hat sich nichts geändert.',
    },
  },
}
