/** What the instructions of a new template say. They are stored in every language and can be changed then. */
export const deviceTemplateStart = {
  ios: '1. Point the camera at the code and tap the link. It must open in **Safari**.\n2. Tap **Set up**, then **Download the profile** and **Allow**.\n3. Open **Settings**, tap **Profile Downloaded**, then **Install**.',
  android:
    '1. Point the camera at the code and tap the link.\n2. Tap **Set up**.\n3. Install the app that the page names and open it: it goes on by itself.',
  macos:
    '1. Open the link from this page on the Mac.\n2. Press **Set up**, then **Download the profile**, and open the file.\n3. Open **System Settings**, **General**, **Device Management**, and install it.',
  windows:
    '1. Open the link from this page on the PC and press **Set up**.\n2. Start the agent.\n3. Copy the link that the page shows then, and paste it there.',
  linux:
    '1. Open the link from this page on the computer and press **Set up**.\n2. Run the command that the page shows then.',
  chromeos:
    '1. Open the link from this page on the Chromebook and press **Set up**.\n2. Start the agent.\n3. Copy the link that the page shows then, and paste it there.',
  agent: '1. Copy the link from this page.\n2. Paste it into the agent on the device.',
}
