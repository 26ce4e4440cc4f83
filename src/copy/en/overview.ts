const many = (count: number) => (count >= 100 ? 'More than 99' : String(count))
const people = (count: number) => (count === 1 ? 'One person' : `${many(count)} people`)
const devices = (count: number) => (count === 1 ? '1 device' : `${count} devices`)

const ending = (days: number) => {
  if (days < 0) return 'has ended'
  if (days === 0) return 'ends within a day'
  return days === 1 ? 'ends in 1 day' : `ends in ${days} days`
}

/** The first page of managers: what needs attention, what happened, what to do in a new organisation. */
export const overview = {
  title: 'Overview',
  look: 'Have a look',
  attention: {
    title: 'Needs your attention',
    none: 'Nothing needs your attention.',
    serviceOff: {
      title: 'Device setup is switched off for the whole service',
      detail: 'Nobody can set up a device until a supervisor switches it on again.',
    },
    setupOff: {
      title: 'Device setup is switched off',
      detail: 'Nobody can register or set up a device until a manager switches it on again.',
      act: 'See its state',
    },
    unfinished: {
      title: 'Nobody can register yet',
      detail: 'Device setup needs an account template and at least one platform with a device template.',
      act: 'Finish device setup',
    },
    anybody: {
      title: 'Anybody with an e-mail address can register',
      detail: 'There is no e-mail requirement. Say which addresses belong to your organisation.',
      act: 'Set the requirement',
    },
    /** `days` is negative once it has ended. */
    authorityEnds: (days: number) => ({
      title: `Your certificate authority ${ending(days)}`,
      detail:
        'Devices then have no valid certificate from it. Rotate it, and give the new one to your services.',
      act: 'Rotate the authority',
    }),
    signerEnds: (days: number) => ({
      title: `The certificate that signs your profiles ${ending(days)}`,
      detail: 'Apple devices then show new profiles as “Not verified”.',
      act: 'Upload its successor',
    }),
    unapproved: (count: number) => ({
      title: `${people(count)} ${count === 1 ? 'waits' : 'wait'} for your approval`,
      detail: 'They have proved their address and get no code before.',
      act: 'Approve or refuse',
    }),
    unresponsive: (count: number) => ({
      title: count === 1 ? 'One device does not respond' : `${many(count)} devices do not respond`,
      detail: 'They missed their check-ins, or lost a permission that they need.',
      act: 'See which',
    }),
    thefts: (count: number) => ({
      title:
        count === 1
          ? 'A used code, or a device’s credential, was tried by somebody else'
          : `${many(count)} used codes or credentials were tried by somebody else`,
      detail: 'In the last seven days. Ask the owners whether they know the second device.',
    }),
    pins: (count: number) => ({
      title:
        count === 1
          ? 'A PIN was locked after wrong tries'
          : `${many(count)} times PINs were locked after wrong tries`,
      detail: 'In the last day. The link still works; the owner can ask for a new PIN.',
    }),
    undelivered: (count: number) => ({
      title: count === 1 ? 'A message could not be delivered' : `${count} messages could not be delivered`,
      detail: (addresses: string) => `In the last seven days, to ${addresses}. Are these addresses right?`,
      more: (count: number) => `${count} more`,
    }),
  },
  counts: {
    active: 'Devices active',
    pending: 'Set up, not yet active',
    invited: 'Invited, no device yet',
    people: (days: number) => `Registered in ${days} days`,
    provisioned: (days: number) => `Set up in ${days} days`,
  },
  period: { label: 'Period', days: (days: number) => `${days} days` },
  table: 'Show as a table',
  funnel: {
    title: (days: number) => `From address to device, in ${days} days`,
    lead: 'Each step counts how often it happened in these days, so a person with two devices counts twice from the codes on. “Addresses proved” are those of people who came for the first time.',
    describe: (steps: string) => `Bars below one another: ${steps}.`,
    caption: 'From address to device',
    columns: ['Step', 'Count', 'Of the step before'],
    steps: {
      'account.registered': 'Addresses proved',
      'account.completed': 'Accounts completed',
      'provision_code.created': 'Codes issued',
      'device.provisioned': 'Redeemed',
      'device.confirmed': 'Active',
    },
    empty: 'Nobody has registered in these days. Send people to your setup page:',
  },
  byPlatform: {
    title: 'Devices by platform',
    lead: 'Everything that is set up now, whenever it was.',
    describe: (platforms: string) => `Bars below one another: ${platforms}.`,
    caption: 'Devices by platform and state',
    columns: ['Platform', 'Active', 'Not yet active', 'Ended'],
    bar: (active: number, pending: number) =>
      pending === 0 ? `${active} active` : `${active} active, ${pending} not yet`,
    empty: 'No device has been set up yet.',
  },
  byDay: {
    title: (days: number) => `Devices set up by day, in ${days} days`,
    lead: 'Days begin at midnight UTC; today is not over yet.',
    noun: devices,
    describe: (total: string, most: string, day: string) =>
      `A column for each day. ${total} in all; the most on one day were ${most}, on ${day}.`,
    caption: 'Devices set up by day',
    columns: ['Day', 'Devices'],
    empty: 'No device was set up in these days.',
  },
  start: {
    title: 'First steps',
    lead: 'In this order, your people can set up their devices in a few minutes.',
    done: 'done',
    open: 'to do',
    rule: {
      label: 'Say who may register',
      detail: 'The e-mail requirement: which addresses belong to your organisation.',
    },
    accountTemplate: {
      label: 'Choose what new accounts start with',
      detail: 'An account template: permissions, device limit, groups.',
    },
    deviceTemplate: {
      label: 'Write a device template',
      detail: 'What a device receives: Wi-Fi, mail, passcode policy, the app.',
    },
    platforms: {
      label: 'Offer platforms',
      detail: 'A device template for each platform that you offer.',
    },
    terms: {
      label: 'Write down what people agree to',
      detail: 'Terms are optional. People accept them before they get a code.',
    },
    attempt: { label: 'Try it yourself', detail: 'Register with your own address and set up a device.' },
  },
}
