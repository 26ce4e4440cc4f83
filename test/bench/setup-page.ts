import type { Booted } from './boot.ts'
import { SLUG } from './fixture.ts'
import { type Call, type Load, runLoad } from './load.ts'

/** Visits in one sample, and how many are under way at a time. */
const VISITS = 500
const CONCURRENCY = 8

/** The first page of the wizard, for a stranger without cookies. */
export function setupVisits(count: number): Call[] {
  const call: Call = { method: 'GET', path: `/setup/${SLUG}`, headers: { accept: 'text/html' } }
  return Array.from({ length: count }, () => call)
}

export function measureSetupPage(booted: Booted): () => Promise<Load> {
  const calls = setupVisits(VISITS)
  return () => runLoad({ origin: booted.origin, calls, concurrency: CONCURRENCY, expected: 200 })
}
