/** Apple devices that say what they are while they are set up: two profiles, one after the other. */
export const ota = {
  /** What the device shows of the first profile. */
  profile: {
    name: (organisation: string) => `${organisation}: set up this device`,
    description: (organisation: string) =>
      `Tells ${organisation} what device this is: name, model, system version, serial number. Its settings come in return.`,
  },
  /** Before anybody agrees. */
  happens: {
    profile:
      'You download a profile and install it in Settings. The device asks twice: to tell what it is, then to install its settings, such as Wi-Fi.',
    once: 'It tells what it is once, while it is set up, and not after that.',
  },
  canSee: [
    'What device it is: name, model, system version, serial number, device identifiers',
    'When it was set up',
  ],
  lead: {
    download: (organisation: string) =>
      `It takes two profiles: one tells ${organisation} what device this is, the other brings its settings. Download the first one here.`,
    install: 'The first profile is on the device. Install it in Settings: the second one follows by itself.',
    active:
      'The device has told what it is and fetched its settings. If it still asks something, finish there; then you can close this page.',
    /** On the page where the code was shown. */
    delivered: 'The profile is on the device. Install it there in Settings; this page shows when it is done.',
  },
  howToInstall: 'How to install both',
  /** `**…**` is what the device itself says. */
  steps: {
    ios: [
      'Open **Settings** and tap **Profile Downloaded** near the top. It is not there? Look in **General\u00a0› VPN & Device Management**.',
      'The device asks the first time: tap **Install** and enter your passcode. It then says what it is, and fetches its settings.',
      'It asks the second time, for the settings: tap **Install**, and go on until it says **Profile Installed**.',
    ],
    macos: [
      'Open **System Settings\u00a0› General\u00a0› Device Management**. Before macOS 15 it is **Privacy & Security\u00a0› Profiles**.',
      'Double-click the profile and choose **Install**: the Mac asks the first time. It then says what it is, and fetches its settings.',
      'It asks the second time, for the settings: choose **Install** and enter your password.',
    ],
  },
  byItself: 'There is nothing to press here: this page shows by itself when the device has told what it is.',
  /** After it told what it is. */
  failed: 'The device could not install the settings?',
  again: (left: number) => `Download the first profile again (${left} left)`,
  status: {
    install: 'Install both profiles in Settings',
    told: 'The device told what it is',
    /** On the page where the code was shown. */
    active: {
      now: 'Waiting for you to install the profile',
      nowDetail: 'In Settings on the device. It asks twice, and tells by itself when it is done.',
      next: 'Active',
      nextDetail: 'When the device has told what it is.',
    },
  },
}
