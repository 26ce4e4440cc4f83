/** Signing in: address, code, account, passkey; recovery links; the first supervisor. `{…}` is filled by a page. */
export const signIn = {
  start: {
    title: 'Sign in',
    lead: 'With your e-mail address, or with a passkey that you have made here.',
    email: 'E-mail address',
    submit: 'Send me a code',
    or: 'or',
    passkey: 'Sign in with a passkey',
    signedOut: 'You are signed out.',
    tooManySends:
      'Several codes have been sent to this address. You can ask for the next one {when}. A passkey works at any time.',
  },
  none: {
    title: 'No account yet',
    text: 'Nobody can sign in here with {address}.',
    owner: 'To set up a device, register with your organisation: that makes your account.',
    manager: 'To manage devices, ask your organisation to invite this address.',
    register: 'Set up a device',
    another: 'Use another address',
  },
  choose: {
    title: 'Which account?',
    lead: '{address} has more than one.',
    accounts: 'Accounts',
    submit: 'Continue',
    error: 'Choose one of these accounts.',
  },
  roles: { device_owner: 'Device owner', manager: 'Manager', supervisor: 'Supervisor' },
  passkey: {
    title: 'Now your passkey',
    lead: 'Your address is proved. To keep devices safe, managers and supervisors also use a passkey.',
    submit: 'Use my passkey',
    lost: 'No passkey at hand?',
    lostManager: 'A supervisor of this service can give you a link with which you make a new one.',
    lostSupervisor:
      'Whoever runs this service can set a new bootstrap secret. With it you make a new one at /supervise/claim.',
    another: 'Use another address',
  },
  make: {
    title: 'Make your passkey',
    lead: 'It takes the place of a password: you sign in with the fingerprint, face or PIN of this device, or with a security key.',
    replaces: 'When it is made, all former passkeys of {address} are removed.',
    name: 'Name of the passkey',
    nameHint: 'So that you recognise it in your account, such as “Work laptop”.',
    submit: 'Make a passkey',
  },
  /** Why a passkey opened nothing, or was not made. */
  refusals: {
    not_read: 'No passkey was used. Try again, and follow what your browser asks.',
    late: 'That took too long, or was sent twice. Try once more.',
    unknown: 'No account here has this passkey. Use another one, or your e-mail address.',
    refused: 'This passkey could not be checked. Try again, or use another one.',
    not_verified:
      'Your device did not check that it is you. Use a passkey that asks for a fingerprint, face or PIN.',
    taken: 'This passkey is in use here already. Make a new one, or use another device.',
    too_many: 'Your account has as many passkeys as it may have. Remove one that you no longer use.',
    closed: 'This account is switched off. Ask whoever manages it.',
  },
  script: {
    cancelled: 'No passkey was used. Press the button to try again.',
    unsupported:
      'This browser cannot use passkeys. Open this page in a current version of Chrome, Edge, Firefox or Safari.',
    known: 'This device has a passkey for this account already. Use another device or security key.',
    missingToSignIn:
      'Passkeys need JavaScript, which is off in this browser. Switch it on for this page and reload it, or use your e-mail address.',
    missingToMake:
      'Passkeys need JavaScript, which is off in this browser. Switch it on for this page and reload it.',
  },
  recover: {
    title: 'Get back into your account',
    lead: 'This link is for {name} ({address}), {organisation}.',
    happens: 'When you go on',
    consequences: [
      'You are signed out everywhere.',
      'You make a new passkey in this browser, within 10 minutes. All former ones are then removed.',
      'This link is used up.',
    ],
    submit: 'Go on',
    ended: {
      title: 'This link has ended',
      text: 'A recovery link works once, for a day, and until there is a newer one.',
      next: 'Ask a supervisor for another, or sign in with a passkey that you still have.',
      signIn: 'Sign in',
    },
  },
  claim: {
    title: 'Claim this service',
    lead: 'Become its first supervisor. You need the bootstrap secret that was set when the service was installed.',
    secret: 'Bootstrap secret',
    secretHint: '“npm start” prints it; in production it is the Worker secret BOOTSTRAP_SECRET.',
    email: 'Your e-mail address',
    emailHint: 'You sign in with it later. We do not send a code now.',
    name: 'Your name',
    submit: 'Claim the service',
    refused: 'This secret is not valid, or has been used.',
    used: {
      title: 'This service has its supervisor',
      text: 'The bootstrap secret has been used. Nobody can claim the service with it again.',
      next: 'Supervisors sign in. If one has lost every passkey, whoever runs the service sets a new BOOTSTRAP_SECRET and opens this page again.',
      signIn: 'Sign in',
    },
    unconfigured: {
      title: 'No bootstrap secret is set',
      text: 'Nobody can claim this service until there is one.',
      next: 'Whoever runs the service sets BOOTSTRAP_SECRET, 22 to 128 letters and digits, for example with **npx wrangler secret put BOOTSTRAP_SECRET**, and opens this page again.',
    },
  },
}
