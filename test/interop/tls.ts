import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type TlsDoor = {
  /** `https://localhost:<port>`. */
  url: string
  /** The file of the certificate that clients are to trust, PEM. */
  trust: string
  close(): void
}

/** TLS in front of a local port, with a certificate of its own for `localhost`. Needs openssl. */
export async function openTls(folder: string, port: number): Promise<TlsDoor> {
  const [key, trust] = [join(folder, 'tls.key'), join(folder, 'tls.pem')]
  await run('openssl', [
    ...['req', '-x509', '-nodes', '-days', '2', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    ...['-keyout', key, '-out', trust, '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost', '-addext', 'basicConstraints=critical,CA:TRUE'],
  ])
  const sockets = new Set<Socket>()
  const server = createServer({ key: await readFile(key), cert: await readFile(trust) }, (client) => {
    const inner = connect(port, '127.0.0.1')
    sockets.add(inner)
    for (const socket of [client, inner]) socket.on('error', () => socket.destroy())
    client.pipe(inner).pipe(client)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('TLS does not listen')
  return {
    url: `https://localhost:${address.port}`,
    trust,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
