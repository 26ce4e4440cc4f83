export { type Referee, refereeOf, SOCKET_HEADERS } from './client.ts'
export type * from './types.ts'
export type * from './types-calls.ts'
export type * from './types-invitations.ts'
