const many = (count: number) => (count >= 1000 ? 'More than 999' : String(count))
const times = (count: number) => (count === 1 ? 'once' : `${many(count).toLowerCase()} times`)

/** What holds strangers back: the human check, limits, throw-away addresses, and the alarms about them. */
export const abuse = {
  check: {
    lead: 'A short check that you are a person, by Cloudflare. Mostly it ticks itself.',
    noScript:
      'This check needs JavaScript. Without it: use a browser in which you signed in here before, sign in with your organisation if that is offered, or ask your helpdesk for an invitation.',
    required:
      'Many codes are asked for at this moment. Please pass the check below, then send the form again.',
    failed:
      'The check could not be confirmed: it may have been too old, or used already. Please pass it again, then send the form.',
  },
  limit: {
    title: 'No more codes within this hour',
    /** `{when}`: "in 20 minutes". */
    opens:
      'More codes were asked for than we send in an hour, by whoever it was. Codes are sent again {when}; what you typed is kept.',
    /** `{signIn}`: a link with the words below. */
    setup: 'If you have an account with a passkey, you can {signIn} at once.',
    signIn: 'sign in with it',
    elsewhere: 'A passkey, or signing in with your organisation, works at once.',
    known:
      'In a browser in which you signed in with a code sent to this address before, you still get codes.',
  },
  people: {
    title: 'Your address is proved, but registration is full for today',
    /** `{when}`: "in 5 hours". */
    opens:
      'More people registered than this organisation takes in a day. It opens again {when}; come back then and ask for a new code. Whoever is invited need not wait.',
  },
  throwAway: {
    refused:
      'This organisation does not accept addresses of services that lend them for a short time. Use an address that stays yours.',
    badge: 'throw-away address?',
    explained:
      'The domain of this address belongs to a service that lends addresses for minutes. Whoever wrote it may not be reached there tomorrow.',
  },
  /** The managers' page of *Device setup*. */
  page: {
    name: 'Protection',
    lead: 'How much strangers can cause before they have proved anything.',
    saved: 'Saved.',
    limits: {
      title: 'Limits',
      lead: 'They stop floods. People whose browser is known, passkeys, your own sign-in, invitations and people whom you add are never held back by them.',
      codes: 'Codes an hour',
      codesHint: (standard: number, most: number) =>
        `Mailed to browsers that are new here. Empty: ${standard}. At most ${most}, the limit of the service.`,
      people: 'New people a day',
      peopleHint: (standard: number, most: number) =>
        `Who register by themselves. Empty: ${standard}. At most ${most}. Raise it before a day on which everybody comes.`,
      used: { codes: 'Codes in this hour', people: 'New people today' },
      of: (count: number, limit: number) => `${count} of ${limit}`,
    },
    throwAway: {
      title: 'Throw-away addresses',
      label: 'Addresses of services that lend them for minutes',
      hint: 'Only well-known services are recognised, and only while people register. Addresses that you accept by name are always accepted.',
      options: { hint: 'Accept, and tell managers', refuse: 'Refuse at registration' },
    },
  },
  /** The supervisors' page. */
  service: {
    title: 'Protection',
    lead: 'How much strangers can cause in the whole service before they have proved anything.',
    open: 'Limits and human check',
    openText: 'How many codes are mailed to strangers, how many people register, and the human check.',
    codes: 'Codes an hour',
    codesHint: (standard: number) =>
      `For all organisations together, and once more for signing in. Empty: ${standard}. Each organisation keeps a small share that others cannot use up.`,
    people: 'New people a day',
    peopleHint: (standard: number) => `Of all organisations together. Empty: ${standard}.`,
    used: {
      codes: 'Setup codes in this hour',
      signIns: 'Sign-in codes in this hour',
      people: 'New people today',
    },
    check: {
      title: 'Human check',
      off: 'Not set up. When a limit is reached, codes wait for the next hour. With Cloudflare Turnstile, people could go on after a short check; the operating guide says how to set it up.',
      limits: 'Cloudflare Turnstile, asked for when a limit is reached.',
      always: 'Cloudflare Turnstile, asked of every browser that is new here.',
    },
  },
  /** What managers, and for the service supervisors, are told. `since`: in words. */
  alarms: {
    title: 'Alarms',
    lead: 'Signs that somebody tries something. Each is mailed to you once a day at most.',
    serviceTitle: 'Alarms of the service',
    /** `{time}`: "2 hours ago". */
    since: 'First {time}.',
    kinds: {
      codes: (count: number) => ({
        title: `Codes were held back ${times(count)}, because more were asked for than the limit allows`,
        detail:
          'If many people are coming today, raise the limit. If that does not help, the one of the whole service is reached: tell its supervisor. If nobody is expected, somebody may be flooding your page: people whom you know still come in.',
        act: 'See the limits',
      }),
      people: (count: number) => ({
        title: `Registration was full ${times(count)}`,
        detail:
          'More people proved an address than the limit of a day. Look at who came; raise the limit, or tighten the e-mail requirement. If a higher limit does not help, the one of the whole service is reached: tell its supervisor.',
        act: 'See the limits',
      }),
      guesses: (count: number) => ({
        title: `${many(count)} mailed codes were closed after wrong tries`,
        detail: 'Somebody may be guessing codes. Each stands five tries only, and nothing was opened.',
        act: 'See who registered',
      }),
      pins: (count: number) => ({
        title:
          count === 1
            ? 'A PIN was locked after wrong tries'
            : `${many(count)} times PINs were locked after wrong tries`,
        detail: 'The links still work; the owner, or you, can have a new PIN made.',
        act: 'Have a look',
      }),
      thefts: (count: number) => ({
        title:
          count === 1
            ? 'A used code, or a device’s credential, was tried by somebody else'
            : `${many(count)} used codes or credentials were tried by somebody else`,
        detail: 'It was refused. Ask the owners whether they know the second device.',
        act: 'Have a look',
      }),
      sign_ins: (count: number) => ({
        title: `Sign-in codes were held back ${times(count)}, because more were asked for than the limit allows`,
        detail:
          'Passkeys, organisations’ own sign-in and known browsers still work. Raise the limit if this is no flood.',
        act: 'See the limits',
      }),
      check: (count: number) => ({
        title: `The human check did not answer ${times(count)}`,
        detail:
          'Codes are sent within the limits all the same. Look at Cloudflare’s status, and whether the secret key is right.',
        act: 'See the limits',
      }),
    },
  },
}
