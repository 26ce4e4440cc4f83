/** Everything an e-mail says. Names are inserted as they are; the layout escapes them. */
export const mail = {
  challenge: {
    subject: ({ code, organisation }: { code: string; organisation: string }) =>
      `${code} is your ${organisation} code`,
    preview: ({ minutes }: { minutes: number }) =>
      `Enter it where you asked for it. It works for ${minutes} minutes.`,
    heading: {
      registration: 'Your code to set up a device',
      'sign-in': 'Your code to sign in',
    },
    codeIs: ({ code }: { code: string }) => `Your code: ${code}`,
    howTo: ({ minutes }: { minutes: number }) =>
      `Enter it on the page where you asked for it. It works for ${minutes} minutes, and only in that browser.`,
    fillIn: 'Fill in the code for me',
    why: ({ organisation }: { organisation: string }) =>
      `You get this message because someone entered this address at ${organisation}. If that was not you, ignore it: without the code nothing happens.`,
    keepIt: ({ organisation }: { organisation: string }) =>
      `Keep the code to yourself. Nobody at ${organisation} will ever ask you for it.`,
  },
  theftSignal: {
    subject: 'Somebody else tried to use your setup link',
    preview: 'The attempt was refused. Please check that the device set up with it is yours.',
    heading: 'Somebody else tried to use your setup link',
    what: ({ when, device, platform }: { when: string; device: string | null; platform: string }) =>
      `Your link had already set up a device (${device ? `${device}, ` : ''}${platform}). On ${when} another device tried to use the same link. It was refused and received nothing.`,
    mine: 'If you tried the link on a second device yourself, all is well. A link sets up one device; ask for another for the next.',
    notMine:
      'If you do not know of a second device, or the one set up with the link is not yours, somebody may have seen your link. Tell your helpdesk today.',
    again: 'Set up another device',
    why: ({ organisation }: { organisation: string }) =>
      `You get this message because a device was set up in your name at ${organisation}.`,
  },
  provisionCode: {
    subject: ({ device, organisation }: { device: string; organisation: string }) =>
      `Set up your device at ${organisation}: ${device}`,
    preview: 'Your link, and the PIN that it asks for.',
    heading: ({ device }: { device: string }) => `Set up your device: ${device}`,
    what: ({ organisation }: { organisation: string }) =>
      `${organisation} has made a setup link for you. Open it on the device that you want to set up.`,
    open: 'Set up this device',
    asks: 'The page asks for this PIN:',
    previewLink: 'Your link. You hear the PIN for it from the helpdesk.',
    asksElsewhere:
      'The page asks for a PIN. For safety it is not in this message: the helpdesk tells it to you in another way.',
    pinIs: ({ pin }: { pin: string }) => `Your PIN: ${pin}`,
    until: ({ when }: { when: string }) =>
      `Link and PIN work for one device, until ${when}. After that, ask for a new one.`,
    keepIt:
      'Keep this message to yourself: whoever has the link and the PIN can set up a device in your name.',
    why: ({ organisation }: { organisation: string }) =>
      `You get this message because somebody who looks after devices at ${organisation} asked for it.`,
  },
  approved: {
    subject: ({ organisation }: { organisation: string }) => `${organisation} has accepted you`,
    preview: 'You can set up your device now.',
    heading: 'You can set up your device now',
    what: ({ organisation }: { organisation: string }) =>
      `${organisation} has accepted your registration. Open the page on any device, sign in with this address, and go on where you stopped.`,
    open: 'Go on',
    why: ({ organisation }: { organisation: string }) =>
      `You get this message because you registered with this address at ${organisation}.`,
  },
  managerInvited: {
    manager: {
      subject: ({ organisation }: { organisation: string }) => `You manage devices at ${organisation}`,
      heading: ({ organisation }: { organisation: string }) => `You are a manager of ${organisation}`,
      what: ({ organisation }: { organisation: string }) =>
        `As a manager of ${organisation} you decide who may set up devices there and what those devices receive, and you help people with them.`,
    },
    supervisor: {
      subject: ({ organisation }: { organisation: string }) => `You supervise ${organisation}`,
      heading: ({ organisation }: { organisation: string }) => `You are a supervisor of ${organisation}`,
      what: ({ organisation }: { organisation: string }) =>
        `As a supervisor of ${organisation} you look after its organisations and the settings that hold for all of them.`,
    },
    preview: 'Sign in with this address to begin.',
    how: 'Sign in with this address. We send you a code, and the first time we ask you to make a passkey: your fingerprint, your face or the PIN of your computer. From then on it is the way in.',
    open: 'Sign in',
    why: 'You get this message because a supervisor entered this address. If you did not expect it, ask them; without signing in, nothing happens.',
  },
  platforms: {
    ios: 'iPhone or iPad',
    android: 'Android',
    macos: 'Mac',
    windows: 'Windows',
    linux: 'Linux',
    chromeos: 'Chromebook',
    agent: 'agent app',
  },
  help: ({ organisation }: { organisation: string }) => `Help from ${organisation}:`,
  footer: ({ organisation }: { organisation: string }) => `${organisation} · device setup`,
}
