import type { AuditEntry, AuditFilters } from '../../audit/index.ts'
import { toIso } from '../../kernel/time.ts'
import { sendCsv, sendNdjson } from '../http/csv.ts'
import type { EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { actorOf } from '../http/routes.ts'
import { addressOf, parseFilters, readTyped } from './audit-filters.ts'
import { describeEntry } from './audit-words.ts'
import { AuditPage, type AuditPageProps } from './pages/audit.tsx'

/** Whose audit is read, and at which door. */
export type AuditScope = {
  organisationId: number
  area: 'manage' | 'supervise'
  path: string
  /** What addresses carry besides the filters. */
  besides: Record<string, string>
}

const SERVICE_ID = 0

/** The list, or whom a typed name may mean. Asks D1 at most twice. */
export async function showAudit(c: EdgeContext, scope: AuditScope) {
  const { organisationId, area, path, besides } = scope
  const { services } = c.var
  const typed = readTyped((name) => c.req.query(name))
  const search = (c.req.query('person') ?? '').trim().slice(0, 120)
  const { filters, daysRefused } = parseFilters(typed)
  const common = { frame: frameOf(c), area, path, besides, typed, search, daysRefused }
  const render = (rest: Omit<AuditPageProps, keyof typeof common>) =>
    renderPage(c, <AuditPage {...common} {...rest} />, daysRefused ? 422 : 200)

  const titleOf = (name: string) => (area === 'supervise' && organisationId !== SERVICE_ID ? name : null)

  if (search !== '') {
    const [choices, { organisation }] = await Promise.all([
      services.names.search(organisationId, search),
      services.names.of(organisationId, []),
    ])
    if (organisation === null) return renderDeadEnd(c, 'not_found', 404)
    const [only] = choices
    if (only && choices.length === 1)
      return c.redirect(addressOf(path, { ...typed, account: only.id, actor: '' }, besides), 303)
    const nothing = { entries: [], people: new Map(), next: null, cutAt: null, sealed: null, later: false }
    return render({ ...nothing, organisation: titleOf(organisation), choices })
  }

  const after = c.req.query('after') ?? null
  const { entries, next, cutAt, sealed } = await services.auditReading.list({
    organisationId,
    filters,
    after,
  })
  const { people, organisation } = await services.names.of(organisationId, idsIn(entries, filters))
  if (organisation === null) return renderDeadEnd(c, 'not_found', 404)
  return render({
    organisation: titleOf(organisation),
    entries,
    people,
    choices: null,
    next,
    cutAt,
    sealed,
    later: after !== null,
  })
}

/** The filtered list as a file, written while it is sent. That it was taken is noted first. */
export async function exportAudit(c: EdgeContext, scope: AuditScope) {
  const { services, now, locale } = c.var
  const { organisationId } = scope
  const form = await readForm(c)
  const typed = readTyped(form)
  const { filters, daysRefused } = parseFilters(typed)
  const { copy } = frameOf(c)
  if (daysRefused) return c.redirect(addressOf(scope.path, typed, scope.besides), 303)
  const format = form('format') === 'ndjson' ? 'ndjson' : 'csv'
  const told = addressOf('', typed).slice(1)
  await services.auditReading.recordExport(organisationId, actorOf(c), { format, filters: told }, now)

  async function* describe() {
    for await (const entries of services.auditReading.listAll(organisationId, filters)) {
      const { people } = await services.names.of(organisationId, idsIn(entries, filters))
      for (const entry of entries) yield { entry, words: describeEntry(copy, entry, people), people }
    }
  }
  async function* lines() {
    for await (const { entry, words } of describe())
      yield { ...entry, at: toIso(entry.at), locale, who: words.who, what: words.what }
  }
  async function* rows() {
    for await (const { entry, words, people } of describe())
      yield [
        toIso(entry.at),
        entry.action,
        words.what,
        entry.actor.kind,
        words.who,
        entry.actor.id,
        people.get(entry.accountId ?? '')?.address ?? '',
        entry.accountId,
        entry.deviceId,
        words.changes.map(({ name, before, after }) => `${name}: ${before} → ${after}`).join('; '),
        JSON.stringify(entry.detail),
        entry.id,
      ]
  }
  const name = `audit-${organisationId}-${toIso(now).slice(0, 10)}`
  return format === 'csv' ? sendCsv(c, name, COLUMNS, rows()) : sendNdjson(c, name, lines())
}

const COLUMNS = [
  ...['time', 'action', 'what', 'actor_kind', 'actor', 'actor_id'],
  ...['address', 'account_id', 'device_id', 'changes', 'detail', 'id'],
]

/** Everybody whom these entries name, and whom was asked for. */
function idsIn(entries: AuditEntry[], filters: AuditFilters): string[] {
  const ids = entries.flatMap(({ accountId, actor }) => [accountId, actor.id])
  return [...ids, filters.accountId, filters.actorId].filter((id): id is string => id !== null)
}
