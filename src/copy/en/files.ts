/** The page with what a browser hands out where there is no single file: files, links, codes, things to type. */
export const files = {
  /** On the setup page of the device. */
  open: 'Show what to install',
  openLead: (organisation: string) =>
    `The settings of ${organisation} come as files and steps for this platform. Open them here and go through them.`,
  installLead: 'Go through the page with the files. When everything is in place, say so here.',
  again: (left: number) => `Show the files again (${left} left)`,
  gone: 'You need the files once more?',
  getNew: 'Get a new code',
  status: {
    title: 'Open the files',
    detail: 'With the button above.',
    done: 'Files handed out',
    install: 'Install them',
    installed: 'Installed',
  },
  /** Beside an agent: what leads to it. */
  helpers: {
    android: { title: 'A new phone, or a work profile', button: 'Show code and link' },
    windows: { title: 'Managed by your organisation', button: 'Show the link' },
    linux: {
      title: 'It makes this computer’s own key, installs what is there to install, and reports.',
      button: 'Get the script',
    },
  },
  title: 'What to install',
  lead: 'Go through it from top to bottom.',
  ends: 'The files on this page can be downloaded for an hour. After that, open it again from the setup page.',
  back: 'Back to the setup page',
  nothing: 'There is nothing to install here: the setup page says what to do.',
  done: { title: 'When all of it is in place', button: 'It is installed' },
  password: 'Password of the file',
  passwordNote: 'It is asked for once, while the certificate is installed. It stands nowhere else.',
  links: {
    windows_mdm: {
      title: 'Connect to your organisation',
      button: 'Connect this PC',
      steps: [
        'Press the button: the browser asks whether to open the settings of Windows. Allow it.',
        'Sign in with your account of the organisation and follow the steps there.',
      ],
    },
    android_enterprise: {
      title: 'Work profile',
      button: 'Set up the work profile',
      steps: ['Press the button on the phone itself. Google’s setup opens and takes over.'],
    },
  },
  codes: {
    provisioning: {
      title: 'A new or reset phone',
      label: 'Code for a new phone',
      steps: [
        'On the phone’s first screen, **Hi there** or **Welcome**, tap the same spot six times.',
        'Point it at the code, from another screen than its own.',
        'It installs what your organisation chose. The code works once.',
      ],
    },
    wifi: {
      title: 'Wi-Fi by code',
      label: (network: string) => `Code for the network ${network}`,
      steps: [
        'With this page on another screen: in the phone’s Wi-Fi settings, tap the code symbol and scan.',
        'On the phone itself: type name and password as they stand below.',
      ],
    },
  },
  kinds: {
    wifi: 'Wi-Fi',
    passpoint: 'Wi-Fi by Passpoint',
    networks: 'Networks',
    vpn: 'VPN',
    certificate: 'Certificates to trust',
    identity: 'This device’s certificate',
    ownCertificate: 'Your own certificates',
    script: 'Script that does everything',
  },
  /** `**…**` is what the device itself says. */
  steps: {
    android: {
      certificate: [
        'Open **Settings** and search for **Install a certificate**.',
        'Choose **Wi-Fi certificate** or **CA certificate**, then the file from your downloads.',
      ],
      identity: [
        'Open the downloaded file. If nothing happens: **Settings**, search for **Install a certificate**, choose **VPN & app user certificate**.',
        'Type the password below.',
      ],
      passpoint: [
        'Open the downloaded file from the notification.',
        'Android asks whether to add it: tap **Install**. It joins wherever the network offers Passpoint.',
      ],
    },
    windows: {
      certificate: [
        'Open the downloaded file and choose **Install Certificate**, then **Current User**.',
        'Choose **Place all certificates in the following store** and there **Trusted Root Certification Authorities**.',
        'Go on until **Finish**, and confirm with **Yes**.',
      ],
      identity: [
        'Open the downloaded file and choose **Current User**.',
        'Type the password below and leave the rest as it is until **Finish**.',
      ],
      wifi: [
        'Open the folder with the download, click into its address bar, type **cmd** and press Enter.',
        'Paste the command and press Enter. Windows then knows the network.',
      ],
    },
    chromeos: {
      identity: [
        'Type **chrome://settings/certificates** into the address bar, open your certificates and choose **Import and bind**.',
        'Choose the downloaded file and type the password below.',
      ],
      networks: [
        'Type **chrome://network#general** into the address bar.',
        'At **Import ONC file** choose the downloaded file. The networks are then in the settings.',
      ],
      certificate: [
        'The networks above know them already. For web pages: type **chrome://settings/certificates** into the address bar and import them under **Authorities**.',
      ],
    },
    linux: {
      script: [
        'Open a terminal in the folder with the download and run the command.',
        'It makes this computer’s own key, installs certificates and networks, and reports. This page then lets go.',
        'Delete the file afterwards: it carries secrets.',
      ],
      ownCertificate: [
        'Import them where you need them, in your mail program or browser: their settings have a place for certificates. Those that end in **.p12** ask for the password below.',
      ],
    },
  },
  command: 'Command',
  byHand: {
    title: 'By hand instead',
    lead: 'Download all of these into one empty folder, open a terminal there and run the commands. NetworkManager then knows the networks; VPN needs its strongSwan plug-in.',
    label: (number: number) => `Command ${number}`,
  },
  typed: {
    title: { wifi: 'Wi-Fi, to type in', vpn: 'VPN, to type in', mail: 'Mail, to type in' },
    facts: {
      network: 'Name',
      security: 'Security',
      server: 'Server',
      incoming: 'Incoming server',
      outgoing: 'Outgoing server',
      remoteId: 'Server’s identifier',
      localId: 'Own identifier',
      method: 'Method',
      identity: 'User name',
      outerIdentity: 'Anonymous identity',
      username: 'User name',
      password: 'Password',
      sharedSecret: 'Shared secret',
      serverName: 'Name of the server',
      address: 'Address',
    },
  },
  webLinks: 'Web links',
  leftOut: {
    title: 'Not on this device',
    lead: 'Your organisation has set this too, and it cannot be installed from here:',
  },
}
