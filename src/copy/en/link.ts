/** The page behind a provision URL, as its holder meets it on the device. */
export const link = {
  title: 'Set up this device',
  lead: (organisation: string) => `${organisation} offers to set up this device for you.`,
  happens: {
    title: 'What happens',
    registered: {
      company: (organisation: string) => `The device is registered as one that belongs to ${organisation}.`,
      personal: (organisation: string) => `The device is registered at ${organisation} as your own.`,
      open: (organisation: string) =>
        `The device is registered at ${organisation}, as yours or the company’s: you say which below.`,
    },
    profile: 'You download a profile with its settings, such as Wi-Fi, and install it yourself.',
    app: 'An app takes over: it brings its settings, such as Wi-Fi, mail and certificates.',
    silent: 'Nothing on the device reports back: you say yourself when it is done.',
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
    silent: ['What kind of device it is, and whose', 'When it was set up, and that you said it is done'],
  },
  cannotSee: {
    title: (organisation: string) => `${organisation} cannot see through this setup`,
    items: ['Your photos, files and messages', 'Your calls and the pages you visit', 'Where you are'],
  },
  /** `{time}` is a time left, such as "in 9 minutes". */
  ends: 'This link ends {time}.',
  endsCode: 'This code ends {time}.',
  pinNeeded: 'Have the PIN at hand: the device asks for it.',
  submit: 'Continue',
  asks: 'Before you go on',
  pin: 'PIN',
  pinHint: 'The 8 digits on the page where you got this link, under “Other ways”.',
  errors: {
    wrong_pin: 'That is not the PIN of this link. Compare it with the page where you got the link.',
    choose_ownership: 'Say whose device it is to go on.',
  },
  pinClosed: {
    title: 'The PIN is closed for now',
    text: 'It was entered wrongly several times. Press “New PIN” on the page where you got this link, then go on here with the new one.',
    again: 'I have a new PIN',
    page: 'Open the setup page',
  },
  notExpected: 'Not expecting this? Close the page: nothing has been changed.',
  /** The browser seems to run on another kind of device than the link is for. */
  wrongPlatform: {
    title: (forOne: string) => `This code is ${forOne}`,
    lead: (one: string) => `This seems to be ${one}. Nothing has been used up.`,
    there: 'Scan the code there with the camera, or open the link there.',
    here: { title: 'Set up this device instead?', text: 'It needs a code of its own.' },
    get: 'Get a code for this device',
    wrong: { title: 'Did we guess wrong?', text: 'Browsers do not always say what they run on.' },
    overrule: (one: string) => `This is ${one}`,
  },
  opened: {
    title: 'Go on with your device',
    lead: 'Follow these steps. The page on which you asked for the code shows how far you are.',
    unused:
      'Nothing has been used up by opening this page. The code is used when the device itself connects.',
    instructions: 'Next steps',
    copy: 'The link, for an app or the command line',
  },
}
