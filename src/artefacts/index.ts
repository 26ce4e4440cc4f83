export { AGENT_SCHEMA, renderAgentConfiguration } from './agent.ts'
export { renderAppleProfile } from './apple.ts'
export { renderOtaRequest } from './apple-ota.ts'
export { readOtaAnswer } from './apple-ota-answer.ts'
export type {
  ArtefactSet,
  SetFile,
  SetFileKind,
  SetInput,
  SetLinkKind,
  Typed,
  TypedFact,
} from './set-parts.ts'
export { ownFileName } from './set-parts.ts'
export { artefactSetOf, offersSet } from './sets.ts'
export type { Artefact, ArtefactIdentity, ArtefactInput, OwnerCertificate } from './types.ts'
