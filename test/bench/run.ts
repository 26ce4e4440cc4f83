/**
 * `npm run bench`: the production bundle in Miniflare beside a bare Worker that does the same storage work.
 * Prints ratios with their bounds, and fails where a bound is missed. A run that was too noisy says so and fails
 * nothing. `npm run bench -- redeem` measures only what is named.
 */
import { buildAssets } from '../../src/tools/start/assets.ts'
import { weighPage } from '../e2e/support/weight.ts'
import { launchBrowser } from '../support/browser.ts'
import { compareAccountLists } from './accounts-list.ts'
import { buildBare, buildProduction, withCounts } from './build.ts'
import { compare } from './compare.ts'
import { countCall } from './counting.ts'
import { compareDeviceLists } from './devices-list.ts'
import { SLUG } from './fixture.ts'
import { compareProfiles } from './profile.ts'
import { makeOurRedeems, measureBareRedeem, measureOurRedeem } from './redeem.ts'
import { describeComparison, describeCount, describeSize, MISSES, REPORT_HEAD } from './report.ts'
import { measureSetupPage, setupVisits } from './setup-page.ts'
import { openStage } from './stage.ts'
import { compareStartUp } from './start-up.ts'
import { MIN_PAIRS } from './statistics.ts'

const ROUNDS = MIN_PAIRS
const BOUNDS = {
  throughput: 0.7,
  growth: 0.5,
  signature: 0.5,
  startUp: 0.33,
  trips: 3,
  rowsRead: 5,
  bundleKib: 900,
  pageKib: 60,
}

const stage = await openStage()
const say = (text: string) => {
  if (text.endsWith(MISSES)) process.exitCode = 1
  process.stdout.write(`${text}\n`)
}

try {
  await buildAssets()
  const [production, bare] = await Promise.all([buildProduction(stage.folder), buildBare(stage.folder)])
  const ours = await stage.boot(production, 'ours')
  const theirs = await stage.boot(bare, 'bare')

  const counted = await withCounts(production)

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
      ours: await measureOurRedeem(ours),
      bare: measureBareRedeem(theirs),
    })
    say(describeComparison('POST /device/v1/redeem', measured, BOUNDS.throughput))
  }

  if (wants('trips')) {
    const stand = await stage.boot(counted, 'counted', { people: 1 })
    for (const call of [...setupVisits(1), ...(await (await makeOurRedeems(stand))(1))]) {
      const { trips } = await countCall(stand.booted.origin, call)
      say(describeCount(`${call.method} ${call.path}: D1 trips`, trips, BOUNDS.trips))
    }
  }

  for (const [name, compareThem] of [
    ['accounts', compareAccountLists],
    ['devices', compareDeviceLists],
  ] as const) {
    if (!wants(name)) continue
    const lists = await compareThem({
      boot: (worker) => stage.start(counted, worker),
      keys: stage.keys,
      rounds: ROUNDS,
      slices: 2,
    })
    for (const { what, measured } of lists) say(describeComparison(what, measured, BOUNDS.growth))
    for (const { what, counts } of lists) {
      say(describeCount(`${what}: D1 trips`, counts.trips, BOUNDS.trips))
      say(describeCount(`${what}: rows read`, counts.rows, BOUNDS.rowsRead))
    }
  }

  if (wants('profile'))
    for (const { what, measured } of await compareProfiles({ rounds: ROUNDS, slices: 4 }))
      say(describeComparison(what, measured, BOUNDS.signature))

  if (wants('start'))
    say(
      describeComparison(
        'start of an isolate',
        await compareStartUp(production, { rounds: ROUNDS, slices: 6 }),
        BOUNDS.startUp,
      ),
    )

  say(describeSize('bundle, gzip', production.gzipBytes, BOUNDS.bundleKib))
  const browser = await launchBrowser()
  stage.atEnd(() => browser.close())
  const door = await ours.booted.miniflare.ready
  const { total } = await weighPage(browser, new URL(`/setup/${SLUG}`, door).href)
  say(describeSize('first visit of the wizard, gzip', total, BOUNDS.pageKib))
} finally {
  await stage.close((error) => say(String(error)))
}
