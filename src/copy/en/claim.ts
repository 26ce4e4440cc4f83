/** The pages on a device whose browser claimed: what it needs next, and how far it has come. */
export const claim = {
  lead: {
    download: (organisation: string) =>
      `The settings of ${organisation} come as a profile: download it here, then install it in Settings.`,
    safari: 'This browser cannot install settings: on an iPhone or iPad only Safari can. Go on there.',
    install: 'The profile is on the device. Install it in Settings, then come back and say so here.',
    handOver: (app: string | null) => `From here on ${app ?? 'the agent app'} takes over.`,
    handOverToCommand: 'From here on a script takes over, or an agent that speaks our interface.',
    active: 'Everything is in place. You can close this page.',
  },
  /** `**…**` is what the device itself says. */
  steps: {
    ios: {
      settings: 'Settings\u00a0› Profile Downloaded\u00a0› Install',
      download: [
        'The device asks whether to allow the download: tap **Allow**.',
        'It says **Profile Downloaded**: tap **Close**. This page then shows how to go on.',
      ],
      install: [
        'Open **Settings** and tap **Profile Downloaded** near the top. It is not there? Look in **General\u00a0› VPN & Device Management**.',
        'Tap **Install**, enter your passcode, and go on until it says **Profile Installed**.',
        'Come back to this page and tap the button.',
      ],
    },
    macos: {
      settings: 'System Settings\u00a0› General\u00a0› Device Management',
      download: [
        'The browser may ask whether to allow the download: choose **Allow**.',
        'Open the file, should the browser not do it. The Mac says that a profile is downloaded.',
      ],
      install: [
        'Open **System Settings\u00a0› General\u00a0› Device Management**. Before macOS 15 it is **Privacy & Security\u00a0› Profiles**.',
        'Double-click the profile, choose **Install** and enter your password.',
        'Come back to this page and press the button.',
      ],
    },
  },
  afterDownload: 'What happens then',
  howToInstall: 'How to install it',
  /** Profiles carry no signature yet. */
  unverified:
    'The device may mark the profile as not verified: it does not know who signed it yet. That is expected.',
  download: 'Download the profile',
  again: (left: number) => `Download again (${left} left)`,
  gone: 'The profile is no longer on the device?',
  installed: 'It is installed',
  webClip: (label: string) =>
    `The profile also puts an icon “${label}” on the Home Screen. It says the same as the button.`,
  safari: {
    copy: 'Copy the link for Safari',
    label: 'Link for Safari',
    steps: [
      'Copy the link with the button.',
      'Open **Safari**, tap its address bar, paste the link and open it.',
      'Tap **Continue here** in Safari. This page then lets go.',
    ],
    once: 'The link works once, and only for this device. Do not pass it on.',
  },
  handOver: {
    get: (app: string | null) => (app ? `Get ${app}` : 'Get the app'),
    afterGet: (app: string | null) =>
      `Install ${app ?? 'the app'} and open it: it knows the rest. This page shows when it has taken over.`,
    /** Where the store hands nothing to the app. */
    notThere: (app: string | null) =>
      `${app ?? 'The app'} is not on this device yet? Install it first, then come back and copy the link.`,
    inAppStore: (app: string | null) => `Get ${app ?? 'the app'} in the App Store`,
    inMicrosoftStore: (app: string | null) => `Get ${app ?? 'the app'} in the Microsoft Store`,
    orCopy: 'The app is already there? Copy this link into it',
    copy: 'Copy the link for the app',
    label: 'Link for the app',
    paste: (app: string | null) =>
      `Open ${app ?? 'the agent app'} on this device and paste the link into it.`,
    once: 'It works once, and only for this device. Do not pass it on.',
  },
  /** Title of what a manager wrote. */
  notes: (organisation: string) => `${organisation} adds`,
  /** `{time}` is a time left, such as "in 23 hours". */
  ends: 'No need to hurry: this page ends {time}.',
  status: {
    connected: 'Connected',
    download: {
      title: 'Download the profile',
      detail: 'With the button above.',
      inSafari: 'In Safari, with the link above.',
      done: 'Profile downloaded',
    },
    install: { title: 'Install it in Settings', done: 'Profile installed' },
    handOver: {
      title: 'Hand over to the app',
      titleCommand: 'Run the script',
      detail: 'With the link above.',
      detailStore: 'With the button above.',
      detailCommand: 'With the button above.',
      done: 'Handed over',
    },
    elsewhere: 'Went on elsewhere',
    active: {
      title: 'Active',
      said: 'You say that it is installed.',
      reported: 'The device reports that all is in place.',
      now: 'Waiting for its first report',
      nowThere: 'Waiting for you to finish there',
      saidThere: 'You say there that it is installed.',
      /** `{time}` is a time ago. */
      saidBy: 'Said by you, {time}',
      doneBefore: 'Finished',
    },
    ended: {
      abandoned: 'The setup was not finished',
      removed: 'The device was removed',
      over: 'The time to go on has run out',
      detail: 'Get a new code to go on.',
    },
  },
  moved: {
    title: 'It went on elsewhere',
    lead: 'Another browser or an app has taken over. Go on there: this page only watches.',
    done: 'It was finished there. You can close this page.',
    notYou: 'That was not you?',
    notYouText: 'Then somebody else has the link. Report it now.',
  },
  ended: {
    title: 'This setup has ended',
    abandoned: 'The device connected, but the setup was never finished. Get a new code and try once more.',
    removed: 'The device has been removed. To set it up again, get a new code.',
    over: 'A setup can be finished here within a day, and that day is over. Nothing is broken: get a new code and begin again.',
    renew: 'Get a new code',
  },
  /** Behind a handover link. */
  ticket: {
    title: 'Go on here',
    lead: {
      ios: 'You began to set up your iPhone or iPad in another browser.',
      other: 'You began to set up your device in another browser.',
    },
    happens: 'When you continue',
    items: (organisation: string) => [
      `Setup at ${organisation} goes on in this browser, with the same device.`,
      'The former browser lets go: it can then only watch.',
      'This link is used up.',
    ],
    submit: 'Continue here',
    forApp: 'Is the link meant for the app? Then do not continue here: copy the link into the app instead.',
  },
  /** Behind the icon that the profile puts on the Home Screen. */
  confirm: {
    title: 'Is it installed?',
    lead: (organisation: string) =>
      `You opened this page with the icon that the profile of ${organisation} brought. Say that it is installed, and the setup is finished.`,
    submit: 'It is installed',
    /** `{time}` is a time ago. */
    done: 'You said so {time}. You can close this page.',
    doneReported: 'Everything is in place. You can close this page.',
  },
}
