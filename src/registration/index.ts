export { tellAlarms } from './alarms.ts'
export { type DeviceExtras, makeDeviceExtras } from './device-extras.ts'
export { type DeleteAccountRefusal, type MyDataService, makeMyData } from './my-data.ts'
export { makeOverview, type Overview, type OverviewService, PERIODS, type Period } from './overview.ts'
export { makeOwnCodes, type OwnCodes } from './own-codes.ts'
export { type CodeWay, isCodeWay } from './own-codes-rules.ts'
export { makePasscodeResets, type PasscodeResets, takesPasscodeReset } from './passcode-resets.ts'
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
