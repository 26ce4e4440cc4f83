import type { Invitation } from '../../../invitations/index.ts'
import type { InvitationView } from '../../../referee/index.ts'
import { CopyField, Pin, Typed } from '../../ui/credentials.tsx'
import { Fill } from '../../ui/fill.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Notice } from '../../ui/notice.tsx'
import { Qr } from '../../ui/qr.tsx'
import { ActLink, ConfirmPage, Panel } from '../../ui/staff-form.tsx'
import { StaffLayout } from '../../ui/staff-layout.tsx'
import { Address, Columns, Muted } from '../../ui/text.tsx'
import { ClockTime } from '../../ui/time.tsx'
import { invitationPath } from '../invitation-paths.ts'
import { whoIs } from './invitation-words.ts'

/** Before anything is shown: GET `/manage/invitations/<id>/credentials`. Looking is a POST, and audited. */
export function AskCredentialsPage({ frame, invitation }: { frame: Frame; invitation: Invitation }) {
  const words = frame.copy.invitations.credentials
  const back = {
    href: invitationPath(invitation.id),
    label: frame.copy.invitations.one.title(whoIs(invitation)),
  }
  if (!invitation.living)
    return (
      <StaffLayout
        frame={frame}
        area="manage"
        section="invitations"
        title={words.title(whoIs(invitation))}
        parent={back}
      >
        <Notice tone="info">{words.over}</Notice>
      </StaffLayout>
    )
  return (
    <ConfirmPage
      frame={frame}
      area="manage"
      section="invitations"
      title={words.title(whoIs(invitation))}
      parent={back}
      consequences={words.consequences}
      action={invitationPath(invitation.id, 'credentials')}
      weight="primary"
      act={words.show}
      cancel={back.href}
    />
  )
}

export type CredentialsProps = {
  frame: Frame
  invitation: Invitation
  view: InvitationView
  pin: string
  /** `<base>/i/<ref>?k=<secret>`. */
  url: string
  /** From `drawQr`, of that URL. */
  qr: string
  siteId: string
  /** `<base>/go`. */
  goUrl: string
}

/** What a manager passes on by any channel. It answers the POST, and is stored nowhere. */
export function CredentialsPage(props: CredentialsProps) {
  const { frame, invitation, view } = props
  const words = frame.copy.invitations.credentials
  const back = invitationPath(invitation.id)
  const go = <Address href={props.goUrl} />
  return (
    <StaffLayout
      frame={frame}
      area="manage"
      section="invitations"
      title={words.title(whoIs(invitation))}
      lead={words.lead}
      parent={{ href: back, label: frame.copy.invitations.one.title(whoIs(invitation)) }}
      scripts={['copy']}
    >
      <Columns
        first={
          <Panel title={words.qr}>
            <Qr svg={props.qr} label={frame.copy.ui.qrLabel} />
            <Muted>
              {view.validUntil === null ? (
                words.noEnd
              ) : (
                <Fill text={words.until} slots={{ time: <ClockTime frame={frame} at={view.validUntil} /> }} />
              )}
            </Muted>
          </Panel>
        }
        second={
          <>
            <Panel title={words.link}>
              <CopyField
                id="provision-url"
                label={view.confirmation === 'pin' ? words.pinAsked : words.pinNotAsked}
                value={props.url}
                button={frame.copy.ui.copyButton}
              />
            </Panel>
            <Panel title={words.typed}>
              {view.pinLocked ? (
                <Notice tone="warning">{words.locked}</Notice>
              ) : (
                <>
                  <p>
                    <Fill text={words.go} slots={{ go }} />
                  </p>
                  <Typed
                    items={[
                      { name: words.site, value: props.siteId },
                      { name: words.address, value: invitation.address },
                      { name: words.pin, value: <Pin digits={props.pin} /> },
                    ]}
                  />
                </>
              )}
            </Panel>
            <ActLink href={back}>{words.back}</ActLink>
          </>
        }
      />
    </StaffLayout>
  )
}
