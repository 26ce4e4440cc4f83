export type Doors = {
  url: string
  state: string
  /** Where the first supervisor comes in, and with what; null once there is one. */
  claim: { url: string; secret: string } | null
}

/** The table that `npm start` prints: only doors that exist. */
export function describeDoors({ url, state, claim }: Doors): string {
  // Where others can reach the service, nobody is signed in like that.
  const local = /^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(url)
  const rows: readonly (readonly [door: string, meaning: string])[] = [
    [`${url}/setup`, 'register a device with the default organisation'],
    [`${url}/setup/acme`, 'the same with the demonstration organisation: any address @acme.example'],
    [`${url}/go`, 'for a device without a link: site, e-mail address and PIN'],
    [`${url}/sign-in`, 'for everybody who has an account'],
    [`${url}/portal`, 'what people do with their own devices'],
    [`${url}/link`, 'allow a device that shows a code'],
    [`${url}/manage`, 'for managers of an organisation'],
    [`${url}/supervise`, 'for supervisors of the service'],
    [
      `${url}/dev/mailbox`,
      `the mails and text messages that were sent, codes included${local ? '' : ': for all who can reach this'}`,
    ],
    ...(local ? ([[`${url}/dev`, 'only here: sign in as a manager or supervisor at once']] as const) : []),
  ]
  const width = Math.max(...rows.map(([door]) => door.length))
  return [
    '',
    ...rows.map(([door, meaning]) => `  ${door.padEnd(width)}  ${meaning}`),
    '',
    ...(claim
      ? [
          `  Nobody has claimed this service yet. To become its first supervisor, open ${claim.url}`,
          `  and enter the bootstrap secret:  ${claim.secret}`,
          '',
        ]
      : []),
    '  To play the device:  npm run device -- redeem "<provision URL>"',
    `  State is kept in ${state}; Ctrl-C ends the server.`,
    '',
  ].join('\n')
}

/**
 * Asks a running server whether it still waits for its first supervisor: then its page has a field for the
 * secret. Whatever goes wrong means no: the table is printed all the same.
 */
export async function findClaim(options: {
  /** Where the server listens, and what it builds links on. */
  url: string
  baseUrl: string
  secret: string | null
}): Promise<Doors['claim']> {
  const { url, baseUrl, secret } = options
  if (!secret) return null
  try {
    const answer = await fetch(`${url}/supervise/claim`, { signal: AbortSignal.timeout(10_000) })
    const open = answer.ok && /name="secret"/.test(await answer.text())
    return open ? { url: `${baseUrl}/supervise/claim`, secret } : null
  } catch {
    return null
  }
}
