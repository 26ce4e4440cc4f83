export { type DerivedCredentials, makeDerivedCredentials } from './service.ts'
export { endDerivedStatement } from './store.ts'
export type * from './types.ts'
