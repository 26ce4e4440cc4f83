/** *My account*: one's data as a file, and the wish to be deleted; and what managers do about it. */
export const myData = {
  title: 'Your data',
  download: {
    act: 'Download my data',
    what: 'A file (JSON) with everything that is kept about you here: your account, devices, messages, certificates and what happened. Passwords, PINs and keys are not in it.',
  },
  /** Where no more may be uploaded. */
  certificates: 'Certificates that you uploaded before. You can look at them and delete them.',
  deletion: {
    link: 'Ask for deletion …',
    what: 'You ask the managers of your organisation to delete your account and everything in it.',
    title: 'Ask for your account to be deleted?',
    consequences: (organisation: string) => [
      `The managers of ${organisation} see that you ask, and decide. Until then everything works as before.`,
      'When they delete your account, you are signed out and your devices are no longer served. Remove what was installed on them first, or retire them, so that nothing stays behind.',
      'Your name, phone number, addresses, passkeys, certificates, messages and what tells your devices apart are deleted.',
      'What stays: the record of who did what, in which your address may stand, the list of certificates that were issued, and which kinds of device there were. Your organisation says how long it keeps them.',
      'You can take it back until it has been done.',
    ],
    act: 'Ask for deletion',
    asked: 'You asked for your account to be deleted.',
    askedSince: 'Asked',
    waits: 'A manager of your organisation has to do it. Until then everything works as before.',
    withdraw: 'Keep my account',
  },
  done: {
    asked: 'Your managers see now that you ask for your account to be deleted.',
    kept: 'Your account stays.',
  },
  people: {
    badge: 'Asked for deletion',
    filter: 'Asked for deletion',
    asked: 'This person asked for their account to be deleted.',
    since: 'Asked for deletion',
    act: 'Delete account …',
    what: 'Ends all their devices and codes, and forgets who they were. This cannot be undone.',
    self: 'You cannot delete your own account: another manager can.',
    lastManager: 'This is the only manager who can sign in. Make somebody else a manager first.',
    done: 'The account is being deleted. Its devices and codes have ended.',
    title: (who: string) => `Delete the account of ${who}?`,
    consequences: [
      'They are signed out everywhere at once. Their links, QR codes, PINs and invitations stop working.',
      'All their devices are deleted here and no longer served. Nothing is removed from the devices themselves: retire or wipe them first if that is needed.',
      'Name, phone number, addresses, passkeys, certificates, messages and what tells their devices apart are deleted.',
      'What stays: the audit, which may name their address, the list of certificates that were issued, and which kinds of device there were.',
      'They can register again with the same address. It will be a new account.',
    ],
    undone: 'This cannot be undone.',
    confirm: 'Their address',
    confirmHint: (address: string) => `To be sure, enter ${address}.`,
    wrong: 'This is not the address of the account. Enter it exactly as it is shown.',
    submit: 'Delete the account',
    /** Where a name would stand, in lists and within sentences. */
    deleted: '(deleted account)',
  },
  attention: (count: number) => ({
    title:
      count === 1
        ? 'One person asked for their account to be deleted'
        : `${count >= 100 ? 'More than 99' : count} people asked for their accounts to be deleted`,
    detail: 'Delete them, or talk to them if something has to be settled first.',
    act: 'See who',
  }),
}
