import { isThrowAway } from '../../../challenges/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { Badge } from '../../ui/table.tsx'

/** A quiet hint beside an address of a service that lends them; nothing beside any other. */
export function ThrowAwayBadge({ frame, address }: { frame: Frame; address: string }) {
  if (!isThrowAway(address)) return null
  return (
    <>
      {' '}
      <Badge>{frame.copy.abuse.throwAway.badge}</Badge>
    </>
  )
}
