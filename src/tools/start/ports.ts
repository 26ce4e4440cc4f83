import { createServer } from 'node:net'

/** A free port of the loopback, chosen by the system. */
export async function findFreePort(): Promise<number> {
  return (await listenOnce(0, '127.0.0.1')) ?? Promise.reject(new Error('no free port on 127.0.0.1'))
}

/** True when nothing listens on `port`, on either loopback: `localhost` may mean both. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await listenOnce(port, '127.0.0.1')) !== null && (await listenOnce(port, '::1')) !== null
}

/** Listens for a moment. The port it got, or null when somebody has it; a missing address family has nobody. */
function listenOnce(port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null)
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(port)
      else reject(error)
    })
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : port))
    })
  })
}
