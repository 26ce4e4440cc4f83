import { RE2JS } from 're2js'
import type { FieldProblem } from '../kernel/fields.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { compileEmailRule, type EmailRule, type EmailRuleProblem } from './rules.ts'
import type { EmailException } from './types.ts'

/**
 * What a rule makes of one address that somebody tried. `partly`: the rule fits `part` of it only, and it must
 * fit the whole.
 */
export type Verdict =
  | { code: 'accepted' }
  | { code: 'accepted_by_exception' }
  | { code: 'refused_by_exception' }
  | { code: 'partly'; part: string }
  | { code: 'no_match' }
  | { code: 'not_an_address' }
  | { code: 'not_ascii' }

export type Tried = {
  /** As it was typed. */
  text: string
  /** As it is compared; null where it is no address. */
  address: string | null
  verdict: Verdict
}

export type RuleWarning =
  | { code: 'accepts_everybody' }
  /** `.` stands for any character: `at` is how it reads there, `instead` the rule with a plain dot. */
  | { code: 'unescaped_dot'; at: string; instead: string }
  /** The end, or where the domain begins, is open: it would accept `example`. */
  | { code: 'open_end'; example: string }
  | { code: 'matches_none' }

export type RuleTrial = { tried: Tried[]; warnings: RuleWarning[] }

/** At most so many addresses are tried at once. */
export const TRIED_MAX = 100

/**
 * Tries a rule on addresses, and looks for what people get wrong. Nothing is saved. `exceptions` decide before
 * the rule does. `normalise` gives the one spelling of an address, null for what is none. Pure.
 */
export function tryEmailRule(input: {
  pattern: string
  lines: string[]
  exceptions: EmailException[]
  normalise: (text: string) => string | null
}): Result<RuleTrial, FieldProblem> {
  const { pattern, exceptions, normalise } = input
  const compiled = compileEmailRule(pattern)
  if (!compiled.ok) return refuse(ruleProblem(compiled.error))
  const rule = compiled.value
  const texts = input.lines.map((line) => line.trim()).filter((line) => line !== '')
  const tried = texts.slice(0, TRIED_MAX).map((text): Tried => {
    const address = normalise(text)
    return { text, address, verdict: judge({ text, address, pattern, rule, exceptions }) }
  })
  const warnings = findWarnings(pattern, rule)
  const decided = tried.filter(({ address }) => address !== null)
  const accepted = tried.some(({ verdict }) => verdict.code.startsWith('accepted'))
  if (pattern !== '' && decided.length > 0 && !accepted) warnings.push({ code: 'matches_none' })
  return ok({ tried, warnings })
}

/** Why a rule is not accepted, as the problem of its field. */
export function ruleProblem(problem: EmailRuleProblem): FieldProblem {
  switch (problem.code) {
    case 'too_long':
      return { code: 'too_long', limit: problem.max }
    case 'too_expensive':
      return { code: 'too_expensive' }
    case 'not_a_pattern':
      return { code: 'not_a_pattern', detail: problem.reason.replace(/^error parsing regexp: /, '') }
  }
}

function judge(input: {
  text: string
  address: string | null
  pattern: string
  rule: EmailRule
  exceptions: EmailException[]
}): Verdict {
  const { text, address, pattern, rule } = input
  if (address === null) return { code: /[^\t -~]/.test(text) ? 'not_ascii' : 'not_an_address' }
  const exception = input.exceptions.find((one) => one.address === address)
  if (exception)
    return { code: exception.verdict === 'accept' ? 'accepted_by_exception' : 'refused_by_exception' }
  if (rule.accepts(address)) return { code: 'accepted' }
  const found = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE).matcher(address)
  const part = found.find() ? found.group() : null
  return part ? { code: 'partly', part } : { code: 'no_match' }
}

function findWarnings(pattern: string, rule: EmailRule): RuleWarning[] {
  if (pattern === '') return [{ code: 'accepts_everybody' }]
  const dot = findUnescapedDot(pattern)
  const example = strangersFor(pattern).find((address) => rule.accepts(address))
  return [...(dot ? [dot] : []), ...(example !== undefined ? [{ code: 'open_end' as const, example }] : [])]
}

type Token = { text: string; at: number; kind: 'literal' | 'dot' | 'other' }

/** A pattern in its parts: an escaped character, a class, a repetition, or a single character. */
function readTokens(pattern: string): Token[] {
  const parts =
    /\\Q[\s\S]*?(?:\\E|$)|\\[pPx]\{[^}]*\}|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\{[\d,]*\}|[\s\S]/g
  return [...pattern.matchAll(parts)].map(({ 0: text, index: at }) => {
    const escaped = /^\\([^\w])$/.exec(text)?.[1]
    if (escaped) return { text: escaped, at, kind: 'literal' }
    if (text === '.') return { text, at, kind: 'dot' }
    return { text, at, kind: /^[\w@-]$/.test(text) ? 'literal' : 'other' }
  })
}

const REPEATS = /^(?:[*+?]|\{[\d,]*\})$/

/** A dot between letters, behind the last `@`, that is not repeated: somebody meant the character. */
function findUnescapedDot(pattern: string): RuleWarning | null {
  const tokens = readTokens(pattern)
  const domain = tokens.findLastIndex(({ text, kind }) => kind === 'literal' && text === '@')
  const places = tokens.flatMap((token, index) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]]
    const meant = index > domain && token.kind === 'dot' && isEdge(before, ')') && isEdge(after, '(')
    return meant ? [{ token, before, after }] : []
  })
  const [first] = places
  if (!first) return null
  const instead = places.reduceRight(
    (text, { token }) => `${text.slice(0, token.at)}\\${text.slice(token.at)}`,
    pattern,
  )
  return { code: 'unescaped_dot', at: `${first.before?.text}.${first.after?.text}`, instead }
}

function isEdge(token: Token | undefined, bracket: string): boolean {
  if (!token || REPEATS.test(token.text)) return false
  return (token.kind === 'literal' && /^[A-Za-z0-9-]$/.test(token.text)) || token.text === bracket
}

const STRANGER = 'evil.example'
const RUNS_MAX = 8

/**
 * Addresses of strangers that a careless rule takes for its own people, made from the texts in the rule: with
 * another domain behind it, before it, or in place of it.
 */
function strangersFor(pattern: string): string[] {
  const runs: string[] = []
  let run = ''
  for (const { text, kind } of [...readTokens(pattern), { text: '', kind: 'other' }]) {
    // A dot that was left plain stands for a dot here too.
    if (kind !== 'other') run += text
    else {
      if (run !== '') runs.push(run.toLowerCase())
      run = ''
    }
  }
  const found = runs.slice(0, RUNS_MAX).flatMap((text) => {
    const local = text.split('@')[0]?.replace(/^\.+|\.+$/g, '') || 'x'
    const domain = (text.includes('@') ? text.slice(text.lastIndexOf('@') + 1) : text).replace(
      /^\.+|\.+$/g,
      '',
    )
    if (domain === '') return [`${local}@${STRANGER}`]
    return [
      `x@${domain}.${STRANGER}`,
      `${local}@${domain}.${STRANGER}`,
      `x@evil${domain}`,
      `x@evil-${domain}`,
      `${domain}@${STRANGER}`,
      `${local}@${STRANGER}`,
    ]
  })
  return [`x@${STRANGER}`, ...found].filter((address) => /^[^@.][^@]*@[^@]+\.[a-z]{2,}$/.test(address))
}
