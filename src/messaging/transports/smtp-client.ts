/** A mail submission client (RFC 6409) over a socket of `cloudflare:sockets`: one connection, one message. */

/** Opens a socket; what `connect` of `cloudflare:sockets` does. */
export type Connect = (address: { hostname: string; port: number }, options: SocketOptions) => Promise<Socket>

export type SmtpServer = {
  host: string
  port: number
  tls: 'implicit' | 'starttls'
  user: string
  password: string
}

/** Where a dialogue can end before the message is taken. */
export type SmtpStep = 'connect' | 'greeting' | 'tls' | 'auth' | 'sender' | 'recipient' | 'data'

/** `code` is the server's, 0 where it gave none. Its text stays out: it may repeat addresses. */
export class SmtpError extends Error {
  readonly step: SmtpStep
  readonly code: number
  constructor(step: SmtpStep, code: number) {
    super(`SMTP ${step} ${code}`)
    this.name = 'SmtpError'
    this.step = step
    this.code = code
  }
}

type Reply = { code: number; lines: string[] }

/** A reply has some lines of 512 characters (RFC 5321 section 4.5.3.1.5); more is no reply. */
const REPLY_MAX = 64 * 1024

/**
 * Hands `message` (CRLF lines, without dot-stuffing) to the server. TLS is a condition: a server that offers none
 * gets neither password nor message. Rejects with `SmtpError`.
 */
export async function submit(options: {
  connect: Connect
  server: SmtpServer
  /** The name that we give ourselves. */
  greetAs: string
  from: string
  to: string
  message: string
  /** For the whole dialogue. */
  timeoutMs: number
}): Promise<void> {
  const { connect, server, timeoutMs } = options
  const secureTransport = server.tls === 'implicit' ? 'on' : 'starttls'
  let line: Line
  try {
    const address = { hostname: server.host, port: server.port }
    line = new Line(await connect(address, { secureTransport, allowHalfOpen: false }))
  } catch {
    throw new SmtpError('connect', 0)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new SmtpError(line.step, 0)), timeoutMs)
  })
  const dialogue = converse(line, options).catch((error) => {
    throw error instanceof SmtpError ? error : new SmtpError(line.step, 0)
  })
  try {
    await Promise.race([dialogue, late])
  } finally {
    clearTimeout(timer)
    dialogue.catch(() => {})
    line.close()
  }
}

async function converse(line: Line, options: Parameters<typeof submit>[0]): Promise<void> {
  const { server, greetAs, from, to, message } = options
  await line.opened()
  line.step = 'greeting'
  await line.expect(2)
  let offers = (await line.ask(`EHLO ${greetAs}`, 2)).lines
  if (server.tls === 'starttls') {
    line.step = 'tls'
    if (!offers.some((offer) => /^STARTTLS$/i.test(offer))) throw new SmtpError('tls', 0)
    await line.ask('STARTTLS', 2)
    line.startTls()
    offers = (await line.ask(`EHLO ${greetAs}`, 2)).lines
  }
  line.step = 'auth'
  await authenticate(line, offers, server)
  line.step = 'sender'
  await line.ask(`MAIL FROM:<${from}>`, 2)
  line.step = 'recipient'
  await line.ask(`RCPT TO:<${to}>`, 2)
  line.step = 'data'
  await line.ask('DATA', 3)
  await line.ask(`${stuffDots(message)}${message.endsWith('\r\n') ? '' : '\r\n'}.`, 2)
  // The message is theirs by now, whatever they say to this.
  await line.tell('QUIT').catch(() => {})
}

/** RFC 5321 section 4.5.2. */
function stuffDots(message: string): string {
  return message.replace(/^\./gm, '..')
}

/** PLAIN, else LOGIN, which some servers still have alone. The line is encrypted by now. */
async function authenticate(line: Line, offers: string[], server: SmtpServer): Promise<void> {
  const offer = offers.find((one) => /^AUTH[ =]/i.test(one)) ?? ''
  const methods = offer.toUpperCase().split(/[ =]+/)
  const { user, password } = server
  if (methods.includes('PLAIN')) {
    await line.ask(`AUTH PLAIN ${encode(`\u0000${user}\u0000${password}`)}`, 2)
  } else if (methods.includes('LOGIN')) {
    await line.ask('AUTH LOGIN', 3)
    await line.ask(encode(user), 3)
    await line.ask(encode(password), 2)
  } else throw new SmtpError('auth', 0)
}

function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64')
}

/** The connection: lines out, replies in. */
class Line {
  step: SmtpStep = 'connect'
  #socket: Socket
  #reader: ReadableStreamDefaultReader<Uint8Array>
  #writer: WritableStreamDefaultWriter<Uint8Array>
  #decoder = new TextDecoder()
  #rest = ''

  constructor(socket: Socket) {
    this.#socket = socket
    this.#reader = socket.readable.getReader()
    this.#writer = socket.writable.getWriter()
    // Told by `opened` and by reading; nobody waits for it here.
    socket.closed.catch(() => {})
  }

  async opened(): Promise<void> {
    await this.#socket.opened
  }

  /** From here on everything is encrypted. What came before it unasked was slipped in by somebody. */
  startTls(): void {
    if (this.#rest !== '') throw new SmtpError('tls', 0)
    this.#reader.releaseLock()
    this.#writer.releaseLock()
    this.#socket = this.#socket.startTls()
    this.#socket.closed.catch(() => {})
    this.#reader = this.#socket.readable.getReader()
    this.#writer = this.#socket.writable.getWriter()
  }

  async tell(command: string): Promise<void> {
    await this.#writer.write(new TextEncoder().encode(`${command}\r\n`))
  }

  async ask(command: string, kind: 2 | 3): Promise<Reply> {
    await this.tell(command)
    return this.expect(kind)
  }

  /** The next reply, if its code begins with `kind`. */
  async expect(kind: 2 | 3): Promise<Reply> {
    const lines: string[] = []
    for (;;) {
      const text = await this.#readLine()
      const [, code = '', more, offer = ''] = /^([2-5][0-9]{2})([ -]?)(.*)$/.exec(text) ?? []
      if (code === '') throw new SmtpError(this.step, 0)
      lines.push(offer.trim())
      if (more === '-') continue
      if (!code.startsWith(String(kind))) throw new SmtpError(this.step, Number(code))
      return { code: Number(code), lines }
    }
  }

  async #readLine(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf('\n')
      if (end >= 0) {
        const text = this.#rest.slice(0, end).replace(/\r$/, '')
        this.#rest = this.#rest.slice(end + 1)
        return text
      }
      if (this.#rest.length > REPLY_MAX) throw new SmtpError(this.step, 0)
      const { value, done } = await this.#reader.read()
      if (done) throw new SmtpError(this.step, 0)
      this.#rest += this.#decoder.decode(value, { stream: true })
    }
  }

  close(): void {
    this.#socket.close().catch(() => {})
  }
}
