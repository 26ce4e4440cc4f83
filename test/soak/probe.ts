import { makeHolder, noteRedeemed } from './devices.ts'
import { openLedger } from './ledger.ts'
import type { Soak } from './soak.ts'

/** What the service says from outside when all is over. */
export type Probes = {
  /** Each device's own check-in. */
  checkIns: { device: string; status: number; problem: string | null }[]
  /** Codes that gave a device to somebody who had nothing to do with it. */
  takenAgain: { code: string; device: string }[]
  /** What holders who never reported get who ask again: their `201` may have been lost. */
  repeats: { holder: string; device: string; got: string | null }[]
}

const WIDTH = 6

export async function probe(soak: Soak): Promise<Probes> {
  const { ledger, devices } = soak
  const probes: Probes = { checkIns: [], takenAgain: [], repeats: [] }
  const codes = [...new Set(ledger.redeemed.filter(({ kind }) => kind === 'code').map(({ code }) => code))]
  await inParallel(codes, async (code) => {
    const access = { code, kind: 'code' as const, pin: null }
    const stranger = await makeHolder(soak, access)
    const heard = openLedger()
    noteRedeemed(heard, stranger, access, await stranger.device.redeem({ code }))
    probes.takenAgain.push(...heard.redeemed.map(({ device }) => ({ code, device })))
  })
  // First: their first check-in closes the time in which they may ask again.
  const silent = devices.filter(({ device }) => !ledger.checkIns.has(device.state.claim?.deviceId ?? ''))
  await inParallel(silent, async ({ holder, device, code, pin }) => {
    const had = device.state.claim?.deviceId ?? ''
    const answer = await device.redeem({ code, ...(pin && { pin }) })
    probes.repeats.push({ holder, device: had, got: answer.status === 201 ? answer.body.device.id : null })
  })
  await inParallel(devices, async ({ device }) => {
    const id = device.state.claim?.deviceId ?? ''
    const { status, body } = await device.checkIn()
    probes.checkIns.push({ device: id, status, problem: body?.code ?? null })
  })
  return probes
}

async function inParallel<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values()
  await Promise.all(
    Array.from({ length: WIDTH }, async () => {
      for (const item of left) await work(item)
    }),
  )
}
