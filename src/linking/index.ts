export { LinkRequest } from './link-request-object.ts'
export {
  type AllowRefusal,
  type DeviceLinks,
  type EntitlementRefusal,
  type FindRefusal,
  type LinkAsked,
  type LinkOwner,
  makeDeviceLinks,
} from './service.ts'
export type { AskingDevice, LinkView, PollRefusal } from './types.ts'
