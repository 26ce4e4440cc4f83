import * as z from 'zod'
import type { FieldProblem, FieldProblems } from '../kernel/fields.ts'
import { checkFields } from '../kernel/fields.ts'
import { type Result, refuse } from '../kernel/result.ts'
import { isPrintable } from '../kernel/text.ts'
import type { EditableKind, MessageContent } from './types.ts'

/** The words of a message that a manager may change. The body's paragraphs stand apart by an empty line. */
export type MessageWords = { subject: string; body: string }

export const SUBJECT_MAX = 150
export const BODY_MAX = 4000

/** What may stand in double braces, by kind of message. */
export const WORD_VARIABLES = {
  invitation: ['name', 'organisation', 'manager', 'valid_until', 'helpdesk'],
  reminder: ['name', 'organisation', 'manager', 'valid_until', 'helpdesk'],
  renewal: ['name', 'organisation', 'device', 'manager', 'valid_until', 'helpdesk'],
} as const satisfies Record<EditableKind, readonly string[]>
export type WordVariable = (typeof WORD_VARIABLES)[EditableKind][number]

/** What the body has to say, since nothing else in the mail does so as well: who writes, or about which device. */
const ESSENTIAL: Record<EditableKind, WordVariable> = {
  invitation: 'organisation',
  reminder: 'organisation',
  renewal: 'device',
}

/** What each variable stands for in one message. An empty one leaves with the space before it. */
export type WordValues = Record<WordVariable, string>

/** Two braces that begin something, up to those that end it, or to where nothing ends it. */
const PLACE = /( ?)\{\{([^{}]*)(\}\})?/g
/** How much of an unknown name is told. */
const TOLD_MAX = 40
/** What a value may add to a subject; a body has room. */
const VALUE_MAX = 120
/** RFC 5322 allows more; no inbox shows it. */
const FILLED_SUBJECT_MAX = 300

const wordsSchema = z.object({
  subject: z.string().trim().min(1).max(SUBJECT_MAX),
  body: z.string().trim().min(1).max(BODY_MAX),
})

/** The words as they are kept, or what is wrong with each field. */
export function checkWords(kind: EditableKind, input: MessageWords): Result<MessageWords, FieldProblems> {
  const read = checkFields(wordsSchema, input)
  const { subject, body } = read.ok ? read.value : input
  const problems: Record<string, FieldProblem | null> = {
    subject: findProblem(kind, [subject]),
    body: findProblem(kind, body.split('\n')) ?? findMissing(kind, body),
    ...(read.ok ? {} : read.error),
  }
  const found = Object.entries(problems).filter((one): one is [string, FieldProblem] => one[1] !== null)
  if (found.length > 0) return refuse(Object.fromEntries(found))
  return read
}

function findProblem(kind: EditableKind, lines: string[]): FieldProblem | null {
  if (!lines.every(isPrintable)) return { code: 'not_text' }
  for (const [, , name = '', end, place] of lines.flatMap(placesOf))
    if (end === undefined || !isVariable(kind, name.trim()))
      return { code: 'unknown_variable', detail: (place ?? '').trim().slice(0, TOLD_MAX) }
  return null
}

function findMissing(kind: EditableKind, body: string): FieldProblem | null {
  const essential = ESSENTIAL[kind]
  const named = placesOf(body).some(([, , name = '']) => name.trim() === essential)
  return named ? null : { code: 'missing_key', detail: `{{${essential}}}` }
}

/** Each place with itself at the end: `[place, space, name, end, place]`. */
function placesOf(text: string): (string | undefined)[][] {
  return [...text.matchAll(PLACE)].map((match) => [...match, match[0]])
}

function isVariable(kind: EditableKind, name: string): name is WordVariable {
  return (WORD_VARIABLES[kind] as readonly string[]).includes(name)
}

/**
 * The words with their variables filled in: once from left to right, so that a value which looks like a variable
 * stays a value. Values lose what has no place in a line; the layout escapes the rest.
 */
export function fillWords(
  kind: EditableKind,
  words: MessageWords,
  values: WordValues,
): { subject: string; paragraphs: string[] } {
  const fill = (text: string) =>
    text.replace(PLACE, (place, space: string, name: string, end: string | undefined) => {
      const variable = name.trim()
      if (end === undefined || !isVariable(kind, variable)) return place
      const value = oneLine(values[variable]).slice(0, VALUE_MAX)
      return value === '' ? '' : space + value
    })
  return {
    subject: oneLine(fill(words.subject)).slice(0, FILLED_SUBJECT_MAX),
    paragraphs: words.body
      .split(/\n\s*\n/)
      .map((paragraph) => fill(paragraph).trim())
      .filter((paragraph) => paragraph !== ''),
  }
}

/** Control characters, line breaks and what turns the direction of writing become a space. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
}

/** Which words a message has; null for a kind whose words are fixed. */
export function editableKindOf(content: MessageContent): EditableKind | null {
  switch (content.kind) {
    case 'invitation':
      return content.payload.reminder > 0 ? 'reminder' : 'invitation'
    case 'renewal':
      return 'renewal'
    default:
      return null
  }
}
