/** What a device shows of what it received. */
export const artefacts = {
  profileDescription: (organisation: string) =>
    `Settings of ${organisation}, and an icon with which you say that they are installed.`,
  /** Below an icon on the Home Screen, which has room for about 12 characters: no name fits. */
  confirmLabel: (_organisation: string) => 'Finish setup',
  /** Before it installs, and asks for agreement. */
  consent: (organisation: string) =>
    `This profile installs the settings of ${organisation} on this device. You can remove it at any time in Settings; what it brought goes with it.`,
}
