/** "My account": passkeys, where somebody is signed in, language. */
export const account = {
  title: 'My account',
  facts: {
    address: 'E-mail address',
    addresses: 'E-mail addresses',
    role: 'Role',
    organisation: 'Organisation',
  },
  /** Behind an address. */
  addressStates: { current: 'mail goes here', unproved: 'not proved yet' },
  myDevices: 'My devices',
  passkeys: {
    title: 'Passkeys',
    leadStaff:
      'You sign in with one of these. Make a second one on another device, so that losing one does not lock you out.',
    leadOwner: 'With a passkey you sign in without waiting for a code. You need none.',
    empty: 'No passkeys yet.',
    columns: { name: 'Name', made: 'Made', used: 'Last used', actions: 'Actions' },
    synced: 'Kept on several devices',
    single: 'On one device only',
    unused: 'not yet',
    add: 'Add a passkey',
    addLead: 'Have the device or security key at hand that is to hold it.',
    rename: 'Rename',
    remove: 'Remove',
    name: 'Name',
    back: 'My account',
    onlyOne: 'It is your only passkey, and you cannot sign in without one. Add another before you remove it.',
    removeTitle: (name: string) => `Remove “${name}”`,
    consequences: {
      stops: 'You can no longer sign in with it.',
      stays:
        'Whoever is signed in stays signed in; look at the list of sessions as well if the device was lost.',
      device: 'The device may go on offering it. Delete it there too.',
      code: 'You can still sign in with a code by e-mail.',
    },
  },
  sessions: {
    title: 'Where you are signed in',
    lead: 'End what you do not recognise.',
    columns: { browser: 'Browser', since: 'Since', how: 'Signed in by', actions: 'Actions' },
    unknown: 'Unknown browser',
    here: 'this browser',
    by: { email: 'e-mail code', passkey: 'passkey', oidc: 'your organisation' },
    end: 'End',
    endTitle: 'End a session',
    endConsequences: (browser: string) => [
      `${browser} is signed out at once.`,
      'Whoever uses it has to sign in again.',
    ],
    endHere: 'This is the browser that you are using now: you have to sign in again.',
    endAct: 'End this session',
    others: 'End all others',
    othersTitle: 'End all other sessions',
    othersConsequences: (count: number) => [
      count === 1
        ? 'One other browser is signed out at once.'
        : `${count} other browsers are signed out at once.`,
      'This browser stays signed in.',
    ],
    noOthers: ['You are signed in nowhere else: nothing will change.'],
    othersAct: 'End all others',
  },
  profile: {
    title: 'About you',
    lead: 'Others who work here see your name. Pages and e-mail to you are in your language.',
    leadOwner: 'Your managers see your name. Pages and e-mail to you are in your language.',
    name: 'Name',
    phone: 'Mobile number',
    phoneHint: 'For text messages and the helpdesk. With country code, such as +44 7400 123456.',
    language: 'Language',
  },
  done: {
    added: 'The passkey is ready to be used.',
    renamed: 'Renamed.',
    removed: 'The passkey is removed.',
    ended: 'The session has ended.',
    'others-ended': 'You are signed in here only.',
    profile: 'Saved.',
  },
}
