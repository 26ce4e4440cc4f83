import { type Found, listUnsettled, readFound } from './found.ts'
import { pause, type Soak } from './soak.ts'

/** What was lost is looked for after two minutes; whoever took it may keep it for one. */
const SKIP = 150_000
/** So often time goes on: a lost job has lost people, who have lost messages. */
const SKIPS = 8
/** With no mail for so long, all that would come by itself has come. */
const QUIET = 1200
const QUIET_LIMIT = 15_000

/** While the server is off, minutes pass: as if the machine had stood still. Returns how long the start took. */
export async function passMinutes({ server }: Soak): Promise<number> {
  await server.kill()
  server.skip(SKIP)
  return server.start()
}

/** The job of each minute, and what follows from it. */
export async function comeToRest({ server, sink }: Soak): Promise<void> {
  await server.runScheduled()
  const begin = Date.now()
  const last = () => Math.max(begin, sink.mails.at(-1)?.at ?? 0)
  while (Date.now() < last() + QUIET && Date.now() < begin + QUIET_LIMIT) await pause(100)
}

/** Ends the server once nothing is on its way any more, or minutes have passed often enough. */
export async function finish(
  soak: Soak,
  say: (text: string) => void,
): Promise<{ found: Found; skips: number }> {
  for (let skips = 0; ; skips += 1) {
    await comeToRest(soak)
    await soak.server.kill()
    const found = readFound(soak.server.state)
    const left = listUnsettled(found)
    if (left.length === 0 || skips === SKIPS) return { found, skips }
    say(
      `still on their way: ${left.slice(0, 3).join(', ')}${left.length > 3 ? ` and ${left.length - 3} more` : ''}`,
    )
    await passMinutes(soak)
  }
}
