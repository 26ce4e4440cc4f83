export { auditManyStatement } from './bulk-store.ts'
export { type Head, isTrusted, type PlacedChainEntry, type Seal } from './chain-rules.ts'
export { cutAudit } from './cutting.ts'
export { AUDIT_KEPT } from './cutting-rules.ts'
export { type AuditPage, type AuditReading, makeAuditReading } from './reading.ts'
export {
  ACTION_GROUPS,
  type ActionGroup,
  type AuditFilters,
  actionsOf,
  isAction,
  NO_FILTERS,
  type SealedSpan,
} from './reading-rules.ts'
export { makeHeadResealing } from './resealing.ts'
export { describeChanges } from './rules.ts'
export { sealAudit } from './sealing.ts'
export { auditStatement, newEntry } from './store.ts'
export type { AuditAction, AuditDetail, AuditEntry, Change, Scalar } from './types.ts'
export {
  type Anchor,
  type ChainReport,
  type Finding,
  type HeadTrust,
  makeChainVerifier,
  type Problem,
} from './verifying-rules.ts'
