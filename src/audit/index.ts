export { auditManyStatement } from './bulk-store.ts'
export { type AuditPage, type AuditReading, makeAuditReading } from './reading.ts'
export {
  ACTION_GROUPS,
  type ActionGroup,
  type AuditFilters,
  actionsOf,
  isAction,
  NO_FILTERS,
} from './reading-rules.ts'
export { describeChanges } from './rules.ts'
export { auditStatement, newEntry } from './store.ts'
export type { AuditAction, AuditDetail, AuditEntry, Change, Scalar } from './types.ts'
