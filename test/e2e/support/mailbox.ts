export type Mail = {
  id: string
  channel: 'email' | 'sms'
  to: string
  subject: string | null
  text: string
  html: string | null
  at: string
}

/** Milliseconds a message may take: the queue delivers in batches. */
const PATIENCE = 15_000

/** What was sent to an address, newest first. */
export async function readMails(baseUrl: string, to: string): Promise<Mail[]> {
  const answer = await fetch(`${baseUrl}/dev/mailbox.json?to=${encodeURIComponent(to)}`)
  if (!answer.ok) throw new Error(`the mailbox answered ${answer.status}`)
  return (await answer.json()) as Mail[]
}

/** Waits for the `count`th message to an address and returns the newest. */
export async function waitForMail(baseUrl: string, to: string, count = 1): Promise<Mail> {
  const deadline = performance.now() + PATIENCE
  for (;;) {
    const mails = await readMails(baseUrl, to)
    const newest = mails[0]
    if (newest && mails.length >= count) return newest
    if (performance.now() > deadline) throw new Error(`${mails.length} of ${count} messages came to ${to}`)
    await new Promise((done) => setTimeout(done, 100))
  }
}

/** The code in a message: six digits that stand alone. */
export function codeIn(mail: Mail): string {
  const code = /(?<![\w/=-])\d{6}(?![\w-])/.exec(mail.text)?.[0]
  if (!code) throw new Error(`no code in: ${mail.text}`)
  return code
}

/** The link to this service in a message. */
export function linkIn(mail: Mail, baseUrl: string): string {
  const link = mail.text.split(/\s+/).find((word) => word.startsWith(`${baseUrl}/`))
  if (!link) throw new Error(`no link in: ${mail.text}`)
  return link
}

/** An address that nobody used before, so that tests do not meet each other's caps. */
export function freshAddress(name = 'ada', domain = 'acme.example'): string {
  return `${name}.${crypto.randomUUID().slice(0, 8)}@${domain}`
}
