export { renderAgentConfiguration } from './agent.ts'
export { renderAppleProfile } from './apple.ts'
export type { Artefact, ArtefactInput } from './types.ts'
