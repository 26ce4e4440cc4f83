/** Derived credentials: what a person obtains for a device on the strength of a stronger one that they hold. */
export const derived = {
  title: 'Derived credential',
  back: 'Back to the device',
  devices: 'My devices',
  /** On the page of a device. `{time}` is a distance such as "2 hours ago". */
  panel: {
    external:
      'It lets this device prove who you are. The page that issues it asks for what you hold already, such as your smart card.',
    builtIn: (organisation: string) =>
      `It lets this device prove who you are: a certificate from ${organisation}, in a file that only a password opens.`,
    get: 'Get a derived credential',
    again: 'Begin again',
    another: 'Get a new one …',
    state: 'State',
    states: { started: 'Not finished', issued: 'Issued', failed: 'Not issued', ended: 'Over' },
    startedExternal: 'You began {time}. The page that issues it has not answered yet.',
    startedFile: 'You began {time}, and have not downloaded the file.',
    failed:
      'The page that issues it said {time} that it did not work. Have your smart card ready and begin again. If that does not help, ask the helpdesk.',
    ended: 'The one that you had for this device is over.',
    since: 'Since',
    ends: 'Valid until',
    serial: 'Serial number',
  },
  confirm: {
    title: 'Get a new derived credential?',
    external: [
      'The page that issues it makes another one for this device, and asks for your smart card or the like once more.',
      'The one that you have for it now counts until the new one is there, and no longer.',
    ],
    builtIn: [
      'You get a new file and a new password.',
      'As soon as you download it, the one that you have for this device now is revoked: what uses it stops working until the new one is installed.',
    ],
    act: 'Get a new one',
  },
  onward: {
    title: (host: string) => `Continue to ${host}`,
    lead: 'The derived credential for this device is issued there. You come back here by yourself afterwards.',
    ready: 'Have ready what proves who you are, such as your smart card.',
    told: 'It is told your name and e-mail address, your organisation, and which device it is for.',
    ends: 'Finish there until {time}, in this browser. After that, begin again.',
    act: (host: string) => `Continue to ${host}`,
  },
  password: {
    title: 'Your activation password',
    shown: 'The password is shown only now. Note it, or copy it, before you leave this page.',
    label: 'Activation password',
    steps: [
      'Open this page on the device that the file is for, or be ready to take the file there.',
      'Download the file, and open it on the device.',
      'Enter the activation password when the device asks for a password. The dashes belong to it.',
    ],
    act: 'Download the file',
    ends: 'The file is made when you download it: once, until {time}. Nobody can make it again, neither can we.',
  },
  /** Pages on which the way ends. */
  outcomes: {
    success: {
      title: 'The derived credential is issued',
      text: 'Your device has a derived credential now.',
      next: 'There is nothing more to do here.',
    },
    failure: {
      title: 'It was not issued',
      text: 'The page that issues derived credentials said that it did not work. Nothing was changed.',
      next: 'Have your smart card ready, go back to the device and begin again. If it happens again, ask the helpdesk.',
    },
    unknown: {
      title: 'This answer belongs to nothing that you began',
      text: 'It was begun with another account, or you began again since. Nothing was changed.',
      next: 'Sign in with the account that began it, open the device and begin again.',
    },
    lost: {
      title: 'The answer got lost on the way',
      text: 'You had to sign in first, and what the other page answered is not kept meanwhile. Nothing was changed.',
      next: 'Open the device and begin again.',
    },
    not_ours: {
      title: 'This answer cannot be trusted',
      text: 'It is not signed by the page that issues derived credentials. Nothing was changed.',
      next: 'Go back to the device and begin again. If it happens again, tell the helpdesk.',
    },
    expired: {
      title: 'That took too long',
      text: 'The time for it is over, or the device was set up again or has ended meanwhile. Nothing was changed.',
      next: 'Go back to the device and begin again.',
    },
    used: {
      title: 'This was answered already',
      text: 'Each answer counts once. Nothing was changed.',
      next: 'Go back to the device: it shows what it has.',
    },
    not_ready: {
      title: 'Derived credentials are not ready yet',
      text: 'Whoever runs this service has not finished setting them up. Nothing was changed.',
      next: 'Ask the helpdesk when they will be.',
    },
    not_active: {
      title: 'Not for this device at the moment',
      text: 'Only a device that is set up and active can have a derived credential.',
      next: 'Finish its setup first, then come back.',
    },
    over: {
      title: 'This file is over',
      text: 'It was downloaded already, its time has run out, or you began again since. The file is made once, and nobody keeps it.',
      next: 'If you have it, open it with the activation password. If not, go back to the device and get a new one.',
    },
  },
  supervise: {
    title: 'External module for derived credentials',
    lead: 'Issues derived credentials in our place. What we ask of it and what it answers is signed with a secret that both know.',
    open: 'Secret of the module',
    openText: 'What we and the module sign with, and whether it is ready.',
    address: 'Address',
    none: 'None: the organisations’ own authorities issue derived credentials.',
    secret: 'Secret',
    secrets: {
      set: 'Set. Nobody can read it here again.',
      missing: 'None yet',
      unreadable: 'It cannot be read any more: the master key that protected it is gone.',
    },
    state: 'State',
    ready: 'Ready',
    notReady: 'Not ready',
    notNeeded: 'Not in use',
    notReadyText:
      'People cannot get derived credentials until there is a secret. Make one and give it to the module.',
    notConfigured: 'Save the settings of the service first.',
    make: 'New secret …',
    guide: 'How a module is written stands in docs/derived-credentials.md.',
    confirm: {
      title: 'Make a new secret for the module?',
      first: [
        'It is shown this once. Give it to the module, which must know it before people can get derived credentials.',
      ],
      again: [
        'The present secret ends at once. Until the module knows the new one, its answers are refused and nobody gets a derived credential.',
        'People who are at the module right now must begin again. What was issued stays as it is.',
        'The new one is shown once.',
      ],
      act: 'Make a new secret',
    },
    shown: {
      title: 'The module’s new secret',
      warning: 'It is shown only now. Give it to the module before you leave this page.',
      label: 'Secret of the module',
    },
    back: 'Back to the module',
  },
}
