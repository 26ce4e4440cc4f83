import { type CommandKind, canBeTold, scopeOf } from '../../../commands/index.ts'
import { Checkbox } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { ConfirmPage } from '../../ui/staff-form.tsx'
import { commandPath } from '../command-words.ts'
import type { CommandSubject } from './command-subject.ts'

export type CommandConfirmProps = {
  frame: Frame
  device: CommandSubject
  /** What it is called. */
  name: string
  /** Of the device's page. */
  path: string
  /** At whose door. */
  as: 'owner' | 'manager'
}

const around = ({ frame, name, path, as }: CommandConfirmProps, act: CommandKind | 'end') => ({
  frame,
  ...(as === 'owner'
    ? { area: 'portal' as const, section: 'myDevices' as const }
    : { area: 'manage' as const, section: 'devices' as const }),
  parent: { href: path, label: name },
  cancel: path,
  action: commandPath(path, act),
})

/** Asks a second time before a device is erased, and says what is lost. GET `…/commands/wipe`. */
export function WipePage(props: CommandConfirmProps & { unticked?: boolean }) {
  const words = props.frame.copy.commands.wipe
  const scope = scopeOf(props.device.ownership)
  return (
    <ConfirmPage
      {...around(props, 'wipe')}
      title={words.title(props.name)}
      consequences={words[scope]}
      act={words.act}
      hidden={{ scope }}
      failed={props.unticked ? 'said' : false}
    >
      <Checkbox
        name="understood"
        label={words.tick[scope]}
        checked={false}
        error={props.unticked ? words.untick : null}
      />
    </ConfirmPage>
  )
}

/** Asks before a device is asked to retire. GET `…/commands/retire`. */
export function RetirePage(props: CommandConfirmProps) {
  const words = props.frame.copy.commands.retire
  return (
    <ConfirmPage
      {...around(props, 'retire')}
      title={words.title(props.name)}
      consequences={words.consequences}
      act={words.act}
    />
  )
}

/** Asks before a device ends at once: it cannot be told, or does not answer. GET `…/commands/end`. */
export function EndPage(props: CommandConfirmProps) {
  const { end, retire, retireNow } = props.frame.copy.commands
  const words = canBeTold(props.device) ? end : { ...retire, ...retireNow }
  return (
    <ConfirmPage
      {...around(props, 'end')}
      title={words.title(props.name)}
      consequences={words.consequences}
      act={words.act}
    />
  )
}
