export { makeOverview, type Overview, type OverviewService, PERIODS, type Period } from './overview.ts'
export { guessPlatforms, installsProfiles } from './rules.ts'
export {
  type ChooseRefusal,
  makeRegistration,
  type Offer,
  type ProveRefusal,
  type Registration,
  type StartRefusal,
} from './service.ts'
export type { SetupChoices } from './store.ts'
