/** What a device shows of what it received. */
export const artefacts = {
  profileDescription: (organisation: string) =>
    `Settings of ${organisation}, and an icon with which you say that they are installed.`,
  /** Below an icon on the Home Screen, which has room for about 12 characters: no name fits. */
  confirmLabel: (_organisation: string) => 'Finish setup',
}
