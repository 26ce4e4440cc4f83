import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { type Job, openOffice } from './work.ts'

const SILENCE = 180_000
const LOOK = 5_000
/** Starts in a row that brought nothing: then something else is wrong. */
const TRIES = 3

type Options = {
  tree: string
  /** How many at once: each is a vitest with a workerd. */
  players: number
  /** The number of the first of them: of those that play at the same time each has its own. */
  slot?: number
  /** The mutant that is at work as modules are loaded. */
  mutant?: string
  next: () => Job | null
  say(text: string): void
}

/** Runs players until there is no work left. One that hangs is ended, and its mutant with it. */
export async function runPlayers(options: Options): Promise<void> {
  const { tree, players, slot: first = 0, mutant = 'none', next, say } = options
  let done = 0
  const office = await openOffice(() => {
    done += 1
    return next()
  })

  const start = (slot: number): ChildProcess => {
    const log = createWriteStream(`${tree}/../player-${slot}.log`)
    const child = spawn(
      process.execPath,
      [
        '../../../node_modules/vitest/vitest.mjs',
        'run',
        '--config',
        'test/mutation/vitest.config.ts',
        '--root',
        '.',
      ],
      {
        cwd: tree,
        // A group of its own: what it started ends with it.
        detached: true,
        env: {
          ...process.env,
          MUTATION_RUNNER: office.url(slot),
          MUTATION_SLOT: String(slot),
          MUTATION_MUTANT: mutant,
        },
      },
    )
    child.stdout?.pipe(log)
    child.stderr?.pipe(log)
    return child
  }

  async function play(slot: number): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const [before, child] = [done, start(slot)]
      let silent = false
      const end = () => {
        try {
          process.kill(-(child.pid ?? 0), 'SIGKILL')
        } catch {
          // It has ended.
        }
      }
      process.once('exit', end)
      const watch = setInterval(() => {
        if (Date.now() - office.idleSince(slot) <= SILENCE) return
        silent = true
        end()
      }, LOOK)
      await new Promise((resolve) => child.once('close', resolve))
      clearInterval(watch)
      process.off('exit', end)
      end()
      const lost = office.drop(slot)
      if (office.wasSentAway(slot)) {
        tries = -1
        continue
      }
      if (!lost && done > before) return
      say(`player ${slot} ended before its work`)
      if (done > before + 1) tries = -1
      lost?.done(silent ? { silent } : { broken: 'the player ended' })
    }
    throw new Error(`players do not start: see ${tree}/../player-${slot}.log`)
  }

  try {
    await Promise.all(Array.from({ length: players }, (_none, index) => play(first + index)))
  } finally {
    office.close()
  }
}
