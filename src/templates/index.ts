export { fitApplePayloads, typeOf as typeOfPayload } from './apple-extras.ts'
export {
  type AppleRule,
  type AppleRules,
  type AppleSystem,
  appleSchemaOf,
  appleTypes,
  isWithinRule,
  ruleOf,
} from './apple-schema.ts'
export type { SaveRefusal } from './editing.ts'
export { parseJson } from './extras.ts'
export {
  COMPONENT,
  ENROLMENT_QR,
  ENROLMENT_TOKEN,
  MDM_KEY,
  PROVISIONING,
  PROVISIONING_BOOLEANS,
  PROVISIONING_NUMBERS,
} from './extras-known.ts'
export type { TemplateVersion } from './history.ts'
export { makeTemplateResealing } from './resealing.ts'
export {
  type Carrier,
  carrierOf,
  type LeftOut,
  PARTS,
  type Part,
  partsLeftOut,
  partsSet,
  platformsRendering,
  type Rendering,
  type RenderingReason,
  renderingOf,
  reportsOffered,
  servesBrowsers,
  usualReports,
} from './rules.ts'
export { revealSettings } from './sealing.ts'
export { DEFAULT_CHECK_IN_SECONDS, makeTemplates, type NewDeviceTemplate, type Templates } from './service.ts'
export { fillPolicies, fillSettings, normaliseSettings, placesOfSecrets } from './settings.ts'
export { viewTemplate as viewDeviceTemplate } from './store.ts'
export * from './types.ts'
export { makeUsableGuard } from './usable.ts'
export { VARIABLES, type VariableValues, valuesOf } from './variables.ts'
