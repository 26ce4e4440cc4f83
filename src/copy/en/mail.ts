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
