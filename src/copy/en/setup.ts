/** The steps before the result: e-mail, code, about you, device. */
export const setup = {
  start: {
    title: 'Your work e-mail',
    lead: 'We send a code to make sure that it is yours.',
    email: 'E-mail address',
    submit: 'Send me a code',
    again: 'Set up a device before? Use the same address and go on from there.',
    errors: {
      not_an_address: 'Enter a whole e-mail address, such as name@company.example.',
      not_accepted: (organisation: string, hint: string | null) =>
        hint ? `${organisation} accepts ${hint}.` : `${organisation} does not accept this address.`,
      useAnother: 'Use one of those.',
      useWork: 'Use your work address.',
      added: 'Did somebody there add you? {signIn}.',
      signIn: 'Sign in instead',
      too_many_sends: 'Several codes have been sent to this address. You can ask for the next one {when}.',
    },
  },
  code: {
    title: 'Enter your code',
    lead: (letters: boolean): string =>
      letters ? 'We sent a code of 8 letters to {address}.' : 'We sent a code of 6 digits to {address}.',
    code: 'Code',
    submit: 'Continue',
    delivery: {
      queued: 'It should arrive within a minute.',
      sent: 'If you do not see it, look in your spam folder.',
      failed:
        'The e-mail could not be delivered. Check the address; if it is right, send a new code or ask the helpdesk.',
    },
    resent: 'A new code is on its way. Only the newest one works.',
    again: 'Send a new code',
    change: 'Use another address',
    errors: {
      wrong_code: (triesLeft: number) =>
        `That is not the code in our newest e-mail. ${triesLeft === 1 ? 'One try is' : `${triesLeft} tries are`} left.`,
      expired: 'This code has run out. Send a new one: it comes to the same address.',
      too_many_tries: 'To keep your address safe, this code is now closed. Send a new one.',
      no_challenge: 'No code is open in this browser any more. Send a new one.',
      too_many_sends:
        'Several codes have been sent to this address. The next one can be sent {when}. The newest code still works until it runs out.',
    },
  },
  elsewhere: {
    title: 'Your code',
    lead: 'You asked for it in another browser or on another device. Type it there:',
    code: 'Code',
    safe: 'It works only where you asked for it. Opening this page has used nothing up.',
    orHere: 'That window is gone?',
    begin: 'Begin here instead',
  },
  about: {
    title: 'About you',
    lead: (organisation: string) => `So that ${organisation} knows whose device it is.`,
    name: 'Your name',
    phone: 'Mobile number',
    phoneHint: 'With the country code, such as +44\u00a07400\u00a0123456.',
    terms: 'Terms of use',
    accept: 'I accept these terms',
    submit: 'Continue',
    errors: {
      name: {
        missing: 'Enter your name, the way colleagues know you.',
        too_long: 'Enter a shorter name: at most 120 characters.',
        not_text: 'Enter your name in letters: some of these characters cannot be shown.',
      },
      phone: {
        missing: 'Enter your mobile number: messages about your device go there.',
        not_a_number: 'Enter a whole number with its country code, such as +44\u00a07400\u00a0123456.',
      },
      terms: { not_accepted: 'Tick the box to accept the terms. Questions about them? Ask the helpdesk.' },
    },
  },
  waiting: {
    title: 'Waiting to be accepted',
    lead: (organisation: string) =>
      `${organisation} accepts new people by hand. You have done everything that there is to do for now.`,
    steps: [
      'Somebody who looks after devices accepts you.',
      'You get an e-mail, and this page goes on by itself.',
      'You choose your device and get its code.',
    ],
    urgent: 'Is it urgent?',
    again: 'Look again',
  },
  device: {
    closed: {
      title: 'Your codes come from the helpdesk',
      text: 'With this account you do not get setup codes by yourself. Nothing is wrong with it.',
      next: 'Ask for a code, and say which device you want to set up.',
    },
    title: 'Which device?',
    lead: 'Choose the one that you want to set up now.',
    open: 'Go on where you left off',
    openPending: 'Connected, waiting for its first report',
    openToDownload: 'Connected, its profile is not downloaded yet',
    openDelivered: 'Profile downloaded, waiting for you to install it',
    openUntil: 'The code ends {time}',
    replaces: {
      title: 'The new device takes the place of an old one',
      text: (devices: string, count: number) =>
        count === 1
          ? `You have as many devices as your account may have. Once the new one is set up, ${devices} is no longer looked after.`
          : `You have more devices than your account may have. Once the new one is set up, these are no longer looked after: ${devices}.`,
      since: (name: string, when: string) => `${name} (set up ${when})`,
    },
    platform: 'Device',
    thisDevice: 'This device',
    ownership: 'Whose device is it?',
    appliesTo: (platforms: string) => `For ${platforms}.`,
    company: 'The company’s',
    companyDetail: (organisation: string) => `${organisation} gave it to you`,
    personal: 'My own',
    personalDetail: 'You bought it yourself',
    submit: 'Get the setup code',
    errors: {
      choose_platform: 'Choose one of these devices to go on.',
      choose_ownership: 'Say whose device it is to go on.',
      device_limit_reached: (limit: number) =>
        `You have ${limit === 1 ? 'one device' : `${limit} devices`} set up, as many as your account may have. The helpdesk can remove one that you no longer use.`,
    },
  },
}
