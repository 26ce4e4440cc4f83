export { guessPlatforms, installsProfiles } from './rules.ts'
export {
  type ChooseRefusal,
  makeRegistration,
  type Offer,
  type ProveRefusal,
  type Registration,
  type StartRefusal,
} from './service.ts'
