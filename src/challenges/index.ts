export { AddressGate } from './address-gate-object.ts'
export { type Challenges, makeChallenges } from './service.ts'
export type {
  ChallengeSubject,
  ChallengeView,
  Delivery,
  RequestRefusal,
  VerifyRefusal,
} from './types.ts'
