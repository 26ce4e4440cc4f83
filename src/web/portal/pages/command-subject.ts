import type { ListedCommand } from '../../../commands/index.ts'
import type { OwnedDevice } from '../../../devices/index.ts'
import type { Frame } from '../../ui/frame.ts'

/** A device that is asked to do something, whoever looks at it. */
export type CommandSubject = Pick<
  OwnedDevice,
  'id' | 'reports' | 'ownership' | 'checkInSeconds' | 'unresponsive'
> & {
  /** Nothing can be asked of it any more. */
  over: boolean
}

/** What the pages of owners and managers share. */
export type CommandView = {
  frame: Frame
  device: CommandSubject
  commands: ListedCommand[]
  /** Of the device's page: its commands lie below it. */
  path: string
  /** Who looks: the owner may be told "you". */
  viewer: { as: 'owner' | 'manager'; accountId: string | null }
}
