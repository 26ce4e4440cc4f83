/** `/i/<ref>`: where an invitation leads its person. */
export const invitationLink = {
  title: 'Set up your devices',
  lead: (organisation: string) => `${organisation} invites you to set up your devices.`,
  about: {
    title: 'Your invitation',
    /** How many more devices it sets up; null: any number. */
    left: (count: number | null) => {
      if (count === null) return 'It sets up any number of your devices, one after the other.'
      return count === 1 ? 'It sets up one more device.' : `It sets up ${count} more devices.`
    },
    how: 'Each device gets its settings once you have agreed on this page. Nothing happens before.',
    stays: 'Devices that are set up stay as they are when the invitation ends.',
  },
  /** `{time}` is a time left, such as "in 9 days". */
  ends: 'This invitation ends {time}.',
  own: {
    title: 'Set up in this browser',
    begun: 'Begun, go on here',
    delivered: 'Profile downloaded, waiting to be installed',
    active: 'Set up',
  },
  which: {
    title: 'Which device is this?',
    text: 'Choose what this page is open on.',
    /** The browser's kind of device is not among those on offer. */
    notOffered: (one: string, organisation: string) =>
      `This seems to be ${one}. ${organisation} has not prepared anything for it.`,
    elsewhere: 'Open this link on a device of one of these kinds, or choose it if we guessed wrong.',
  },
  others: {
    title: 'Another device?',
    text: 'Open the link of your invitation on it, or scan its code there. Did we guess wrong, and this is one of these? Choose it:',
  },
  asks: 'Before you go on',
  terms: {
    accepted: (organisation: string) => `Terms of use of ${organisation}, accepted`,
    byDoing: 'Whoever sets up a device accepts these terms.',
  },
  pin: 'PIN',
  pinHint: 'The 8 digits in the message that invited you.',
  pinNeeded: 'Have the PIN from your message at hand: the device asks for it.',
  submit: 'Continue',
  errors: {
    wrong_pin:
      'That is not the PIN of this invitation. Compare it with the newest message that invited you, all 8 digits.',
    choose_ownership: 'Say whose device it is to go on.',
    terms: 'Tick the box to accept the terms. Questions about them? Ask the helpdesk.',
    not_offered: 'Choose one of these devices to go on.',
  },
  pinClosed: {
    title: 'The PIN is closed for now',
    text: 'It was entered wrongly several times. Ask for a new PIN: your invitation and this link stay the same.',
    again: 'I have a new PIN',
  },
  notExpected: 'Not expecting this? Close the page: nothing has been changed.',
  agent: {
    title: 'Go on with your device',
    lead: 'The device itself uses this invitation: give it the link or the code.',
    instructions: 'Next steps',
    copy: 'The link, for an app or the command line',
    scan: 'Or scan this code with the app',
    unused: 'Nothing has been used up by opening this page. The device counts once it connects.',
    back: 'Back to the choice of devices',
  },
}
