/** Keys of an organisation's own systems. */
export const apiKeys = {
  title: 'API keys',
  make: 'Make a key …',
  caption: 'API keys',
  columns: {
    name: 'Key',
    scopes: 'May',
    state: 'State',
    made: 'Made',
    used: 'Last used',
    ends: 'Ends',
    act: 'What can be done',
  },
  hint: (end: string) => `ends in ${end}`,
  states: { active: 'Active', ended: 'Ended', revoked: 'Revoked' },
  madeBy: (name: string) => `by ${name}`,
  never: 'Not yet',
  noEnd: 'No end',
  revokeLink: 'Revoke …',
  revokeLabel: (name: string) => `Revoke the key ${name}`,
  scopes: {
    security_strings: {
      short: 'Verify security strings',
      label: 'Verify security strings',
      detail: 'Ask whether a string that somebody reads out or types is the right one, and use it up.',
    },
  },
  empty: {
    text: 'There are no keys yet. Make one for each of your systems that asks this service, such as a VPN gateway or a helpdesk tool that verifies security strings.',
    act: 'Make the first key',
  },
  nothingMore: 'There are no more keys.',
  usage: {
    title: 'Verifying a security string',
    lead: 'Send the key with the person’s e-mail address, the position and the string. A string that is right counts once; ten wrong ones make a device’s strings void.',
  },
  form: {
    title: 'Make a key',
    lead: 'One key for each system: so you see which of them uses it, and can end one without the others.',
    name: 'Name',
    nameHint: 'What uses it, for example: VPN gateway.',
    scopes: 'What it may do',
    endsOn: 'Last day',
    endsOnHint: 'The key ends with this day (UTC). Leave it empty and the key works until you revoke it.',
    submit: 'Make the key',
  },
  made: {
    title: 'Your new key',
    once: 'Copy the key now. It is shown this once and kept nowhere.',
    key: (name: string) => `Key for ${name}`,
    keep: 'Keep it where your system keeps its secrets. If it is lost, or somebody else may have seen it, revoke it and make another.',
    back: 'I have copied it',
  },
  revoke: {
    title: (name: string) => `Revoke the key ${name}`,
    consequences: [
      'Whatever uses this key is turned away from now on.',
      'Security strings and devices stay as they are; your other keys go on working.',
      'This cannot be undone. You can make a new key at any time.',
    ],
    act: 'Revoke the key',
  },
}
