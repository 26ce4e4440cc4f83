import type { Invitation, InvitationChannel } from '../../../invitations/index.ts'
import { Choices } from '../../ui/choice.tsx'
import type { Frame } from '../../ui/frame.ts'
import { ConfirmPage } from '../../ui/staff-form.tsx'
import { invitationPath } from '../invitation-paths.ts'
import { whoIs } from './invitation-words.ts'

type Props = { frame: Frame; invitation: Invitation }

const around = ({ frame, invitation }: Props) => ({
  frame,
  area: 'manage' as const,
  section: 'invitations' as const,
  parent: {
    href: invitationPath(invitation.id),
    label: frame.copy.invitations.one.title(whoIs(invitation)),
  },
  cancel: invitationPath(invitation.id),
})

/** GET `/manage/invitations/<id>/deactivate`. */
export function DeactivatePage(props: Props) {
  const words = props.frame.copy.invitations.deactivate
  return (
    <ConfirmPage
      {...around(props)}
      title={words.title(whoIs(props.invitation))}
      consequences={words.consequences}
      action={invitationPath(props.invitation.id, 'deactivate')}
      act={words.act}
    />
  )
}

export type RenewProps = Props & {
  channel: InvitationChannel
  /** The service sends text messages. */
  smsReady: boolean
}

/** GET `/manage/invitations/<id>/renew`: a new invitation in place of this one. */
export function RenewPage(props: RenewProps) {
  const { frame, invitation, channel } = props
  const words = frame.copy.invitations
  const { renew, channels } = words
  const mail = invitation.channel === 'email' ? invitation.recipient : invitation.address
  const choices = [
    { value: 'email', detail: renew.emailDetail(mail) },
    ...(props.smsReady ? [{ value: 'sms', detail: renew.smsDetail }] : []),
    { value: 'none', detail: renew.noneDetail },
  ] as { value: InvitationChannel; detail: string }[]
  const chosen = choices.some(({ value }) => value === channel) ? channel : 'email'
  return (
    <ConfirmPage
      {...around(props)}
      title={renew.title(whoIs(invitation))}
      consequences={invitation.living ? renew.consequences : renew.endedConsequences}
      action={invitationPath(invitation.id, 'renew')}
      weight={invitation.living ? 'dangerous' : 'primary'}
      act={renew.act}
    >
      <Choices
        name="channel"
        legend={renew.channel}
        choices={choices.map(({ value, detail }) => ({
          value,
          label: channels[value],
          detail,
          checked: value === chosen,
        }))}
      />
    </ConfirmPage>
  )
}
