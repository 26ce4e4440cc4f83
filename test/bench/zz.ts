import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { buildBare } from './build.ts'
import { bootWorker } from './boot.ts'
import { compare } from './compare.ts'
import { fillDatabase } from './fixture.ts'
import { measureBareRedeem } from './redeem.ts'
import { measureSetupPage } from './setup-page.ts'
import { describeComparison } from './report.ts'
const folder = await mkdtemp((process.argv[2] ?? '/tmp') + '/bench-')
const bare = await buildBare(folder)
const booted = await bootWorker({ script: bare.text, state: join(folder, 'state'), vars: { X: '1' } })
console.time('fill')
const fixture = await fillDatabase(booted.miniflare, 100)
console.timeEnd('fill')
const B = 'http://localhost:8787'
try {
const s = measureSetupPage(booted)
console.log(await s(), await s(), await s())
console.time('c'); const c = await compare({ rounds: 5, ours: s, bare: s }); console.timeEnd('c')
console.log(describeComparison('setup', c, 0.7), c)
const r = measureBareRedeem(booted, fixture, B)
console.log(await r(), await r(), await r())
console.time('c'); const d = await compare({ rounds: 5, ours: r, bare: r }); console.timeEnd('c')
console.log(describeComparison('redeem', d, 0.7), d)
} finally { await booted.stop() }
