export { type ApiCaller, type ApiKeys, makeApiKeys } from './api-keys.ts'
export { API_KEY_NAME_MAX, type ApiKeyForm, type ApiKeyState, stateOfKey } from './api-keys-rules.ts'
export { type ApiKey, apiKeyUsedStatement } from './api-keys-store.ts'
export { resealFormer } from './key-rotation.ts'
export {
  type ModuleSecret,
  type ModuleSecretState,
  makeModuleSecret,
  openModuleSecret,
} from './module-secret.ts'
export { clientAuthOf, type DiscoveryRefusal, type Provider, type Providers } from './oidc-discovery.ts'
export type { IssuerProblem, OidcForm, OidcProblems } from './oidc-rules.ts'
export {
  type ConfigureOidcRefusal,
  makeOidcSettings,
  type OidcSettingsService,
  type OidcView,
} from './oidc-settings.ts'
export type { OidcEntrance } from './oidc-store.ts'
export { makeOrganisationResealing } from './resealing.ts'
export {
  type RuleTrial,
  type RuleWarning,
  type Tried,
  tryEmailRule,
  type Verdict,
} from './rule-tester.ts'
export { type Door, type DoorRefusal, decideAddress, decideDoor, isSetupOpen } from './rules.ts'
export { readServiceSender } from './sender-store.ts'
export { makeOrganisations, type NewOrganisation, type Organisations } from './service.ts'
export {
  type Change as SettingsChange,
  makeOrganisationSettings,
  type OrganisationSettings,
} from './settings.ts'
export { viewOrganisation, viewService } from './store.ts'
export { type FirstTemplate, FRESH_SERVICE, makeSupervision, type Supervision } from './supervision.ts'
export {
  type NamesForm,
  type NewOrganisationForm,
  NOBODY_YET,
  type ServiceForm,
} from './supervision-fields.ts'
export type { ListedOrganisation } from './supervision-store.ts'
export {
  API_SCOPES,
  type ApiScope,
  type EmailException,
  type Helpdesk,
  type Logo,
  type OidcSettings,
  type Organisation,
  type ServiceSettings,
} from './types.ts'
