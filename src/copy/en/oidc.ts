/** Signing in at an organisation's own identity provider: the manager's settings, and what visitors meet. */
export const oidc = {
  settings: {
    title: 'Sign-in',
    lead: 'Managers sign in with a passkey. If your organisation has an identity provider (OpenID Connect), they can sign in there too, and owners with them.',
    provider: {
      title: 'What your provider needs',
      lead: 'Register a web application there that keeps a secret and uses the authorization code flow. Give it exactly this address.',
      redirectUri: 'Redirect URI',
    },
    form: {
      title: 'Your provider',
      lead: 'Saved once the provider has answered as the issuer that you name.',
      enabled: 'People sign in at this provider',
      enabledDetail: 'Managers have to be managers here already. Passkeys keep working.',
      issuer: 'Issuer',
      issuerHint:
        'As your provider writes it, such as https://login.company.example/realms/staff. The address of its discovery document will do.',
      clientId: 'Client ID',
      clientSecret: 'Client secret',
      secretSet: 'is set',
      secretKeep: 'Leave it empty to keep the one that is set. It is never shown.',
      secretNew: 'It is kept encrypted and never shown again.',
      emailClaim: 'Claim with the e-mail address',
      emailClaimHint:
        'Usually email: then the provider must say that it has verified the address. Name another claim only if people cannot change it themselves.',
      forOwners: 'Owners sign in there too',
      forOwnersDetail:
        'The page for setting up devices then offers it beside the e-mail code. The rule for e-mail addresses still applies.',
      submit: 'Check and save',
    },
    tryIt: 'Try it',
    tryText: 'Sign in there yourself. You come back to this page.',
    worked: 'You signed in at your provider. It works.',
    saved: 'Saved. The provider answered as it should.',
    savedOff: 'Saved. Nobody signs in at this provider.',
    forgotten: 'Forgotten. At the next sign-in people are found by their e-mail address again.',
    issuer: {
      missing: 'Enter the issuer.',
      too_long: 'Enter at most 300 characters.',
      not_a_url: 'Enter a whole address that begins with https://.',
      not_https: 'Enter an address that begins with https://.',
      with_extras: 'Enter the address without a user name, “?” or “#”.',
      with_port: 'Enter an address without a port: https uses port 443.',
      not_public:
        'Enter a name that is known on the internet, not an IP address or a name of your own network.',
    },
    discovery: {
      unreachable: () =>
        'The provider does not answer. Check the address, and that it can be reached from the internet.',
      no_document: () =>
        'Something answered, but not with an OpenID Connect discovery document. Check the path of the address.',
      too_large: () => 'The answer is much larger than a discovery document. Check the address.',
      other_issuer: (named: string) =>
        named
          ? `The provider answered as another issuer: ${named}. If that is yours, enter it like that.`
          : 'The provider answered as another issuer. Compare the address letter by letter.',
      incomplete: (named: string) =>
        `The provider answered, but its ${named} is missing or not a public https address.`,
      unsupported: (named: string) => `The provider answered, but does not offer what is needed: ${named}.`,
    },
    forget: {
      act: 'Forget who is who',
      explained:
        'We remember people by their ID at the provider, so that a reused address does not open an old account. After a change of client or tenant these IDs may differ.',
      title: 'Forget who is who at the provider',
      consequences: [
        'At the next sign-in everybody is found by their verified e-mail address once more, and remembered again.',
        'Make sure first that no address was passed on to somebody else: they would get the account of whoever had it before.',
        'Nobody is signed out.',
      ],
    },
  },
  /** On the first page of `/setup`. */
  start: {
    or: 'or',
    with: (organisation: string) => `Sign in with ${organisation}`,
  },
  /** The way from `/sign-in` to an organisation's provider. */
  link: 'Sign in with your organisation',
  organisation: {
    title: 'Sign in with your organisation',
    lead: 'If your organisation has a sign-in page of its own, we take you there.',
    name: 'Short name of the organisation',
    hint: 'The last part of the address where its devices are set up: /setup/name.',
    submit: 'Continue',
    onward: 'One moment',
    onwardLead: (slug: string) => `You go on to the sign-in page of “${slug}”.`,
  },
  ends: {
    not_offered: {
      title: 'No sign-in of its own',
      text: (): string => 'Under this name no organisation has a sign-in page of its own.',
      next: 'Check the short name, or sign in with your e-mail address.',
    },
    not_for_owners: {
      title: 'Use your e-mail address',
      text: (organisation: string): string => `Only managers of ${organisation} sign in this way.`,
      next: 'Sign in with your e-mail address instead.',
    },
    unreachable: {
      title: 'The sign-in page does not answer',
      text: (organisation: string): string =>
        `The sign-in service of ${organisation} cannot be reached at the moment.`,
      next: 'Try again in a minute, or sign in another way.',
    },
    misconfigured: {
      title: 'This sign-in is not set up right',
      text: (organisation: string): string => `The sign-in service of ${organisation} does not accept us.`,
      next: 'A manager can put it right: the client ID, the client secret and the redirect URI have to be the same on both sides.',
    },
    stale: {
      title: 'This sign-in has run out',
      text: (): string => 'It was finished already, took longer than ten minutes, or began in another tab.',
      next: 'Begin again. Nothing was changed.',
    },
    declined: {
      title: 'You were not signed in',
      text: (organisation: string): string =>
        `The sign-in service of ${organisation} sent you back without signing you in.`,
      next: 'If you stopped it yourself, try again. If not, you may lack access to this application there.',
    },
    not_valid: {
      title: 'This sign-in could not be checked',
      text: (organisation: string): string =>
        `What the sign-in service of ${organisation} sent is not valid. For your safety we did not accept it.`,
      next: 'Begin again. If it happens once more, tell a manager.',
    },
    no_account: {
      title: 'You have no account here yet',
      text: (organisation: string, address: string | null): string =>
        address
          ? `${organisation} signed you in as ${address}, but nobody with this address works here.`
          : `${organisation} signed you in, but you have no account here.`,
      next: 'Ask a manager to invite this address, or try again with another account.',
    },
    no_address: {
      title: 'Your e-mail address is missing',
      text: (organisation: string): string =>
        `The sign-in service of ${organisation} did not tell us your e-mail address.`,
      next: 'Ask whoever looks after it to add the address to your account, or sign in another way.',
    },
    not_verified: {
      title: 'Your e-mail address is not verified',
      text: (organisation: string): string =>
        `The sign-in service of ${organisation} does not vouch for your e-mail address.`,
      next: 'Have it verified there, or sign in another way.',
    },
    not_accepted: {
      title: 'This address is not accepted here',
      text: (organisation: string, address: string | null): string =>
        `You were signed in as ${address ?? ''}, which ${organisation} does not accept for setting up devices.`,
      next: 'Try again with your work account.',
    },
    other_person: {
      title: 'This address belongs to another account',
      text: (_organisation: string, address: string | null): string =>
        `Somebody else has signed in with ${address ?? 'this address'} before. To protect their account we let nobody else in.`,
      next: 'If the address is yours now, or your account at the sign-in service was made anew, tell a manager.',
    },
  },
  ways: {
    yourOrganisation: 'your organisation',
    again: 'Try again',
    instead: 'Sign in by e-mail instead',
    said: (code: string) => `The sign-in service said: ${code}`,
  },
}
