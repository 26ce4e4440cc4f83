import type { InvitationChannel, InviteProblem, InviteRow, Whom } from '../../../invitations/index.ts'
import { problemText } from '../../ui/controls.tsx'
import { Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Lines, Wrong } from '../../ui/people.tsx'
import { Quiet, RowField } from '../../ui/progress.tsx'
import { Badge, RowTitle } from '../../ui/table.tsx'
import { Stack } from '../../ui/text.tsx'

/**
 * Whether addresses can be changed here. Where accounts were chosen it is where the mail goes instead, so only
 * for mail; where all that match were taken, only while every one of them is listed.
 */
export function isEditable(whom: Whom, channel: InvitationChannel, many: boolean): boolean {
  if (whom.kind === 'addresses' || whom.kind === 'csv') return true
  return channel === 'email' && !(whom.kind === 'filter' && many)
}

const TONES = { known: 'good', new: 'good', error: 'bad' } as const

/** One row of what would happen. `key` null: its address stands as it is. */
export function checkCells(frame: Frame, row: InviteRow, key: string | null) {
  const words = frame.copy.invitations.sending.check
  const name = row.name === '' ? null : row.name
  // An account's mail may go elsewhere: what is sent to stands in the field.
  const address = row.kind === 'known' && row.recipient.includes('@') ? row.recipient : row.address
  const kind = row.kind === 'known' && row.supersedes ? 'supersedes' : row.kind
  const problems = row.kind === 'error' ? row.problems : []
  // What is wrong with the address stands at its field, where there is one.
  const isField = ({ column }: InviteProblem) => key !== null && column === 'address'
  const atField = problems.filter(isField).map((problem) => tellProblem(frame, problem))
  const besides = problems.filter((problem) => !isField(problem))
  return [
    key === null ? (
      <RowTitle title={name ?? row.address} detail={name ? row.address : words.line(row.line)} />
    ) : (
      <RowField
        name={`address.${key}`}
        label={words.fieldLabel(row.line)}
        value={address}
        error={atField.length > 0 ? atField.join(' ') : null}
      >
        <Hidden name={`was.${key}`} value={address} />
        <Quiet>{name ?? words.line(row.line)}</Quiet>
      </RowField>
    ),
    <Stack gap="tight">
      <p>
        <Badge tone={kind === 'supersedes' ? 'warning' : TONES[row.kind]}>{words.kinds[kind]}</Badge>
        {key === null && row.kind !== 'error' && row.recipient !== '' && row.recipient !== row.address && (
          <Quiet>{words.to(row.recipient)}</Quiet>
        )}
      </p>
      {besides.length > 0 && (
        <Lines items={besides.map((problem) => <Wrong>{tellProblem(frame, problem)}</Wrong>)} />
      )}
    </Stack>,
  ]
}

function tellProblem(frame: Frame, { column, says, line }: InviteProblem): string {
  const words = frame.copy.invitations.sending.check
  const said =
    says === 'duplicate'
      ? words.duplicate(line ?? 0)
      : typeof says === 'string'
        ? words.problems[says]
        : (problemText(frame.copy, says) ?? '')
  return column === null || column === 'address' ? said : `${words.columnIs(column)} ${said}`
}
