/** The table that `npm start` prints: only doors that exist. */
export function describeDoors(options: { url: string; state: string }): string {
  const { url, state } = options
  const rows = [
    [`${url}/setup`, 'register a device with the default organisation'],
    [`${url}/setup/acme`, 'the same with the demonstration organisation: any address @acme.example'],
    [`${url}/go`, 'for a device without a link: site, e-mail address and PIN'],
    [`${url}/dev/mailbox`, 'the e-mail that was sent, codes included'],
  ] as const
  const width = Math.max(...rows.map(([door]) => door.length))
  return [
    '',
    ...rows.map(([door, meaning]) => `  ${door.padEnd(width)}  ${meaning}`),
    '',
    '  To play the device:  npm run device -- redeem "<provision URL>"',
    `  State is kept in ${state}; Ctrl-C ends the server.`,
    '',
  ].join('\n')
}
