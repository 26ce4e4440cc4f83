import { PERSON_STATES } from '../../accounts/index.ts'
import {
  INVITATION_CHANNELS,
  INVITE_MAX_BYTES,
  type InvitationChannel,
  type Whom,
  type WhomFilter,
} from '../../invitations/index.ts'
import { decodeText } from '../../kernel/csv.ts'
import type { EdgeContext } from '../http/edge.ts'
import type { PostedForm } from '../http/forms.ts'
import type { Edits } from './invitation-edits.ts'

/** Ways to say whom, as tabs. */
export const WAYS = ['addresses', 'accounts', 'csv'] as const
export type Way = (typeof WAYS)[number]

export type GivenProblem = 'nothing' | 'nothingCsv' | 'too_large' | 'not_text' | 'nobody'

export type Given = { whom: Whom; recoded: boolean } | { problem: GivenProblem; way: Way; text: string }

const FIELD_MAX = 120
/** More than the boxes of a page. */
const IDS_MAX = 500

/** What is not understood filters nothing. */
export function readWhomFilter(read: (name: string) => string | undefined): WhomFilter {
  const told = (name: string) => (read(name) ?? '').trim().slice(0, FIELD_MAX)
  return {
    search: told('q'),
    state: PERSON_STATES.find((state) => state === told('state')) ?? null,
    group: told('group') || null,
    unprovisioned: told('unprovisioned') === 'yes',
  }
}

/** The filters that are set, as fields of a form. */
export function whomFilterFields({ search, state, group, unprovisioned }: WhomFilter): [string, string][] {
  return [
    ...(search === '' ? [] : [['q', search] as [string, string]]),
    ...(state === null ? [] : [['state', state] as [string, string]]),
    ...(group === null ? [] : [['group', group] as [string, string]]),
    ...(unprovisioned ? [['unprovisioned', 'yes'] as [string, string]] : []),
  ]
}

/** E-mail, unless something else was chosen that the service can do. */
export function readChannel(form: PostedForm, smsReady: boolean): InvitationChannel {
  const asked = form('channel')
  return INVITATION_CHANNELS.find((one) => one === asked && (smsReady || one !== 'sms')) ?? 'email'
}

/** Whom the form means: typed, from a file, ticked, or all that match. */
export async function readWhom(c: EdgeContext, form: PostedForm): Promise<Given> {
  switch (form('kind')) {
    case 'csv':
      return readFile(c, form)
    case 'filter':
      return { whom: { kind: 'filter', filter: readWhomFilter(form) }, recoded: false }
    case 'accounts': {
      const ids = [...new Set(form.list('id'))].slice(0, IDS_MAX)
      if (ids.length === 0) return { problem: 'nobody', way: 'accounts', text: '' }
      const addresses = Object.fromEntries(
        ids.flatMap((id) => {
          const typed = form(`mail.${id}`)
          return typed === '' ? [] : [[id, typed] as const]
        }),
      )
      return { whom: { kind: 'accounts', ids, addresses }, recoded: false }
    }
    default: {
      const text = await readLongText(c, form)
      if (text === null) return { problem: 'too_large', way: 'addresses', text: '' }
      if (text.trim() === '') return { problem: 'nothing', way: 'addresses', text }
      return { whom: { kind: 'addresses', text }, recoded: false }
    }
  }
}

async function readFile(c: EdgeContext, form: PostedForm): Promise<Given> {
  const problem = (problem: GivenProblem, text = '') => ({ problem, way: 'csv' as const, text })
  const file = form.file('file')
  if (file) {
    if (file.size > INVITE_MAX_BYTES) return problem('too_large')
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()))
    if (!decoded) return problem('not_text')
    const recoded = decoded.encoding === 'windows-1252'
    return { whom: { kind: 'csv', text: plainLines(decoded.text) }, recoded }
  }
  const text = await readLongText(c, form)
  if (text === null) return problem('too_large')
  if (text.trim() === '') return problem('nothingCsv', text)
  if (text.includes('\0')) return problem('not_text')
  return { whom: { kind: 'csv', text }, recoded: form.ticked('recoded') }
}

/** Longer than what forms usually hold; null: longer than what is taken. */
async function readLongText(c: EdgeContext, form: PostedForm): Promise<string | null> {
  const posted = form.names().includes('text') ? (await c.req.formData()).get('text') : null
  const text = plainLines(typeof posted === 'string' ? posted : '')
  return new TextEncoder().encode(text).length > INVITE_MAX_BYTES ? null : text
}

/** Lines as every browser sends them; the first empty ones get lost on the way through a page. */
function plainLines(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/^\n+/, '')
}

/** Fields whose address is no longer the one that was shown. */
export function readEdits(form: PostedForm): Edits {
  const edits = new Map<string, string>()
  for (const name of form.names()) {
    if (!name.startsWith('address.')) continue
    const key = name.slice('address.'.length)
    const typed = form(name).trim().slice(0, 254)
    if (typed !== form(`was.${key}`).trim().slice(0, 254)) edits.set(key, typed)
  }
  return edits
}
