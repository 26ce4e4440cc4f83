/**
 * `npm run profile -- redeem`: what the processor does while the bench's own load runs: who uses the time, by function
 * and by module, as shares. Writes a profile that the Performance panel of Chrome's DevTools opens. `setup`: the first
 * page of the wizard; `signing`: profiles that are rendered and signed.
 */
import { writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildReadable } from './build.ts'
import {
  type CpuProfile,
  type ModuleOf,
  modulesOfBundle,
  modulesOfFiles,
  ownByTotal,
  type Share,
  summariseProfile,
} from './cpu-summary.ts'
import { attachProfiler } from './inspector.ts'
import { runLoad } from './load.ts'
import { signProfiles } from './profile.ts'
import { makeOurRedeems, runRedeems } from './redeem.ts'
import { setupVisits } from './setup-page.ts'
import { openStage, type Stage } from './stage.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Shown of each list. */
const TOP = 25
/** Calls before the profile begins, so that it shows compiled code, and calls in it: one code a person at a time. */
const LOADS = { redeem: [200, 600], setup: [3000, 8000], signing: [2000, 30_000] } as const

type Subject = keyof typeof LOADS
type Taken = { profile: CpuProfile; moduleOf: ModuleOf }

const asked = process.argv.slice(2).filter((word) => word in LOADS) as Subject[]
const subjects = asked.length > 0 ? asked : (Object.keys(LOADS) as Subject[])
const say = (text: string) => void process.stdout.write(`${text}\n`)

for (const subject of subjects) {
  const { profile, moduleOf } = await (subject === 'signing' ? profileSigning() : profileWorker(subject))
  const path = join(tmpdir(), `latchkey-${subject}.cpuprofile`)
  await writeFile(path, JSON.stringify(profile))
  const summary = summariseProfile(profile, moduleOf)
  const { script, garbage, native, idle } = summary.parts
  say(`\n${subject}: ${percent(script)} JavaScript and what it calls, ${percent(garbage)} garbage collector,`)
  say(`${percent(native)} outside of JavaScript, ${percent(idle)} idle. Shares below are of the first.\n`)
  const nameOf = ({ name, module }: Share) => `${name}  ${module}`
  for (const lines of [
    table('function', summary.functions, nameOf),
    table('function of ours, by total', ownByTotal(summary), nameOf),
    table('module', summary.modules, ({ module }) => module),
  ])
    say(`${lines.join('\n')}\n`)
  say(path)
}

/** The Worker as it is deployed, but for its names: the profiler sees what runs in its isolate, objects included. */
async function profileWorker(subject: 'redeem' | 'setup'): Promise<Taken> {
  const stage = await openStage()
  try {
    const bundle = await buildReadable(stage.folder)
    const load = await prepare(stage, bundle, subject)
    const profiler = await attachProfiler(load.miniflare, 'measured')
    stage.atEnd(async () => profiler.close())
    const [before, during] = LOADS[subject]
    await (await load.make(before))()
    const run = await load.make(during)
    await profiler.start()
    await run()
    return { profile: await profiler.stop(), moduleOf: modulesOfBundle(bundle.text) }
  } finally {
    await stage.close((error) => say(String(error)))
  }
}

async function prepare(stage: Stage, bundle: Awaited<ReturnType<typeof buildReadable>>, subject: Subject) {
  const [, during] = LOADS[subject]
  const prepared = await stage.boot(bundle, subject, {
    inspected: true,
    people: subject === 'redeem' ? during : 1,
  })
  const { booted } = prepared
  const { miniflare, origin } = booted
  if (subject === 'redeem') {
    const makeCalls = await makeOurRedeems(prepared)
    const make = async (count: number) => {
      const calls = await makeCalls(count)
      return () => runRedeems(booted, calls)
    }
    return { miniflare, make }
  }
  const make = async (count: number) => () =>
    runLoad({ origin, calls: setupVisits(count), concurrency: 8, expected: 200 })
  return { miniflare, make }
}

/** In this process, as the bench does it: the same code, and Node's own profiler. */
async function profileSigning(): Promise<Taken> {
  const session = new Session()
  session.connect()
  const [before, during] = LOADS.signing
  await signProfiles(before)
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 250 })
  await session.post('Profiler.start')
  await signProfiles(during)
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return { profile: profile as CpuProfile, moduleOf: modulesOfFiles(ROOT) }
}

function table(head: string, shares: Share[], nameOf: (share: Share) => string): string[] {
  const row = (self: string, total: string, name: string) =>
    `${self.padStart(7)} ${total.padStart(7)}  ${name}`
  return [
    row('self', 'total', head),
    ...shares.slice(0, TOP).map((share) => row(percent(share.self), percent(share.total), nameOf(share))),
  ]
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`
}
