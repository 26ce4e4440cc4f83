export { auditStatement } from './store.ts'
export type { AuditAction, AuditEntry } from './types.ts'
