import { inject } from 'vitest'
import type { RentedServer } from '../server.ts'

/** The server of the worker that this file of tests runs in; nobody else's tests touch it while they run. */
export async function rentServer(): Promise<RentedServer> {
  const worker = process.env.VITEST_POOL_ID
  if (!worker) throw new Error('vitest does not say which worker this is')
  const answer = await fetch(new URL(`/${worker}`, inject('serversUrl')))
  if (!answer.ok) throw new Error(`no server: ${await answer.text()}`)
  return (await answer.json()) as RentedServer
}
