export { compileEmailRule, type Door, type DoorRefusal, type EmailRuleProblem } from './rules.ts'
export { makeOrganisations, type NewOrganisation, type Organisations } from './service.ts'
export type { Helpdesk, Logo, Organisation, ServiceSettings } from './types.ts'
