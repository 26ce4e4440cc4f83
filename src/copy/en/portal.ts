/** The list of somebody's own devices, and the words for their states. */
export const portal = {
  title: 'My devices',
  setUp: 'Set up a device',
  caption: 'My devices',
  /** Stands for the kind of a device that speaks by the agent app or the command line. */
  agent: 'Device with the agent app',
  statuses: {
    unresponsive: 'Not responding',
    invited: 'Invited',
    pending: 'Pending',
    active: 'Active',
    retired: 'Retired',
    wiped: 'Wiped',
    replaced: 'Replaced',
    deleted: 'Removed',
  },
  /** Second lines below a state: why, or what to do. `{time}` is a distance such as "2 hours ago". */
  reasons: {
    silent: 'Last heard of {time}. Switch it on, connect it and open its app.',
    permissions: (names: string) =>
      `Its app lost permission for: ${names}. Allow it in the device’s settings.`,
    waiting: 'Waiting for its first check-in.',
    waitingCertificate: 'Waiting until it has fetched its certificate.',
    toDownload: 'Its profile has not been downloaded yet.',
    delivered: 'Its profile was downloaded {time}. Install it in the device’s settings.',
    said: 'It does not report by itself: you said that it is installed.',
    once: 'It told what it is when it was set up, and does not report since.',
    ended: 'Ended {time}.',
  },
  /** Why a device ended, where its state does not say it. */
  endings: {
    never_finished: 'Its setup was never finished.',
    abandoned: 'Its setup was never finished.',
    key_in_use: 'Its key belongs to a device of another account.',
    account_deleted: 'The account was deleted.',
  } as Record<string, string>,
  seen: 'Last check-in',
  neverSeen: 'none yet',
  ownership: 'Belongs to',
  company: (organisation: string) => organisation,
  personal: 'you',
  goOn: 'Go on with the setup',
  open: (count: number) =>
    count === 1
      ? 'One code is open that no device has used yet.'
      : `${count} codes are open that no device has used yet.`,
  openLink: 'Show what is open',
  empty: {
    title: 'No device is set up yet.',
    may: 'Set up your phone, tablet or computer here: it takes a few minutes, and each device appears on this page by itself.',
    mayNot:
      'Devices are set up for you here. Ask the helpdesk for an invitation, and they appear on this page by themselves.',
  },
  noneHere: 'None on this page. The next page looks further back.',
  showEnded: 'Show devices that have ended',
  endedTitle: 'Devices that have ended',
  endedLead: 'They are not served any more. What became of each stays here.',
  endedEmpty: 'No device has ended.',
  /** Read out when the page has been brought up to date by itself. */
  changed: 'Your devices have changed.',
}
