export { type Door, type DoorRefusal, decideDoor } from './rules.ts'
export { makeOrganisations, type NewOrganisation, type Organisations } from './service.ts'
export { viewOrganisation, viewService } from './store.ts'
export type { Helpdesk, Logo, Organisation, ServiceSettings } from './types.ts'
