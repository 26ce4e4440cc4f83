import type { InvitationChannel, InvitePreview, Whom } from '../../../invitations/index.ts'
import { Choices } from '../../ui/choice.tsx'
import { Switch } from '../../ui/controls.tsx'
import { Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Carried, EnterMeans } from '../../ui/progress.tsx'
import { Act, ActLink, Acts, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Counts, Table } from '../../ui/table.tsx'
import { InlineLink, Muted } from '../../ui/text.tsx'
import { keyOf, writeAddresses } from '../invitation-edits.ts'
import { NEW_INVITATIONS_PATH } from '../invitation-paths.ts'
import { type Way, whomFilterFields } from '../invitation-whom.ts'
import { wordsPath } from '../message-paths.ts'
import { checkCells, isEditable } from './invitation-check-row.tsx'
import { wayPath } from './invitation-new.tsx'

/** As many rows as are listed; of more people only those who cannot be invited are. */
const ROWS_SHOWN = 200

export type CheckProps = {
  frame: Frame
  whom: Whom
  channel: InvitationChannel
  smsReady: boolean
  preview: InvitePreview
  recoded: boolean
  skipErrors: boolean
  /** Why it was not sent, or that this is something else than was shown before. */
  told: 'moved' | 'errors' | 'nobody' | 'edited' | null
}

/** Step 2: what would happen, row by row. Everything it needs stands in its form; nothing is kept elsewhere. */
export function CheckPage(props: CheckProps) {
  const { frame, preview, told, channel } = props
  const words = frame.copy.invitations.sending.check
  const { counts, ignored } = preview
  const sendable = counts.invited > 0
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="invitations"
      title={words.title}
      lead={words.lead}
      parent={{ href: wayPath(wayOf(props.whom)), label: words.back }}
      failed={told === 'errors' || told === 'nobody' ? 'said' : false}
    >
      {told === 'moved' && <Notice tone="warning">{words.moved}</Notice>}
      {told === 'edited' && <Notice tone="info">{words.edited}</Notice>}
      {told === 'errors' && <Notice tone="error">{words.errorsLeft}</Notice>}
      {!sendable && <Notice tone="warning">{words.nobody}</Notice>}
      {props.recoded && <Notice tone="warning">{words.recoded}</Notice>}
      {ignored.length > 0 && <Notice tone="info">{words.ignored(ignored.join(', '))}</Notice>}
      <Counts
        items={(['invited', 'new', 'superseded', 'error'] as const).map((kind) => ({
          label: words.counts[kind],
          value: counts[kind],
        }))}
      />
      {counts.superseded > 0 && <Notice tone="warning">{words.supersedes(counts.superseded)}</Notice>}
      <StaffForm action={NEW_INVITATIONS_PATH} upload>
        <EnterMeans name="step" value="check">
          {words.again}
        </EnterMeans>
        <WhomFields {...props} />
        <Panel>
          <Channels {...props} />
          {counts.error > 0 && (
            <Switch
              name="skip"
              label={words.skip(counts.error)}
              checked={props.skipErrors}
              error={told === 'errors' ? words.errorsLeft : null}
            />
          )}
          <Acts>
            {sendable && (
              <Act name="step" value="send">
                {channel === 'none' ? words.make(counts.invited) : words.send(counts.invited)}
              </Act>
            )}
            <Act weight={sendable ? 'secondary' : 'primary'} name="step" value="check">
              {words.again}
            </Act>
            <ActLink href={wayPath(wayOf(props.whom))}>{words.back}</ActLink>
          </Acts>
        </Panel>
        <Rows {...props} />
      </StaffForm>
    </StaffLayout>
  )
}

function wayOf(whom: Whom): Way {
  return whom.kind === 'filter' ? 'accounts' : whom.kind
}

/** Whom it is about, once more: what the next step works with. */
function WhomFields({ whom, channel, preview, recoded }: CheckProps) {
  return (
    <>
      <Hidden name="kind" value={whom.kind} />
      <Hidden name="digest" value={preview.digest} />
      <Hidden name="shown_channel" value={channel} />
      {recoded && <Hidden name="recoded" value="yes" />}
      {whom.kind === 'addresses' && <Carried name="text" value={carriedText(whom.text, preview)} />}
      {whom.kind === 'csv' && <Carried name="text" value={whom.text} />}
      {whom.kind === 'filter' &&
        whomFilterFields(whom.filter).map(([name, value]) => <Hidden name={name} value={value} />)}
      {whom.kind === 'accounts' && whom.ids.map((id) => <Hidden name="id" value={id} />)}
      {whom.kind === 'accounts' &&
        Object.entries(whom.addresses ?? {}).map(([id, address]) => (
          <Hidden name={`mail.${id}`} value={address} />
        ))}
    </>
  )
}

function Channels({ frame, channel, smsReady }: CheckProps) {
  const { channels, sending } = frame.copy.invitations
  const words = sending.check
  const offered = (['email', 'sms', 'none'] as const).filter((one) => smsReady || one !== 'sms')
  return (
    <>
      <Choices
        name="channel"
        legend={words.channel}
        choices={offered.map((value) => ({
          value,
          label: channels[value],
          detail: words.channelDetails[value],
          checked: value === channel,
        }))}
      />
      {channel !== 'none' && (
        <Muted>
          <InlineLink href={wordsPath({ kind: 'invitation', locale: frame.locale })}>
            {words.words}
          </InlineLink>
        </Muted>
      )}
    </>
  )
}

function Rows({ frame, whom, preview, channel }: CheckProps) {
  const words = frame.copy.invitations.sending.check
  const { rows } = preview
  const many = rows.length > ROWS_SHOWN
  const listed = rows
    .map((row, index) => ({ row, key: keyOf(whom, row, index, rows.length) }))
    .filter(({ row }) => !many || row.kind === 'error')
    // Who cannot be invited comes first.
    .toSorted((one, other) => Number(other.row.kind === 'error') - Number(one.row.kind === 'error'))
    .slice(0, ROWS_SHOWN)
  const caption = many ? words.tableErrors : words.table
  const editable = isEditable(whom, channel, many)
  return (
    <>
      {many && <Muted>{words.many(rows.length, listed.length)}</Muted>}
      {editable && listed.length > 0 && <Muted>{words.editHint}</Muted>}
      {whom.kind === 'filter' &&
        editable &&
        listed.map(({ key }) => key !== null && <Hidden name="id" value={key} />)}
      {listed.length > 0 && (
        <Table
          caption={caption}
          columns={[{ label: words.columns.address }, { label: words.columns.outcome }]}
          rows={listed.map(({ row, key }) => checkCells(frame, row, editable ? key : null))}
        />
      )}
    </>
  )
}

/** One line for each row. Where nobody was understood, what was typed is all there is: it stays as it is. */
function carriedText(typed: string, { rows, counts }: InvitePreview): string {
  const parted = typed.split('\n').length === rows.length
  return parted && counts.invited === 0 ? typed : writeAddresses(rows)
}
