export { DEFAULT_CHECK_IN_SECONDS, makeTemplates, type NewDeviceTemplate, type Templates } from './service.ts'
export type { DeviceTemplate, TemplateSettings } from './types.ts'
