import {
  type CommandKind,
  canBeTold,
  type ListedCommand,
  MESSAGE_MAX,
  mayAsk,
} from '../../../commands/index.ts'
import type { DeviceDetail } from '../../../devices/index.ts'
import type { FieldProblems } from '../../../kernel/fields.ts'
import { commandPath } from '../../portal/command-words.ts'
import { CommandActs } from '../../portal/pages/command-acts.tsx'
import { CommandList } from '../../portal/pages/command-list.tsx'
import type { CommandSubject, CommandView } from '../../portal/pages/command-subject.ts'
import { problemAt } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { MoreLink } from '../../ui/people.tsx'
import { Act, Acts, Explained, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Muted } from '../../ui/text.tsx'
import { devicePath } from '../device-paths.ts'
import { deviceDetail, deviceName, isOver } from './devices-words.tsx'

export type DeviceCommandsProps = {
  frame: Frame
  device: DeviceDetail
  /** The newest, without where it was. */
  commands: ListedCommand[]
  /** Who looks. */
  accountId: string
  done?: string | null
  trouble?: string | null
  /** Words for the device that were too long. */
  tooLong?: string | null
}

export const subjectOf = (device: DeviceDetail): CommandSubject => ({ ...device, over: isOver(device) })

const may = (kind: CommandKind) => mayAsk({ actor: 'manager', role: 'manager', permissions: [] }, kind)

/** What a device was asked to do, and what it can be asked. GET `/manage/devices/<id>/commands`. */
export function DeviceCommandsPage(props: DeviceCommandsProps) {
  const { frame, device, commands, accountId } = props
  const words = frame.copy.commands
  const view: CommandView = {
    frame,
    device: subjectOf(device),
    commands,
    path: devicePath(device.id),
    viewer: { as: 'manager', accountId },
  }
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="devices"
      title={words.title}
      lead={deviceDetail(frame.copy, device)}
      parent={{ href: view.path, label: deviceName(frame.copy, device) }}
      done={props.done ?? null}
      failed={props.tooLong ? 'said' : false}
    >
      {props.trouble && <Notice tone="warning">{props.trouble}</Notice>}
      <Panel title={words.asked}>
        <CommandList {...view} />
      </Panel>
      {!view.device.over && (
        <Panel title={words.title} lead={canBeTold(device) ? words.managed.lead : null}>
          <CommandActs {...view} may={may} lock={<Lock view={view} tooLong={props.tooLong ?? null} />} />
          {canBeTold(device) && <Muted>{words.managed.noLocate}</Muted>}
        </Panel>
      )}
    </StaffLayout>
  )
}

/** A lock may bring words for whoever finds the device. */
function Lock({ view, tooLong }: { view: CommandView; tooLong: string | null }) {
  const { commands: words } = view.frame.copy
  const problems: FieldProblems =
    tooLong === null ? {} : { message: { code: 'too_long', limit: MESSAGE_MAX } }
  return (
    <Explained act={null}>
      <StaffForm action={commandPath(view.path, 'lock')}>
        <p>{words.what.lock}</p>
        <Field
          name="message"
          label={words.managed.message}
          note={words.managed.optional}
          hint={words.managed.messageHint}
          value={tooLong ?? ''}
          error={problemAt(view.frame.copy, problems, 'message')}
          maxlength={MESSAGE_MAX}
          autocomplete="off"
          required={false}
        />
        <Acts>
          <Act weight="secondary">{words.acts.lock}</Act>
        </Acts>
      </StaffForm>
    </Explained>
  )
}

/** The same acts on the device's own page, and the way to what became of them. */
export function DeviceCommandsPanel({ frame, device }: Pick<DeviceCommandsProps, 'frame' | 'device'>) {
  const words = frame.copy.commands
  const subject = subjectOf(device)
  const path = devicePath(device.id)
  const view: CommandView = {
    frame,
    device: subject,
    commands: [],
    path,
    viewer: { as: 'manager', accountId: null },
  }
  if (subject.over) return null
  return (
    <Panel title={words.title} lead={canBeTold(device) ? words.managed.lead : null}>
      <CommandActs {...view} may={may} />
      {canBeTold(device) && <Muted>{words.managed.noLocate}</Muted>}
      <MoreLink href={devicePath(device.id, 'commands')}>{words.managed.all}</MoreLink>
    </Panel>
  )
}
