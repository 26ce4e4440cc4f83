export { type AuditReading, makeAuditReading } from './reading.ts'
export { describeChanges } from './rules.ts'
export { auditStatement, newEntry } from './store.ts'
export type { AuditAction, AuditDetail, AuditEntry, Change } from './types.ts'
