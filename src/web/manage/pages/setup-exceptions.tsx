import type { FieldProblems } from '../../../kernel/fields.ts'
import type { EmailException } from '../../../organisations/index.ts'
import { Choices } from '../../ui/choice.tsx'
import { problemAt, TextArea } from '../../ui/controls.tsx'
import { Hidden } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { RowAct } from '../../ui/setup-nav.tsx'
import { Act, Acts, ConfirmPage, Panel, StaffForm } from '../../ui/staff-form.tsx'
import { Badge, RowTitle, Table } from '../../ui/table.tsx'
import { SETUP_PAGES } from './setup-layout.tsx'

export type ExceptionsForm = {
  addresses: string
  verdict: string
  /** Lines that are no addresses: shown as they were typed. */
  wrongLines: string[]
}

type Props = {
  frame: Frame
  exceptions: EmailException[]
  adding: ExceptionsForm
  problems: FieldProblems
}

function exceptionPath(address: string): string {
  return `/manage/setup/exceptions/${encodeURIComponent(address)}/remove`
}

/** Addresses that the rule does not decide about. */
export function ExceptionsPanel({ frame, exceptions, adding, problems }: Props) {
  const { copy } = frame
  const words = copy.deviceSetup.exceptions
  const error =
    adding.wrongLines.length > 0
      ? words.notAddresses(adding.wrongLines.join(', '))
      : problemAt(copy, problems, 'addresses')
  const choice = (value: EmailException['verdict'], detail: string) => ({
    value,
    label: words.verdicts[value],
    detail,
    checked: adding.verdict === value,
  })
  return (
    <Panel id="exceptions" title={words.title} lead={words.lead}>
      <Table
        caption={words.caption}
        columns={[
          { label: words.address },
          { label: words.verdict },
          { label: copy.staff.actions, silent: true, align: 'end' },
        ]}
        rows={exceptions.map((exception) => [
          <RowTitle title={exception.address} />,
          <Badge tone={exception.verdict === 'accept' ? 'good' : 'bad'}>
            {words.verdicts[exception.verdict]}
          </Badge>,
          <RowAct href={exceptionPath(exception.address)} label={words.removeNamed(exception.address)}>
            {words.remove}
          </RowAct>,
        ])}
        empty={words.empty}
      />
      <StaffForm action={SETUP_PAGES.addresses}>
        <Hidden name="panel" value="exceptions" />
        <TextArea
          name="addresses"
          label={words.addresses}
          hint={words.addressesHint}
          rows={4}
          mono
          value={adding.addresses}
          error={error}
        />
        <Choices
          name="verdict"
          legend={words.which}
          choices={[choice('accept', words.acceptDetail), choice('refuse', words.refuseDetail)]}
          error={problemAt(copy, problems, 'verdict')}
        />
        <Acts>
          <Act>{words.add}</Act>
        </Acts>
      </StaffForm>
    </Panel>
  )
}

/** Asks before an exception goes. */
export function RemoveExceptionPage({ frame, exception }: { frame: Frame; exception: EmailException }) {
  const words = frame.copy.deviceSetup.exceptions.confirm
  const { address, verdict } = exception
  return (
    <ConfirmPage
      frame={frame}
      area="manage"
      section="deviceSetup"
      title={words.title}
      parent={{ href: SETUP_PAGES.addresses, label: frame.copy.deviceSetup.pages.addresses }}
      consequences={[words[verdict](address), words.stays]}
      action={exceptionPath(address)}
      act={words.act}
      cancel={SETUP_PAGES.addresses}
    />
  )
}
