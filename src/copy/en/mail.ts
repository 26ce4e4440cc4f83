import { alarmMail } from './abuse-mail.ts'

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
  alarm: alarmMail,
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
  invitation: {
    preview: 'Your link, the PIN that it asks for, and a code for your camera.',
    reminderPreview: 'Your invitation still works. Link, PIN and code are below.',
    open: 'Set up this device',
  },
  renewal: {
    preview: 'What is wrong with it, and your way back in.',
    /** What is wrong, and what helps. */
    states: {
      invited: () => ({
        what: 'No device has been set up with your invitation yet.',
        next: 'Open the link below on the device that you want to set up.',
      }),
      pending: () => ({
        what: 'What you began on this device has not been finished.',
        next: 'Take it to hand and go on with the link below.',
      }),
      active: () => ({
        what: 'As far as we can see, nothing is wrong with it.',
        next: 'Should it not work as it should, the link below takes you back in.',
      }),
      silent: () => ({
        what: 'We have not heard from this device for a while.',
        next: 'Switch it on, connect it to the internet and open its agent app. If that does not help, use the link below. If you no longer have it, tell your helpdesk.',
      }),
      permissions: ({ permissions }: { permissions: string }) => ({
        what: permissions
          ? `This device has lost permissions that it needs: ${permissions}.`
          : 'This device has lost permissions that it needs.',
        next: 'Open its agent app and allow them again. If that does not help, use the link below.',
      }),
      ended: () => ({
        what: 'This device is no longer set up.',
        next: 'To set it up again, open the link below on it.',
      }),
    },
    open: 'Go to my device',
    signIn: 'Sign in',
    signInHow: 'After signing in with this address you see your devices and can set them up again.',
    why: ({ organisation, manager }: { organisation: string; manager: string | null }) =>
      `You get this message because ${manager ? `${manager}, who` : 'somebody who'} looks after devices at ${organisation}${manager ? ',' : ''} asked us to send it. If you do not know this device, tell the helpdesk; without you nothing happens.`,
  },
  /** Link, picture and PIN, wherever a message carries them. */
  access: {
    leads: 'The button opens',
    asks: 'The page asks for this PIN:',
    pinIs: ({ pin }: { pin: string }) => `Your PIN: ${pin}`,
    until: ({ when }: { when: string }) => `Link and PIN work until ${when}.`,
    untilEnded: ({ organisation }: { organisation: string }) =>
      `Link and PIN work until ${organisation} ends the invitation.`,
    camera: {
      title: 'Reading this on another device?',
      how: 'Point the camera of the device that you want to set up at this code.',
      alt: ({ page }: { page: string }) => `QR code of your link. Without pictures, type in at ${page}.`,
    },
    typed: {
      title: 'No camera, and no way to open the link?',
      how: 'Open this page on the device and type in:',
      page: 'Page',
      site: 'Site',
      address: 'E-mail address',
      thisAddress: 'the address that you have at the organisation',
      pin: 'PIN',
    },
    keepIt:
      'Keep this message to yourself: whoever has the link and the PIN can set up a device in your name.',
    why: ({ organisation, manager }: { organisation: string; manager: string | null }) =>
      `You get this message because ${manager ?? 'somebody who looks after devices'} at ${organisation} invited you. If you did not expect it, ask them, or do nothing: without you nothing happens.`,
  },
  /** Ours, until a manager writes others. Paragraphs stand apart by an empty line. */
  words: {
    invitation: {
      subject: 'Set up your devices at {{organisation}}',
      body: `Hello {{name}},

{{organisation}} invites you to set up the devices that you work with. It takes a few minutes: open the link on the device and do what the page says. For another device, come back to this message.`,
    },
    reminder: {
      subject: 'Reminder: set up your devices at {{organisation}}',
      body: `Hello {{name}},

your invitation from {{organisation}} still waits for you. Open the link on the device that you want to set up; it takes a few minutes. If something keeps you from it, we are glad to help.`,
    },
    renewal: {
      subject: '{{organisation}}: {{device}} needs your attention',
      body: `Hello {{name}},

{{organisation}} has a message about {{device}}.`,
    },
  },
  /** What a variable says where nothing is known. */
  unknown: {
    valid_until: 'further notice',
    device: ({ platform }: { platform: string | null }) =>
      platform ? `your device (${platform})` : 'your device',
    helpdesk: ({ organisation }: { organisation: string }) => `the helpdesk of ${organisation}`,
  },
  /** Text messages. Plain signs only: a curly quote would halve what fits. */
  sms: {
    invitation: ({ organisation }: { organisation: string }) => `${organisation}: Set up your device here:`,
    reminder: ({ organisation }: { organisation: string }) =>
      `${organisation}: Reminder, your device is not set up yet:`,
    renewal: ({ organisation, device }: { organisation: string; device: string }) =>
      `${organisation}: Your device needs attention (${device}):`,
    code: ({ organisation }: { organisation: string }) => `${organisation}: Set up your device here:`,
    pin: ({ pin }: { pin: string }) => `PIN ${pin}`,
    android: ({ page, site }: { page: string; site: string }) =>
      `On Android, or without the link: open ${page}, site ${site}, your e-mail address and the PIN.`,
    mail: ({ organisation }: { organisation: string }) =>
      `${organisation}: We have sent you an e-mail about your device. Please read it.`,
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
