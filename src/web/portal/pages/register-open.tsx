import type { InvitationView, OpenGrant } from '../../../referee/index.ts'
import { takesProfile } from '../../setup/pages/status-items.tsx'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Item, Items } from '../../ui/items.tsx'
import { RowActs, RowLink } from '../../ui/row-link.tsx'
import { Panel } from '../../ui/staff-form.tsx'
import { Badge } from '../../ui/table.tsx'
import { InlineLink, Muted, Region } from '../../ui/text.tsx'
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
  const items = [
    ...open.map((grant) => <Code {...{ frame, grant, mayCancel }} />),
    ...(invitation ? [<Invitation frame={frame} invitation={invitation} />] : []),
  ]
  return (
    <Region name="open">
      <Panel title={words.title}>
        {items.length > 0 ? <Items label={words.title}>{items}</Items> : <Muted>{words.none}</Muted>}
      </Panel>
    </Region>
  )
}

const isUsed = ({ claim }: OpenGrant) => claim !== null

function Code({ frame, grant, mayCancel }: { frame: Frame; grant: OpenGrant; mayCancel: boolean }) {
  const words = frame.copy.portalRegister.open
  const name = grant.claim?.name ?? kindName(frame.copy, grant)
  const { device } = grant
  const { word, detail } = stateOf(frame, grant)
  return (
    <Item
      title={<InlineLink href={codePath(grant.id)}>{name}</InlineLink>}
      badge={<Badge tone={isUsed(grant) ? 'waiting' : 'neutral'}>{word}</Badge>}
      about={
        <>
          {words.kinds[device?.as ?? 'code']}
          {device && (
            <>
              {', '}
              <InlineLink href={myDevicePath(device.id)}>{words.theDevice}</InlineLink>
            </>
          )}
          . {isUsed(grant) ? words.used : <Ends frame={frame} at={grant.validUntil} />}
        </>
      }
      act={
        <RowActs>
          <RowLink href={codePath(grant.id)} about={words.about(name)}>
            {words.show}
          </RowLink>
          {mayCancel && !isUsed(grant) && (
            <RowLink href={codePath(grant.id, 'cancel')} about={words.about(name)}>
              {words.cancel}
            </RowLink>
          )}
        </RowActs>
      }
    >
      <p>{detail}</p>
    </Item>
  )
}

function Ends({ frame, at }: { frame: Frame; at: number }) {
  const text = frame.copy.portalRegister.open.ends
  return <Fill text={text} slots={{ time: <RelativeTime frame={frame} at={at} /> }} />
}

/** What it waits for, as a word and a sentence. */
function stateOf(frame: Frame, grant: OpenGrant): { word: string; detail: string } {
  const { states } = frame.copy.portalRegister.open
  const [word = '', detail = ''] = {
    waiting: [states.waiting, states.waitingDetail],
    opened: [states.opened, states.openedDetail],
    redeemed: [states.redeemed, takesProfile(grant) ? states.toDownload : states.redeemedDetail],
    delivered: [states.delivered, states.deliveredDetail],
    // These are not open any more.
    active: [],
    ended: [],
  }[grant.live]
  return { word, detail }
}

/** A manager's: it is shown, and ended by managers. */
function Invitation({ frame, invitation }: { frame: Frame; invitation: InvitationView }) {
  const words = frame.copy.portalRegister.open
  const { states, kinds } = words
  const { openedAt, validUntil } = invitation
  return (
    <Item
      title={kinds.invitation}
      badge={<Badge>{openedAt === null ? states.waiting : states.opened}</Badge>}
      about={
        <>
          {kinds.invitationDetail}.{' '}
          {validUntil === null ? words.noEnd : <Ends frame={frame} at={validUntil} />}
        </>
      }
    >
      <p>{words.invitationUsed(invitation.devices)}</p>
    </Item>
  )
}
