/** `/link`: a device without browser or camera shows a code, and its owner allows it or turns it away. */
export const deviceLink = {
  enter: {
    title: 'Connect a device that shows a code',
    lead: 'Some devices have no browser and no camera. They show a code of eight letters, which you type here.',
    compare: 'This code came with the link. Go on only if your device shows the very same one.',
    code: 'Code on the device',
    codeHint: '8 letters, such as BCDF-GHJK. Small letters will do, and the dash may be left out.',
    submit: 'Continue',
    over: {
      title: 'This request is over',
      text: 'A device waits ten minutes for an answer. Start again on the device, then type the new code here.',
    },
    errors: {
      not_a_code: 'A code has 8 letters without vowels, such as BCDF-GHJK. Type it as the device shows it.',
      unknown:
        'No device is waiting with this code. Compare each letter; after ten minutes the device needs a new code.',
      other_organisation: (organisation: string) =>
        `This device asks for another organisation than ${organisation}. Sign in with your address there, and type the code again.`,
      too_many_codes: (when: string) =>
        `Several codes did not fit, so typing is paused for your account. You can try again ${when}. Meanwhile you can start again on the device for a new code.`,
    },
  },
  asking: {
    title: 'Is this your device?',
    lead: 'A device asks to be connected to your account.',
    warning: {
      title: 'Only allow it if you started this yourself',
      text: 'The device should be in front of you and show this very code. If somebody sent you the code or the link, choose Deny: the device would belong to them and carry your name.',
    },
    says: 'What the device says of itself',
    unchecked: 'Nobody has checked this. Compare it with the device in front of you.',
    program: 'Program',
    name: 'Name',
    model: 'Model',
    kind: 'Kind',
    system: 'System version',
    known: 'What we know',
    code: 'Code',
    asked: 'Asked',
    account: 'Your account',
    ownership: 'Whose device is it?',
    chooseOwnership: 'Say whose device it is to allow it.',
    replaces: {
      title: 'The new device takes the place of an old one',
      text: (devices: string, count: number) =>
        count === 1
          ? `You have as many devices as your account may have. If you allow this one, ${devices} is no longer looked after.`
          : `You have more devices than your account may have. If you allow this one, these are no longer looked after: ${devices}.`,
      since: (name: string, when: string) => `${name} (set up ${when})`,
    },
    allow: 'Allow',
    deny: 'Deny',
    refusals: {
      not_offered: (organisation: string) =>
        `${organisation} has nothing to set up for this kind of device, so it cannot be allowed.`,
      device_limit_reached: (limit: number) =>
        `You have ${limit === 1 ? 'one device' : `${limit} devices`}, as many as your account may have. Retire one that you no longer use, then allow this one.`,
    },
  },
  allowed: {
    title: 'Your device goes on by itself',
    text: 'You allowed it. Within a few seconds the device notices and fetches its settings; leave it switched on.',
    devices: 'See it in my devices',
    another: 'Connect another device',
  },
  denied: {
    title: 'The device was turned away',
    text: 'It got nothing and does not know who you are.',
    unexpected: 'If you did not start this yourself, tell your helpdesk that somebody sent you a code.',
    devices: 'My devices',
    another: 'Type another code',
  },
}
