/** The page behind a provision URL, as its holder meets it on the device. */
export const link = {
  title: 'Set up this device',
  lead: (organisation: string) => `${organisation} offers to set up this device for you.`,
  happens: {
    title: 'What happens',
    registered: {
      company: (organisation: string) => `The device is registered as one that belongs to ${organisation}.`,
      personal: (organisation: string) => `The device is registered at ${organisation} as your own.`,
    },
    settings: 'It receives its settings, such as Wi-Fi, mail and certificates.',
    reports: 'From then on it reports now and then that all is in order.',
  },
  canSee: {
    title: (organisation: string) => `${organisation} can see`,
    items: [
      'What device it is: name, model, system version, serial number',
      'Its mobile number and carrier, where it reports them',
      'When it last connected, and whether its settings are in place',
    ],
  },
  cannotSee: {
    title: (organisation: string) => `${organisation} cannot see through this setup`,
    items: ['Your photos, files and messages', 'Your calls and the pages you visit', 'Where you are'],
  },
  /** `{time}` is a time left, such as "in 9 minutes". */
  ends: 'This link ends {time}.',
  pinNeeded: 'Have the PIN at hand: the device asks for it.',
  submit: 'Continue',
  notExpected: 'Not expecting this? Close the page: nothing has been changed.',
  opened: {
    title: 'Go on with your device',
    lead: 'Follow these steps. The page on which you asked for the code shows how far you are.',
    unused:
      'Nothing has been used up by opening this page. The code is used when the device itself connects.',
    instructions: 'Next steps',
    copy: 'The link, for an app or the command line',
  },
}
