export {
  type CheckIn,
  type Configuration,
  type DeviceRefusal,
  type Devices,
  makeDevices,
  type PresentedCredential,
} from './service.ts'
export { projectDeviceStatement } from './store.ts'
export {
  type DeviceDecision,
  type DeviceLifecycle,
  type DeviceTotal,
  LIVING,
  type ListedDevice,
} from './types.ts'
