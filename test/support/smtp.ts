import 'reflect-metadata'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509'
import { build } from 'esbuild'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { SmtpServer } from '../../src/messaging/transports/smtp-client.ts'
import type { Mail, Transport } from '../../src/messaging/types.ts'
import type { SmtpAnswer, SmtpOrder } from './smtp-worker.ts'

/** A mail server of the real kind, and the transport on the runtime of production. */

export type Received = { from: string; to: string[]; raw: Buffer; user: string | null; secure: boolean }

export type TestServer = {
  port: number
  received: Received[]
  /** PEM: whom a client has to trust. */
  certificate: string
  stop(): Promise<void>
}

export const CREDENTIALS = { user: 'no-reply@latchkey.example', password: 'pässwörd with spaces' }

let made: Promise<{ key: string; cert: string }> | null = null

/** A certificate for localhost, made once. */
export function makeCertificate(): Promise<{ key: string; cert: string }> {
  made ??= (async () => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    const keys = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
    const certificate = await X509CertificateGenerator.createSelfSigned({
      serialNumber: '01',
      name: 'CN=localhost',
      notBefore: new Date(Date.now() - 3600_000),
      notAfter: new Date(Date.now() + 3600_000),
      keys,
      signingAlgorithm: algorithm,
      extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }])],
    })
    const pkcs8 = Buffer.from((await crypto.subtle.exportKey('pkcs8', keys.privateKey)) as ArrayBuffer)
    const body = pkcs8
      .toString('base64')
      .match(/.{1,64}/g)
      ?.join('\n')
    return {
      key: `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`,
      cert: certificate.toString('pem'),
    }
  })()
  return made
}

/** Refuses at a step with a code of SMTP; what `options` says wins over everything. */
export type Behaviour = {
  refuse?: { at: 'auth' | 'sender' | 'recipient' | 'data'; code: number }
  options?: SMTPServerOptions
}

export async function startSmtpServer(
  kind: 'implicit' | 'starttls',
  behaviour: Behaviour = {},
): Promise<TestServer> {
  const { key, cert } = await makeCertificate()
  const received: Received[] = []
  const { refuse } = behaviour
  const refusalAt = (step: string) =>
    refuse?.at === step
      ? Object.assign(new Error('no, not for eve@evil.example'), { responseCode: refuse.code })
      : null
  const server = new SMTPServer({
    secure: kind === 'implicit',
    key,
    cert,
    // What a Worker's socket offers.
    minVersion: 'TLSv1.2',
    disableReverseLookup: true,
    authMethods: ['PLAIN', 'LOGIN'],
    onAuth: (auth, _session, done) => {
      const known = auth.username === CREDENTIALS.user && auth.password === CREDENTIALS.password
      const refusal = refusalAt('auth')
      if (refusal) done(refusal)
      else if (known) done(null, { user: auth.username })
      else done(Object.assign(new Error('wrong'), { responseCode: 535 }))
    },
    onMailFrom: (_address, _session, done) => done(refusalAt('sender')),
    onRcptTo: (_address, _session, done) => done(refusalAt('recipient')),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => void pieces.push(piece))
      stream.on('end', () => {
        const refusal = refusalAt('data')
        if (refusal) return done(refusal)
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces),
          user: (session.user as string | undefined) ?? null,
          secure: session.secure,
        })
        done()
      })
    },
    ...behaviour.options,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    certificate: cert,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

export type SmtpSender = {
  /** All at once, by one transport. */
  send(
    server: SmtpServer,
    mails: Mail[],
    timeoutMs?: number,
  ): Promise<Awaited<ReturnType<Transport['send']>>[]>
  /** What was logged since the last time. */
  readLog(): string[]
  stop(): Promise<void>
}

/** The transport on workerd, which trusts our certificate: what production runs, with its own sockets and TLS. */
export async function startSender(): Promise<SmtpSender> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-smtp-'))
  const trusted = join(folder, 'ca.pem')
  await writeFile(trusted, (await makeCertificate()).cert)
  // Read when Miniflare is loaded.
  process.env.NODE_EXTRA_CA_CERTS = trusted
  const { convertV4MiniflareOptions, Miniflare } = await import('miniflare')
  delete process.env.NODE_EXTRA_CA_CERTS
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'smtp-worker.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    external: ['cloudflare:*', 'node:*'],
  })
  const log: string[] = []
  const worker = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: outputFiles[0]?.text ?? '',
      // Sockets that fail are what is tested here.
      handleStructuredLogs: () => {},
      compatibilityDate: '2026-10-23',
      compatibilityFlags: ['nodejs_compat'],
    }),
  )
  const url = await worker.ready
  return {
    async send(server, mails, timeoutMs = 5000) {
      const plain = mails.map((mail) => ({
        ...mail,
        images: mail.images?.map((image) => ({ ...image, bytes: [...image.bytes] })),
      }))
      const body = JSON.stringify({ server, mails: plain, timeoutMs } satisfies SmtpOrder)
      const answer = await fetch(url, { method: 'POST', body })
      const { results, lines } = (await answer.json()) as SmtpAnswer
      log.push(...lines)
      return results
    },
    readLog: () => log.splice(0),
    async stop() {
      await worker.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A server that says what it is told to and no more, line by line. `null` hangs up. */
export async function startRudeServer(answers: (string | null)[]): Promise<{
  port: number
  heard: string[]
  stop(): Promise<void>
}> {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const left = [...answers]
    sockets.add(socket)
    socket.on('error', () => {})
    const say = () => {
      const answer = left.shift()
      if (answer === null) socket.end()
      else if (answer !== undefined) socket.write(answer)
    }
    socket.on('data', (data) => {
      heard.push(String(data))
      say()
    })
    say()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    async stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
