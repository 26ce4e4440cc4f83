import type { Connect } from './smtp-client.ts'

/** Opens a socket of the Workers runtime. Loaded when it is needed: nothing else can load this file's module. */
export const connectLater: Connect = async (address, options) => {
  const { connect } = await import('cloudflare:sockets')
  return connect(address, options)
}
