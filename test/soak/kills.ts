import { KINDS, type Kind, type Moment, pause, type Soak } from './soak.ts'

/** Kills come between so many milliseconds of running, apart from what the restart takes. */
const LEAST = 100
/** A kill that is aimed at a call waits no longer for one. */
const AIM_LIMIT = 3000
/** Longer than this nobody waits for somebody to become a device. */
const PROGRESS_LIMIT = 20_000
/** How long after a call went out its kill comes, at most. */
const LATEST = 40

export type Aims = {
  notice: Soak['notice']
  /** Resolves when the call's moment comes, or after a while without. */
  await(moment: Moment, kind: Kind): Promise<void>
}

export function makeAims(): Aims {
  let waiting: { moment: Moment; kind: Kind; fire(): void } | null = null
  return {
    notice(moment, kind) {
      if (waiting?.moment !== moment || waiting.kind !== kind) return
      waiting.fire()
      waiting = null
    },
    await: (moment, kind) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, AIM_LIMIT)
        waiting = {
          moment,
          kind,
          fire() {
            clearTimeout(timer)
            resolve()
          },
        }
      }),
  }
}

export type Killing = {
  /** So many kills, or kills for so many milliseconds, whatever is over first. */
  kills: number
  milliseconds: number
  /** Milliseconds of running between two kills, at most; on a slow machine until so many have become devices. */
  most: number
  progress: number
  say(text: string): void
}

/** Lets it run until so many more have become devices. */
export async function awaitProgress({ ledger }: Soak, devices: number): Promise<void> {
  const [due, end] = [ledger.redeemed.length + devices, Date.now() + PROGRESS_LIMIT]
  while (ledger.redeemed.length < due && Date.now() < end) await pause(50)
}

/**
 * Kills and starts again, so often or so long: some kills come at any moment, some while a call is under way, some
 * once it was answered.
 */
export async function keepKilling(soak: Soak, aims: Aims, options: Killing): Promise<void> {
  const { random, server, ledger } = soak
  const end = Date.now() + options.milliseconds
  for (let turn = 1; turn <= options.kills && Date.now() < end; turn += 1) {
    await Promise.all([pause(random.between(LEAST, options.most)), awaitProgress(soak, options.progress)])
    const moment = random.pick(['any', 'sent', 'sent', 'seen'] as const)
    const kind = random.pick(KINDS)
    if (moment !== 'any') await aims.await(moment, kind)
    if (moment === 'sent') await pause(random.between(0, LATEST))
    const how = moment === 'any' ? 'at any moment' : `${kind} ${moment}`
    await server.kill()
    if (random.chance(0.3)) await pause(random.between(0, 500))
    const restart = await server.start()
    ledger.kills.push({ how, restart })
    options.say(`kill ${turn}: ${how}; up again in ${(restart / 1000).toFixed(1)} s`)
  }
}
