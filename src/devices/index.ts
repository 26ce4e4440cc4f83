export type { DeviceRefusal, PresentedCredential } from './authentication.ts'
export {
  type CertificationRefusal,
  type DeviceCertificate,
  type DeviceCertificates,
  makeDeviceCertificates,
} from './certification.ts'
export { type DeviceNames, makeDeviceNames } from './names.ts'
export type { KnownDevice } from './names-store.ts'
export type { OtaRefusal } from './ota.ts'
export { isCredential } from './rules.ts'
export {
  type CheckIn,
  type Configuration,
  type Devices,
  makeDevices,
} from './service.ts'
export type { Served, ServingRefusal, ServingWords } from './serving.ts'
export { projectDeviceStatement, saveReportedStatement } from './store.ts'
export {
  type DeviceDecision,
  type DeviceLifecycle,
  type DeviceTotal,
  LIVING,
  type ListedDevice,
} from './types.ts'
