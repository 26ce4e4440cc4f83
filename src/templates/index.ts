export {
  DEFAULT_CHECK_IN_SECONDS,
  makeTemplates,
  type NewDeviceTemplate,
  revealSettings,
  type Templates,
} from './service.ts'
export type { DeviceTemplate, TemplateSettings, WifiNetwork } from './types.ts'
