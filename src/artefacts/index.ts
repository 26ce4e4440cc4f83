export { type ArtefactInput, renderAgentConfiguration } from './agent.ts'
