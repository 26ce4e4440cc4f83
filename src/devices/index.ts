export {
  authenticate,
  type DeviceRefusal,
  judgeCredential,
  type PresentedCredential,
} from './authentication.ts'
export { carryOverStatement } from './carrying-store.ts'
export {
  type CertificationRefusal,
  type DeviceCertificate,
  type DeviceCertificates,
  makeDeviceCertificates,
} from './certification.ts'
export { endForgottenStatement, forgetDevicesStatements } from './forgetting-store.ts'
export { type DeviceAct, type DeviceBulkAct, type DeviceList, makeDeviceList } from './list.ts'
export { DEVICE_EXPORT_COLUMNS, deviceCells } from './list-csv.ts'
export { readDeviceFilter, writeDeviceQuery } from './list-query.ts'
export * from './list-types.ts'
export { type DeviceNames, makeDeviceNames } from './names.ts'
export type { KnownDevice } from './names-store.ts'
export { NOTE_MAX } from './notes.ts'
export type { OtaRefusal } from './ota.ts'
export { makeOwnedDevices, type OwnedDevices, type OwnershipRefusal, type RenameRefusal } from './owned.ts'
export { DEVICE_NAME_MAX, isEnded } from './owned-rules.ts'
export type * from './owned-types.ts'
export { rememberProofStatements } from './proofs.ts'
export { isCredential, PERMISSIONS_MAX, parseCredential } from './rules.ts'
export {
  type CheckIn,
  type CommandSource,
  type Configuration,
  type Devices,
  type HandedCommand,
  makeDevices,
} from './service.ts'
export type { Served, ServingRefusal, ServingWords } from './serving.ts'
export { findSilent } from './silence.ts'
export { type DeviceRead, projectDeviceStatement, saveReportedStatement } from './store.ts'
export {
  DEVICE_STATUSES,
  type DeviceDecision,
  type DeviceLifecycle,
  type DeviceStatus,
  type DeviceTotal,
  LIVING,
  type ListedDevice,
  type Unresponsiveness,
} from './types.ts'
export { VIEW_NAME_MAX } from './views.ts'
export { VIEWS_MAX } from './views-store.ts'
