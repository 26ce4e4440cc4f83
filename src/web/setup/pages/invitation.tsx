import { Fill } from '../../ui/fill.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Aside, Card, CardTitle, Muted, Part, Stack, Title } from '../../ui/text.tsx'
import { RelativeTime } from '../../ui/time.tsx'
import {
  asksOwnership,
  InvitationForm,
  type InvitationFormProps,
  InvitationRefusal,
} from './invitation-form.tsx'
import {
  AboutInvitation,
  claimsHere,
  type InvitationPageProps,
  OwnDevices,
  PlatformLinks,
  Watched,
} from './invitation-parts.tsx'
import { WhatHappens } from './what-happens.tsx'

/**
 * `/i/<ref>?k=<secret>` while the invitation can be used: about the platform that was found or chosen, else asking
 * for it. Posts to `/i/<ref>`; as the second step of `/go` to `/go/continue`.
 */
export function InvitationPage(props: InvitationPageProps) {
  const { frame, link, secret, error } = props
  const words = frame.copy.invitationLink
  const offer = props.offers.find(({ platform }) => platform === props.platform)
  const title = offer && claimsHere(props) ? frame.copy.platforms[offer.platform].setUpThis : words.title
  return (
    <Layout
      frame={frame}
      title={title}
      failed={error !== null}
      scripts={secret === null || link.openedAt !== null ? [] : ['link']}
    >
      <Watched {...props}>
        <Title title={title}>
          <p>{words.lead(frame.organisation?.name ?? '')}</p>
        </Title>
        <Aside>
          <InvitationRefusal {...props} />
        </Aside>
        <Stack>
          <OwnDevices frame={frame} ref={props.ref} own={link.own} />
          {offer ? <OneDevice {...props} offer={offer} /> : <Choice {...props} />}
          <Foot {...props} />
        </Stack>
      </Watched>
    </Layout>
  )
}

function OneDevice(props: InvitationFormProps) {
  const { frame, link, offer, offers } = props
  const words = frame.copy.invitationLink
  const happening = {
    platform: offer.platform,
    ownership: offer.ownership.default,
    ownershipOpen: asksOwnership(props),
  }
  return (
    <>
      <Card>
        <Stack>
          <AboutInvitation frame={frame} link={link} />
          <WhatHappens frame={frame} link={happening} reports={offer.reports} />
          <InvitationForm {...props} />
        </Stack>
      </Card>
      {offers.length > 1 && (
        <Card>
          <CardTitle>{words.others.title}</CardTitle>
          <Stack gap="tight">
            <p>{words.others.text}</p>
            <PlatformLinks {...props} but={offer.platform} />
          </Stack>
        </Card>
      )}
    </>
  )
}

/** The browser does not say what it runs on, or nothing is prepared for that. */
function Choice(props: InvitationPageProps) {
  const { frame, link, seems } = props
  const words = frame.copy.invitationLink.which
  const organisation = frame.organisation?.name ?? ''
  return (
    <Card>
      <Stack>
        <AboutInvitation frame={frame} link={link} />
        <Part title={words.title}>
          <Stack gap="tight">
            <p>
              {seems === null
                ? words.text
                : `${words.notOffered(frame.copy.platforms[seems].one, organisation)} ${words.elsewhere}`}
            </p>
            <PlatformLinks {...props} but={null} />
          </Stack>
        </Part>
      </Stack>
    </Card>
  )
}

function Foot({ frame, link, platform, secret }: InvitationPageProps) {
  const words = frame.copy.invitationLink
  const warns = link.confirmation === 'pin' && !claimsHere({ platform, secret })
  return (
    <Muted>
      {link.validUntil !== null && (
        <>
          <Fill
            text={words.ends}
            slots={{ time: <RelativeTime frame={frame} at={link.validUntil} /> }}
          />{' '}
        </>
      )}
      {warns && `${words.pinNeeded} `}
      {words.notExpected}
    </Muted>
  )
}
