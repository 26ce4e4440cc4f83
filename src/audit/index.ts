export { auditStatement, newEntry } from './store.ts'
export type { AuditAction, AuditEntry } from './types.ts'
