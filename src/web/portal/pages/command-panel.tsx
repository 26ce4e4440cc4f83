import type { Permission } from '../../../accounts/index.ts'
import { COMMAND_KINDS, type CommandKind, type ListedCommand, mayAsk } from '../../../commands/index.ts'
import { isEnded, type OwnedDevice } from '../../../devices/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { Panel } from '../../ui/staff-form.tsx'
import { Region, Stack } from '../../ui/text.tsx'
import { myDevicePath } from '../device-paths.ts'
import { CommandActs } from './command-acts.tsx'
import { CommandList } from './command-list.tsx'
import type { CommandView } from './command-subject.ts'

export type CommandPanelProps = {
  frame: Frame
  device: OwnedDevice
  permissions: readonly Permission[]
  /** The newest of the device. */
  commands: ListedCommand[]
  /** Who looks; absent: nobody is told "you". */
  accountId?: string | null
}

/** What an owner can ask of a device, and how far it is. Its region is empty where there is nothing of either. */
export function CommandPanel({ frame, device, permissions, commands, accountId = null }: CommandPanelProps) {
  const words = frame.copy.commands
  const view: CommandView = {
    frame,
    device: { ...device, over: isEnded(device) },
    commands,
    path: myDevicePath(device.id),
    viewer: { as: 'owner', accountId },
  }
  const may = (kind: CommandKind) => mayAsk({ actor: 'owner', role: 'device_owner', permissions }, kind)
  const acts = !view.device.over && COMMAND_KINDS.some(may)
  return (
    <Region name="commands">
      {(acts || commands.length > 0) && (
        <Stack>
          {commands.length > 0 && (
            <Panel title={words.asked}>
              <CommandList {...view} />
            </Panel>
          )}
          {acts && (
            <Panel title={words.title}>
              <CommandActs {...view} may={may} />
            </Panel>
          )}
        </Stack>
      )}
    </Region>
  )
}
