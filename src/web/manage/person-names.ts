import { isTombstone } from '../../accounts/index.ts'
import type { Copy } from '../../copy/index.ts'

/** What somebody is called where their account may be deleted: by name, else by address, else as nobody any more. */
export function personName(copy: Copy, { name, address }: { name: string; address: string }): string {
  return isForgotten({ address }) ? copy.myData.people.deleted : name || address
}

/** The account was deleted: there is no page of it. */
export function isForgotten({ address }: { address: string }): boolean {
  return address === '' || isTombstone(address)
}
