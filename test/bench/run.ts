/**
 * `npm run bench`: the production bundle in Miniflare beside a bare Worker that does the same storage work.
 * Prints ratios with their bounds, and fails where a bound is missed. A run that was too noisy says so and fails
 * nothing. `npm run bench -- redeem` measures only what is named.
 */
import { constants } from 'node:fs'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toBase64Url } from '../../src/kernel/encoding.ts'
import { makeKeyring, randomBytes } from '../../src/kernel/secrets.ts'
import { buildAssets } from '../../src/tools/start/assets.ts'
import { weighPage } from '../e2e/support/weight.ts'
import { launchBrowser } from '../support/browser.ts'
import { compareAccountLists } from './accounts-list.ts'
import { bootWorker } from './boot.ts'
import { buildBare, buildProduction } from './build.ts'
import { compare } from './compare.ts'
import { compareDeviceLists } from './devices-list.ts'
import { fillDatabase, SLUG } from './fixture.ts'
import { compareProfiles } from './profile.ts'
import { measureBareRedeem, measureOurRedeem } from './redeem.ts'
import { describeComparison, describeSize, REPORT_HEAD } from './report.ts'
import { measureSetupPage } from './setup-page.ts'
import { MIN_PAIRS } from './statistics.ts'

/** What DPoP proofs and links are made for; nobody listens there. */
const BASE_URL = 'http://localhost:8787'
const ROUNDS = MIN_PAIRS
/** Each comes back a few times with another device, as people do. */
const PEOPLE = 900
const BOUNDS = { throughput: 0.7, growth: 0.5, signature: 0.5, bundleKib: 900, pageKib: 60 }

/** In memory where the system offers it: both Workers' databases then wait for no disk that others share. */
const memory = '/dev/shm'
const inMemory = await access(memory, constants.W_OK).then(
  () => true,
  () => false,
)
const folder = await mkdtemp(join(inMemory ? memory : tmpdir(), 'latchkey-bench-'))
const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
const say = (text: string) => {
  if (text.endsWith('misses')) process.exitCode = 1
  process.stdout.write(`${text}\n`)
}

try {
  await buildAssets()
  const [production, bare] = await Promise.all([buildProduction(folder), buildBare(folder)])
  const [master, naming] = [randomBytes(32), randomBytes(32)]
  const keys = makeKeyring({ current: { id: 'k1', bytes: master }, naming })
  const vars = { BASE_URL, MASTER_KEY: `k1:${toBase64Url(master)}`, NAMING_KEY: toBase64Url(naming) }
  const start = async (script: string, name: string) => {
    const booted = await bootWorker({ script, state: join(folder, name), vars })
    closing.unshift(booted.stop)
    return booted
  }
  const boot = async (script: string, name: string) => {
    const booted = await start(script, name)
    const { miniflare } = booted
    return { booted, fixture: await fillDatabase({ miniflare, keys, people: PEOPLE }) }
  }
  const ours = await boot(production.text, 'ours')
  const theirs = await boot(bare.text, 'bare')

  say(REPORT_HEAD)
  const asked = process.argv.slice(2)
  const wants = (name: string) => asked.length === 0 || asked.includes(name)
  if (wants('setup')) {
    const measured = await compare({
      rounds: ROUNDS,
      slices: 6,
      ours: measureSetupPage(ours.booted),
      bare: measureSetupPage(theirs.booted),
    })
    say(describeComparison('GET /setup/<slug>', measured, BOUNDS.throughput))
  }
  if (wants('redeem')) {
    const measured = await compare({
      rounds: ROUNDS,
      slices: 4,
      ours: await measureOurRedeem(ours.booted, ours.fixture, BASE_URL),
      bare: measureBareRedeem(theirs.booted, theirs.fixture, BASE_URL),
    })
    say(describeComparison('POST /device/v1/redeem', measured, BOUNDS.throughput))
  }

  for (const [name, compareThem] of [
    ['accounts', compareAccountLists],
    ['devices', compareDeviceLists],
  ] as const) {
    if (!wants(name)) continue
    const lists = await compareThem({
      boot: (worker) => start(production.text, worker),
      keys,
      rounds: ROUNDS,
      slices: 2,
    })
    for (const { what, measured } of lists) say(describeComparison(what, measured, BOUNDS.growth))
  }

  if (wants('profile'))
    for (const { what, measured } of await compareProfiles({ rounds: ROUNDS, slices: 4 }))
      say(describeComparison(what, measured, BOUNDS.signature))

  say(describeSize('bundle, gzip', production.gzipBytes, BOUNDS.bundleKib))
  const browser = await launchBrowser()
  closing.unshift(() => browser.close())
  const door = await ours.booted.miniflare.ready
  const { total } = await weighPage(browser, new URL(`/setup/${SLUG}`, door).href)
  say(describeSize('first visit of the wizard, gzip', total, BOUNDS.pageKib))
} finally {
  for (const close of closing) await close().catch((error: unknown) => say(String(error)))
}
