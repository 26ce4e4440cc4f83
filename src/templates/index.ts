export type { SaveRefusal } from './editing.ts'
export { parseJson } from './extras.ts'
export type { TemplateVersion } from './history.ts'
export {
  type Part,
  partsLeftOut,
  partsSet,
  platformsRendering,
  type Rendering,
  renderingOf,
  usualReports,
} from './rules.ts'
export { revealSettings } from './sealing.ts'
export { DEFAULT_CHECK_IN_SECONDS, makeTemplates, type NewDeviceTemplate, type Templates } from './service.ts'
export { fillPolicies, fillSettings, normaliseSettings, placesOfSecrets } from './settings.ts'
export { viewTemplate as viewDeviceTemplate } from './store.ts'
export * from './types.ts'
export { makeUsableGuard } from './usable.ts'
export { VARIABLES, type VariableValues, valuesOf } from './variables.ts'
