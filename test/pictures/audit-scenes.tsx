import type { AuditEntry } from '../../src/audit/index.ts'
import { MINUTE } from '../../src/kernel/time.ts'
import { AuditPage, type AuditPageProps } from '../../src/web/manage/pages/audit.tsx'
import { NOW } from './fixtures.ts'
import { manager, managerDe } from './staff-fixtures.ts'

const NOTHING = { account: '', actor: '', device: '', kind: '', from: '', to: '' }

const entry: AuditEntry = {
  ...{ id: 'aud_1', organisationId: 1, at: NOW - MINUTE, actor: { kind: 'system', id: 'commands' } },
  ...{ action: 'organisation.created', accountId: null, deviceId: null, detail: {} },
}
/** An audit whose entries are sealed. */
const props: AuditPageProps = {
  ...{ frame: manager, area: 'manage', path: '/manage/audit', besides: {}, typed: NOTHING, search: '' },
  ...{ daysRefused: false, organisation: null, entries: [entry], people: new Map(), choices: null },
  ...{ next: null, cutAt: null, later: false, sealed: { rows: 12_480, at: NOW - 2 * MINUTE } },
}

export const auditScenes = [
  { name: 'manage-audit-sealed', page: <AuditPage {...props} /> },
  { name: 'manage-audit-sealed-de', page: <AuditPage {...props} frame={managerDe} /> },
]
