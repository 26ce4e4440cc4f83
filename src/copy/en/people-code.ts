/** The page with the PIN of one code, for managers. */
export const peopleCode = {
  title: (who: string) => `PIN for ${who}`,
  lead: 'The link of this code asks for it.',
  sent: (address: string) => `The link is on its way to ${address}, without the PIN.`,
  tell: 'Tell it by telephone or in person, never by e-mail: whoever has the link and the PIN can set up a device in this person’s name.',
  pin: 'PIN',
  device: 'For',
  until: 'Works until',
  locked:
    'The PIN is closed after too many wrong tries. Make a new one to open it again; the link stays the same.',
  over: 'This code has ended or was used: it has no PIN any more.',
  renew: 'New PIN',
  renewed: 'This is a new PIN. The one before no longer works.',
  back: 'Back to the account',
}
