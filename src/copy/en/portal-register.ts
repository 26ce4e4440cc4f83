/** The portal’s pages on which a device is set up, set up again or replaced, and the passcode of its apps is reset. */
export const portalRegister = {
  title: 'Set up a device',
  lead: 'Choose what you set up, and how its code gets there.',
  how: 'How should the code get to the device?',
  note: (time: string) =>
    `A code sets up one device and works for ${time}. An unused one for the same kind of device stops working.`,
  ways: {
    email: {
      act: 'Send invitation',
      what: (address: string) => `A link and the PIN that it asks for come by e-mail to ${address}.`,
      whatLink: (address: string) =>
        `A link comes by e-mail to ${address}. It asks for a PIN, which the helpdesk tells you.`,
    },
    sms: {
      act: 'Send by text message',
      what: (phone: string) => `The same comes as a text message to ${phone}.`,
      whatLink: (phone: string) => `The link comes as a text message to ${phone} instead.`,
    },
    pin: {
      act: 'Request registration PIN',
      what: 'You see eight digits that you type on the device, with your e-mail address.',
    },
    qr: { act: 'Generate QR code', what: 'You see a code that you scan with the device.' },
  },
  done: {
    email: (address: string) => `The invitation is on its way to ${address}.`,
    sms: (phone: string) => `The invitation is on its way to ${phone}.`,
    cancelled: 'The code is cancelled. It sets up nothing any more.',
    unchanged: 'That code had ended or was used already: nothing was cancelled.',
  },
  choose_way: 'Choose how the code gets to the device to go on.',
  replaces: {
    title: 'The new device takes the place of an old one',
    text: (devices: string, count: number) =>
      count === 1
        ? `You have as many devices as your account may have. Once the new one is set up, ${devices} is no longer looked after.`
        : `You have more devices than your account may have. Once the new one is set up, these are no longer looked after: ${devices}.`,
    since: (name: string, when: string) => `${name} (set up ${when})`,
  },
  limit: {
    title: 'You have as many devices as your account may have',
    text: (limit: number) =>
      limit === 1
        ? 'One device is the most. To set up another, let it take the place of the one that you have:'
        : `${limit} devices are the most. To set up another, let it take the place of one of these:`,
    none: 'The helpdesk can remove a device that you no longer use, or allow you more.',
    replace: (name: string) => `Replace ${name}`,
    since: 'set up {time}',
  },
  closed: {
    title: 'Your codes come from the helpdesk',
    text: 'With this account you do not get setup codes by yourself. Nothing is wrong with it.',
    next: 'Ask for a code, and say which device you want to set up.',
  },
  open: {
    title: 'Not finished yet',
    none: 'Nothing is open. Codes that you get here stand in this place until a device has used them.',
    /** `{time}` is a time to come. */
    ends: 'Ends {time}.',
    kinds: {
      code: 'Setup code',
      reprovision: 'Sets a device up again',
      replace: 'Replaces a device',
      invitation: 'Invitation',
      invitationDetail: 'From whoever looks after devices; its link is in their message',
    },
    theDevice: 'this one',
    states: {
      waiting: 'Waiting',
      waitingDetail: 'No device has used it yet.',
      opened: 'Opened',
      openedDetail: 'Its link is open on a device.',
      redeemed: 'Connected',
      redeemedDetail: 'Waiting for the first report of the device.',
      toDownload: 'Its profile is not downloaded yet.',
      delivered: 'Delivered',
      deliveredDetail: 'Install the profile on the device.',
    },
    invitationUsed: (count: number) =>
      count === 0
        ? 'No device has used it yet.'
        : count === 1
          ? 'It brought one device.'
          : `It brought ${count} devices.`,
    noEnd: 'It works until it is withdrawn.',
    used: 'A device uses it.',
    show: 'Show again',
    /** For those who hear the page: which of several. */
    about: (name: string) => ` (${name})`,
    cancel: 'Cancel',
  },
  cancel: {
    title: (device: string) => `Cancel the code for ${device}`,
    consequences: [
      'Its link, QR code and PIN stop working at once.',
      'No device changes. You can get a new code whenever you like.',
    ],
    /** Beside a link that says “Cancel”. */
    act: 'End the code',
  },
  /** On the page of one device. */
  panel: {
    title: 'Set up again or replace',
    renew: 'Set up again …',
    renewWhat: 'After a reset, or when it does not work as it should: the same device gets everything anew.',
    replace: 'Replace …',
    replaceWhat: 'You have a new device: it takes the place of this one.',
    open: {
      reprovision: 'A code to set it up again is open.',
      replace: 'A code for the device that replaces it is open.',
    },
    until: 'It ends {time}.',
    connected: 'The new device is connected; it has not reported yet.',
  },
  renew: {
    title: (device: string) => `Set ${device} up again`,
    consequences: [
      'You get a code for this device. Nothing changes before the code is used.',
      'As soon as it is used, the credential that the device has now ends, and so do its security strings.',
      'The device keeps its place in your list, its name and whose it is.',
    ],
    act: 'Get the code',
  },
  replace: {
    title: (device: string) => `Replace ${device}`,
    lead: 'Choose what the new device is. You then get a code for it.',
    consequences: [
      'The device that you have goes on working until the new one has reported.',
      'From then on the new one has its place: name, note and whose it is are carried over.',
      'The credential of the old one ends then. Keep it at hand until you see that the new one is active.',
    ],
    act: 'Get the code',
  },
  notOffered:
    'Your organisation has nothing for this kind of device any more. Nothing has changed; the helpdesk knows how to go on.',
  refusals: {
    setup_disabled: 'Your account is switched off, so no code can be made for it.',
    device_limit_reached:
      'You have more devices than your account may have. Retire one that you no longer use first.',
  },
  passcode: {
    panelTitle: 'Passcode of secure apps',
    panelWhat:
      'You forgot the passcode of the secure apps on this device? A one-time PIN lets you choose a new one.',
    panelAct: 'Reset the passcode …',
    title: 'Reset the passcode of secure apps',
    lead: (device: string) => `A one-time PIN lets you choose a new passcode on ${device}.`,
    steps: [
      'On the device, open the app and choose “Forgot passcode”.',
      'Type your e-mail address and the PIN that you get here.',
      'Choose a new passcode on the device. Nobody else gets to know it.',
    ],
    get: 'Get a PIN',
    another: 'Get another PIN',
    anotherWhat: 'The one above stops working then.',
    address: 'E-mail address',
    pin: 'PIN',
    waiting: {
      title: 'Type this in on the device',
      /** `{time}` is a distance from now, `{clock}` a time of the clock. */
      until: 'It works once, and ends {time}, at {clock}.',
      keep: 'Do not tell it to anybody: the helpdesk never asks for it.',
    },
    used: {
      title: 'The PIN was used',
      /** `{time}` is a time ago. */
      text: 'It was used {time}. Choose the new passcode on the device now.',
      notYou: 'That was not you?',
    },
    over: {
      title: 'That PIN is over',
      text: 'It ran out, or it was typed wrongly five times. Nothing on the device has changed.',
    },
  },
}
