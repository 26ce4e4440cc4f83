import type { InvitationView, OpenGrant } from '../../../referee/index.ts'
import { takesProfile } from '../../setup/pages/status-items.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Heading } from '../../ui/people.tsx'
import { Quiet } from '../../ui/progress.tsx'
import { RowActs, RowLink } from '../../ui/row-link.tsx'
import { Badge, RowTitle, Table } from '../../ui/table.tsx'
import { InlineLink, Region, Stack } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import { myDevicePath } from '../device-paths.ts'
import { codePath } from '../register-paths.ts'
import { kindName } from './device-words.tsx'

export type OpenProps = {
  frame: Frame
  /** Newest first. */
  open: OpenGrant[]
  /** The one that lives. */
  invitation: InvitationView | null
  /** Whether this person ends codes by themselves. */
  mayCancel: boolean
}

/** What was begun and is not finished: codes until a device has reported, and the living invitation. */
export function OpenRegion({ frame, open, invitation, mayCancel }: OpenProps) {
  const words = frame.copy.portalRegister.open
  const columns = [
    { label: words.columns.what },
    { label: words.columns.state },
    { label: words.columns.ends, steady: true },
    { label: frame.copy.staff.actions, silent: true },
  ]
  return (
    <Region name="open">
      <Stack gap="tight">
        <Heading>{words.title}</Heading>
        <Table
          caption={words.title}
          columns={columns}
          rows={[
            ...open.map((grant) => codeRow(frame, grant, mayCancel)),
            ...(invitation ? [invitationRow(frame, invitation)] : []),
          ]}
          empty={words.none}
        />
      </Stack>
    </Region>
  )
}

const isUsed = ({ claim }: OpenGrant) => claim !== null

function codeRow(frame: Frame, grant: OpenGrant, mayCancel: boolean) {
  const words = frame.copy.portalRegister.open
  const name = grant.claim?.name ?? kindName(frame.copy, grant)
  const { device } = grant
  const kind = words.kinds[device?.as ?? 'code']
  return [
    <RowTitle
      href={codePath(grant.id)}
      title={name}
      detail={
        device ? (
          <>
            {kind}. <InlineLink href={myDevicePath(device.id)}>{words.theDevice}</InlineLink>
          </>
        ) : (
          kind
        )
      }
    />,
    <State frame={frame} grant={grant} />,
    isUsed(grant) ? words.used : <RelativeTime frame={frame} at={grant.validUntil} />,
    <RowActs>
      <RowLink href={codePath(grant.id)} about={words.about(name)}>
        {words.show}
      </RowLink>
      {mayCancel && !isUsed(grant) && (
        <RowLink href={codePath(grant.id, 'cancel')} about={words.about(name)}>
          {words.cancel}
        </RowLink>
      )}
    </RowActs>,
  ]
}

/** What it waits for, as a word and a sentence. */
export function State({ frame, grant }: { frame: Frame; grant: OpenGrant }) {
  const { states } = frame.copy.portalRegister.open
  const [word, detail] = {
    waiting: [states.waiting, states.waitingDetail],
    opened: [states.opened, states.openedDetail],
    redeemed: [states.redeemed, takesProfile(grant) ? states.toDownload : states.redeemedDetail],
    delivered: [states.delivered, states.deliveredDetail],
    // These are not open any more.
    active: ['', ''],
    ended: ['', ''],
  }[grant.live]
  return (
    <>
      <Badge tone={isUsed(grant) ? 'waiting' : 'neutral'}>{word}</Badge>
      <Quiet>{detail}</Quiet>
    </>
  )
}

/** A manager's: it is shown, and ended by managers. */
function invitationRow(frame: Frame, invitation: InvitationView) {
  const words = frame.copy.portalRegister.open
  const { states, kinds } = words
  return [
    <RowTitle title={kinds.invitation} detail={kinds.invitationDetail} />,
    <>
      <Badge>{invitation.openedAt === null ? states.waiting : states.opened}</Badge>
      <Quiet>{words.invitationUsed(invitation.devices)}</Quiet>
    </>,
    invitation.validUntil === null ? words.noEnd : <RelativeTime frame={frame} at={invitation.validUntil} />,
    null,
  ]
}
