/** The result page: credentials, instructions, live status. */
export const ready = {
  lead: {
    elsewhere: 'Scan the code with the device, or open the link on it. This page shows how far it has come.',
    link: 'Open the link on the device. This page shows how far it has come.',
    here: 'Begin on this device with the button below. This page shows how far it has come.',
    delivered:
      'The profile is on the device. Install it there in Settings, then say there that it is installed.',
    toDownload:
      'The device is connected. Download and install its profile there; this page shows when it is done.',
    redeemed: 'The device is connected. Finish the steps on it; this page shows when it is done.',
  },
  openHere: 'Set up this device',
  orScan: 'Or scan with another device',
  /** `{time}` is an end time in UTC. */
  until: 'Works until {time} · one device',
  /** `#` is a countdown, filled in by script. */
  running: 'Works for # more · one device',
  runOut: 'This code has run out.',
  pinNeeded: 'The device will also ask for the PIN.',
  pinElsewhere: 'The device will also ask for a PIN. The helpdesk tells you yours.',
  statusTitle: 'Progress',
  phase: { done: 'done:', now: 'now:', next: 'to come:' },
  status: {
    open: {
      now: 'Waiting for you to open the link',
      nowDetail: 'Open it on the device.',
      done: 'Link opened',
      doneUnseen: 'Code used',
    },
    connect: {
      now: 'Waiting for the device to connect',
      nowDetail: 'Follow the instructions for the device.',
      next: 'Connected',
      nextDetail: 'The device uses the code.',
      done: 'Connected',
    },
    active: {
      now: 'Waiting for its first report',
      nowDetail: 'Finish the steps on the device. This takes about a minute.',
      next: 'Active',
      nextDetail: 'When everything is in place.',
      done: 'Active',
    },
    /** Only where nothing on the device reports. */
    profile: {
      now: 'Waiting for you to download the profile',
      nowDetail: 'The page on the device has a button for it.',
      next: 'Profile downloaded',
      nextDetail: 'The device holds its settings.',
      done: 'Profile downloaded',
    },
    said: {
      now: 'Waiting for you to install the profile',
      nowDetail: 'In Settings on the device. Then say there that it is installed.',
      next: 'Active',
      nextDetail: 'You say on the device that it is installed.',
      done: 'Active',
      /** `{time}` is a time ago. */
      doneDetail: 'Said by you, {time}',
    },
    ended: {
      expired: 'The code has run out',
      superseded: 'A newer code took its place',
      revoked: 'The code was withdrawn',
      abandoned: 'The setup was not finished',
      removed: 'The device was removed',
      detail: 'Get a new code to go on.',
    },
  },
  active: {
    title: (device: string) => `${device} is set up`,
    lead: 'Everything is in place. You can close this page.',
    leadSaid: 'You said that everything is installed. You can close this page.',
  },
  ended: {
    title: 'This code has ended',
    expired: 'It ran out before a device used it. Nothing is lost: a new one takes a moment.',
    superseded: 'You asked for a newer code for the same kind of device. Use that one, or get another.',
    revoked: 'It was withdrawn before a device used it. Get a new one, or ask the helpdesk why.',
    abandoned: 'The device connected but never finished. Get a new code and try once more.',
    removed: 'The device that used this code has been removed. To set it up again, get a new code.',
    renew: 'Get a new code',
  },
  device: {
    title: 'Your device',
    name: 'Name',
    model: 'Model',
    kind: 'Kind',
    ownership: 'Belongs to',
    company: (organisation: string) => organisation,
    personal: 'You',
    connected: 'Connected',
    unnamed: 'Not reported',
  },
  theft: {
    title: 'Someone else tried this code',
    text: 'A second device tried to use it after yours. If that was not you, tell the helpdesk now.',
  },
  otherWays: 'Other ways',
  link: 'Link to open on the device',
  typed: 'If the device asks, type these in:',
  /** `{go}` is an address to type. */
  go: 'Or go to {go} on the device and type these in:',
  site: 'Site',
  address: 'E-mail address',
  pin: 'PIN',
  pinLocked: {
    title: 'The PIN is closed for now',
    text: 'It was entered wrongly several times. The link and the QR code still work.',
    textNeeded: 'It was entered wrongly several times, and the link asks for it.',
  },
  newPin: 'New PIN',
  pinRenewed: 'This is the new PIN. The former one no longer works; link and QR code stay the same.',
  another: 'Set up another device',
  refresh: 'Check again',
}
