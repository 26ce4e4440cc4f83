export { type DerivedCredentials, makeDerivedCredentials } from './service.ts'
export { endDerivedStatement, presentQuery, viewPresent } from './store.ts'
export type * from './types.ts'
