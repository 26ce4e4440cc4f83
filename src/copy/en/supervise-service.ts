/** Supervisors' pages of what holds for the whole service, and of the supervisors themselves. */
export const superviseService = {
  title: 'Service',
  lead: 'What holds for every organisation.',
  empty: 'Nothing is set up yet. Look through these settings, save them, and switch device setup on.',
  done: {
    saved: 'Saved.',
    on: 'Device setup is on.',
    off: 'Device setup is off for everybody.',
    invited: 'Invited. The e-mail is on its way.',
    reminded: 'The invitation is on its way once more.',
    removed: 'Removed. Their account, passkeys and sessions have ended.',
  },
  state: {
    title: 'Device setup',
    on: 'Device setup is on. Organisations can be switched off one by one.',
    off: 'Device setup is off for everybody, whatever organisations say.',
    switchOn: 'Switch on',
    switchOff: 'Switch off',
  },
  confirmOff: {
    title: 'Switch off device setup for everybody?',
    consequences: [
      'In every organisation, people can no longer register or set up a device. They are told that device setup is switched off.',
      'Codes and links that have been given out do not work while it is off.',
      'Devices that report are told that setup is disabled. They keep what they have received.',
      'Nothing is deleted. Switching it on again restores everything.',
    ],
    act: 'Switch off for everybody',
  },
  entry: {
    title: 'Where people begin',
    organisation: 'Default organisation',
    organisationHint: 'Opens at /setup, for people who do not name theirs.',
    organisationTyped: 'Its short name. Opens at /setup, for people who do not name theirs. Empty: none.',
    none: 'None: people name their organisation',
  },
  codes: {
    title: 'Provision codes',
    seconds: 'How long a code is valid, in seconds',
    secondsHint: (words: string) => `From 10 to 1,000,000. At present: ${words}.`,
    owners: 'Owners may get codes by themselves',
    ownersDetail: 'Otherwise only managers send them.',
    facts: 'Note device information in the audit',
    factsDetail: 'Model and version of a device, when it is set up.',
  },
  android: {
    title: 'Android',
    sms: 'Send the installation code by SMS',
    smsDetail: 'For devices whose owners cannot read e-mail while they set them up.',
  },
  messages: {
    title: 'Messages',
    daily: 'Messages a day',
    dailyHint:
      'For all organisations together, e-mails and text messages each. What is more waits until the next day. Empty: 20,000 e-mails and 2,000 text messages.',
  },
  derived: {
    title: 'Derived credentials',
    url: 'Address of the external module',
    urlHint: 'Begins with https://. Owners who may use it find a link there.',
  },
  helpdesk: {
    title: 'Helpdesk of the service',
    lead: 'For managers, and where no organisation is known. People of an organisation see its own helpdesk.',
    email: 'E-mail address',
    phone: 'Phone number',
    url: 'Web page',
  },
  supervisors: {
    title: 'Supervisors',
    lead: 'They look after organisations and the service as a whole.',
    open: 'Supervisors',
    caption: 'Supervisors of the service',
    you: 'You',
    invite: {
      title: 'Invite a supervisor',
      lead: 'They get an e-mail with a link to sign in. A supervisor may change everything here.',
      act: 'Send the invitation',
    },
    problems: {
      taken: 'This person is a supervisor already.',
      not_accepted: 'This account is disabled.',
    },
    remove: 'Remove the supervisor',
    removeText: 'Their account ends. Somebody who is needed again is invited anew.',
    last: 'This is the only supervisor who can sign in, so they cannot be removed. Invite another one first, and wait until they have signed in.',
    recovery:
      'A supervisor who has lost every passkey signs in with the bootstrap secret, which whoever runs the service can set anew.',
    confirmRemove: {
      title: (person: string) => `Remove ${person}?`,
      consequences: [
        'Their account ends, with its passkeys. Every session of theirs ends at once.',
        'What they did stays in the audit.',
      ],
      self: 'This is you: you are signed out at once and cannot come back by yourself.',
      act: 'Remove the supervisor',
    },
    back: 'All supervisors',
  },
}
