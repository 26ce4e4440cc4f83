import type { Finding, Problem } from '../../audit/index.ts'
import { toIso } from '../../kernel/time.ts'
import type { Report } from './verify.ts'

const PROBLEMS: Record<Problem, string> = {
  changed: 'is not what was sealed',
  missing: 'is gone',
  reordered: 'changed places with the one after it',
  inserted: 'was put in by somebody else',
  truncated: 'and all after it are gone',
  head_missing: 'is the last one, and nothing signed says so',
  head_forged: 'is the last one, as a head says that our key did not sign',
  head_differs: 'is the last one, and is not what the head says',
  key_unknown: 'is the last one, as a head says whose key is not here (set MASTER_KEY_PREVIOUS)',
  went_on:
    'was the last one when sealing, or cutting old rows, found what it could not trust and went on; nothing before it is certain (--head of a later row says that somebody looked into it)',
  rolled_back: 'is not what --head says',
}

/** Some lines of text for each organisation. */
export function describeReport(report: Report, headChecked: boolean): string {
  const { organisationId, slug, sealed, head, hash, waiting, findings, anchored } = report
  const until = head ? ` until ${toIso(head.sealedAt)}` : ''
  const trust = headChecked ? '' : ', head not checked'
  const name = `organisation ${organisationId}${slug ? ` (${slug})` : ''}`
  const cut = head && head.cutSeq > 0 ? ` (the first ${head.cutSeq} were cut: too old)` : ''
  const lines = [
    `${name}: ${sealed} sealed${cut}${until}, ${waiting} waiting${trust}${anchored ? ', anchored' : ''}`,
  ]
  const [first, ...others] = findings
  if (first) lines.push(`  WRONG: ${describeFinding(first)}`)
  lines.push(...others.slice(0, 9).map((finding) => `         ${describeFinding(finding)}`))
  if (others.length > 9) lines.push(`         and ${others.length - 9} more`)
  if (sealed > 0) lines.push(`  ${first ? '' : 'well; '}--head ${organisationId}:${sealed}:${hash}`)
  return lines.join('\n')
}

function describeFinding({ seq, entryId, problem }: Finding): string {
  const which = seq > 0 ? `row ${seq}` : 'a row without a seal'
  return `${which}${entryId ? ` (${entryId})` : ''} ${PROBLEMS[problem]}`
}
