import type { ready as english } from '../en/ready.ts'

export const ready: typeof english = {
  lead: {
    elsewhere:
      'Scannen Sie den Code mit dem Gerät oder öffnen Sie dort den Link. Diese Seite zeigt, wie weit es ist.',
    link: 'Öffnen Sie den Link auf dem Gerät. Diese Seite zeigt, wie weit es ist.',
    here: 'Beginnen Sie auf diesem Gerät mit der Schaltfläche unten. Diese Seite zeigt, wie weit es ist.',
    delivered:
      'Das Profil ist auf dem Gerät. Installieren Sie es dort in den Einstellungen, und bestätigen Sie es dann dort.',
    toDownload:
      'Das Gerät ist verbunden. Laden und installieren Sie dort das Profil; diese Seite zeigt, wann es fertig ist.',
    redeemed:
      'Das Gerät ist verbunden. Schließen Sie die Schritte dort ab; diese Seite zeigt, wann es fertig ist.',
  },
  openHere: 'Dieses Gerät einrichten',
  orScan: 'Oder mit einem anderen Gerät scannen',
  until: 'Gilt bis {time} · ein Gerät',
  running: 'Gilt noch # · ein Gerät',
  runOut: 'Dieser Code ist abgelaufen.',
  pinNeeded: 'Das Gerät fragt auch nach der PIN.',
  pinElsewhere: 'Das Gerät fragt auch nach einer PIN. Der Helpdesk nennt sie Ihnen.',
  statusTitle: 'Fortschritt',
  phase: { done: 'erledigt:', now: 'jetzt:', next: 'danach:' },
  status: {
    open: {
      now: 'Öffnen Sie den Link',
      nowDetail: 'Öffnen Sie ihn auf dem Gerät.',
      done: 'Link geöffnet',
      doneUnseen: 'Code verwendet',
    },
    connect: {
      now: 'Das Gerät verbindet sich noch',
      nowDetail: 'Folgen Sie der Anleitung für das Gerät.',
      next: 'Verbunden',
      nextDetail: 'Das Gerät verwendet den Code.',
      done: 'Verbunden',
    },
    active: {
      now: 'Die erste Meldung steht noch aus',
      nowDetail: 'Schließen Sie die Schritte auf dem Gerät ab. Das dauert etwa eine Minute.',
      next: 'Aktiv',
      nextDetail: 'Wenn alles bereit ist.',
      done: 'Aktiv',
    },
    profile: {
      now: 'Laden Sie das Profil',
      nowDetail: 'Die Seite auf dem Gerät hat dafür eine Schaltfläche.',
      next: 'Profil geladen',
      nextDetail: 'Das Gerät hat seine Einstellungen.',
      done: 'Profil geladen',
    },
    said: {
      now: 'Installieren Sie das Profil',
      nowDetail: 'In den Einstellungen des Geräts. Bestätigen Sie es dann dort.',
      next: 'Aktiv',
      nextDetail: 'Sie sagen auf dem Gerät, dass es installiert ist.',
      done: 'Aktiv',
      doneDetail: 'Von Ihnen bestätigt, {time}',
    },
    ended: {
      expired: 'Der Code ist abgelaufen',
      superseded: 'Ein neuerer Code gilt',
      revoked: 'Der Code wurde zurückgezogen',
      abandoned: 'Das Einrichten wurde nicht abgeschlossen',
      removed: 'Das Gerät wurde entfernt',
      detail: 'Holen Sie einen neuen Code, um fortzufahren.',
    },
  },
  active: {
    title: (device) => `${device} ist eingerichtet`,
    lead: 'Alles ist bereit. Sie können diese Seite schließen.',
    leadSaid: 'Sie haben bestätigt, dass alles installiert ist. Sie können diese Seite schließen.',
  },
  ended: {
    title: 'Dieser Code gilt nicht mehr',
    expired:
      'Er ist abgelaufen, bevor ein Gerät ihn verwendet hat. Es ist nichts verloren: Ein neuer ist gleich da.',
    superseded:
      'Sie haben für die gleiche Art Gerät einen neueren Code geholt. Verwenden Sie den, oder holen Sie noch einen.',
    revoked:
      'Er wurde zurückgezogen, bevor ein Gerät ihn verwendet hat. Holen Sie einen neuen, oder fragen Sie den Helpdesk nach dem Grund.',
    abandoned:
      'Das Gerät hat sich verbunden, wurde aber nie fertig. Holen Sie einen neuen Code und versuchen Sie es noch einmal.',
    removed:
      'Das Gerät, das diesen Code verwendet hat, wurde entfernt. Um es wieder einzurichten, holen Sie einen neuen Code.',
    renew: 'Neuen Code holen',
  },
  device: {
    title: 'Ihr Gerät',
    name: 'Name',
    model: 'Modell',
    kind: 'Art',
    ownership: 'Gehört',
    company: (organisation) => organisation,
    personal: 'Ihnen',
    connected: 'Verbunden',
    unnamed: 'Nicht gemeldet',
  },
  theft: {
    title: 'Jemand anderes hat diesen Code versucht',
    text: 'Ein zweites Gerät wollte ihn nach Ihrem verwenden. Wenn Sie das nicht waren, sagen Sie es jetzt dem Helpdesk.',
  },
  otherWays: 'Andere Wege',
  link: 'Link, der auf dem Gerät zu öffnen ist',
  typed: 'Wenn das Gerät danach fragt, geben Sie dies ein:',
  go: 'Oder öffnen Sie auf dem Gerät {go} und geben Sie dies ein:',
  site: 'Site-ID',
  address: 'E-Mail-Adresse',
  pin: 'PIN',
  pinLocked: {
    title: 'Die PIN ist vorerst gesperrt',
    text: 'Sie wurde mehrmals falsch eingegeben. Link und QR-Code funktionieren weiter.',
    textNeeded: 'Sie wurde mehrmals falsch eingegeben, und der Link fragt danach.',
  },
  newPin: 'Neue PIN',
  pinRenewed: 'Das ist die neue PIN. Die frühere gilt nicht mehr; Link und QR-Code bleiben gleich.',
  another: 'Weiteres Gerät einrichten',
  refresh: 'Noch einmal prüfen',
}
