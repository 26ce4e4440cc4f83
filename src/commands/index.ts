export type { CommandAct } from './asking.ts'
export { expireCommands, forgetLocations, pruneCommands } from './expiry.ts'
export { forgetCommandsStatement } from './forgetting-store.ts'
export {
  canBeTold,
  isEnding,
  isOpen,
  knownLocation,
  MESSAGE_MAX,
  mayAsk,
  mayEndNow,
  scopeOf,
} from './rules.ts'
export { type CommandFetch, type Commands, makeCommands } from './service.ts'
export { closeCommandsStatement, commandsQuery, viewCommands } from './store.ts'
export * from './types.ts'
