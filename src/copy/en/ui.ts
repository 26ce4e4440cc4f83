/** What stands around every page. `{…}` marks a place that a component fills. */
export const ui = {
  product: 'Latchkey',
  deviceSetup: 'Device setup',
  skip: 'Skip to content',
  errorTitle: (title: string) => `Error: ${title}`,
  /** Between a name and what it is. */
  colon: ': ',
  pageTitle: (title: string, owner: string) => `${title} · ${owner}`,
  signedInAs: 'Signed in as',
  notYou: 'Not you?',
  optional: 'optional',
  steps: {
    label: 'Steps',
    names: { email: 'E-mail', about: 'About you', device: 'Device', ready: 'Set up' },
    position: (number: number, count: number) => `Step ${number} of ${count}`,
    done: 'done:',
  },
  helpdesk: {
    stuck: 'Stuck?',
    line: (organisation: string) => `${organisation} helpdesk:`,
    short: 'Helpdesk:',
    none: (organisation: string) => `Ask the people who look after devices at ${organisation}.`,
    page: 'help page',
  },
  copyButton: { copy: 'Copy', copied: 'Copied' },
  qrLabel: 'QR code with the setup link',
  /** Refusals that any form can meet. */
  refusals: {
    rate_limited: 'There were many requests from your network just now. Wait a minute, then try again.',
    temporarily_unavailable: 'That did not work just now. Nothing is lost: try again in a minute.',
  },
}
