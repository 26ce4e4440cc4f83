export { type Enrolled, type Enrolment, type EnrolmentRefusal, makeEnrolment } from './enrolment.ts'
export { makeOperations, type Operation, type Operations } from './operation.ts'
export { ProvisionSession } from './provision-session-object.ts'
export {
  makeProvisioning,
  type Presented,
  type Provisioning,
  type Redemption,
  type RedemptionRefusal,
  type TypedPin,
} from './service.ts'
export type { FailureReason } from './types.ts'
