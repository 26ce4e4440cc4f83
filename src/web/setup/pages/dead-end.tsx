import type { Child } from 'hono/jsx'
import type { Copy } from '../../../copy/index.ts'
import type { LinkView } from '../../../referee/index.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Fill, Strong } from '../../ui/fill.tsx'
import { Field, Form } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Card, Part, Stack, Title } from '../../ui/text.tsx'
import { ClockTime } from '../../ui/time.tsx'
import { OwnDevices, type OwnDevicesProps } from './invitation-parts.tsx'
import { setupPath } from './paths.ts'

export type DeadEndKind = keyof Copy['deadEnds']

export type DeadEndDetail = {
  /** `unknown_organisation`: the name that was asked for. */
  slug?: string
  /** `link_used`: by which device, and when. */
  claim?: LinkView['claim']
  /** `invitation_…`: what this browser set up with it before. */
  own?: Pick<OwnDevicesProps, 'ref' | 'own'>
  /** `error`. */
  requestId?: string
}

export type DeadEndPageProps = { frame: Frame; kind: DeadEndKind; detail?: DeadEndDetail }

/** The way ends here: what happened, the next step, and who helps where that is known. */
export function DeadEndPage({ frame, kind, detail = {} }: DeadEndPageProps) {
  const words = frame.copy.deadEnds[kind]
  return (
    <Layout frame={frame} title={words.title}>
      <Stack>
        <Card>
          <Title title={words.title}>
            <p>
              <WhatHappened frame={frame} kind={kind} detail={detail} />
            </p>
            <p>
              {words.next}
              {kind === 'error' && detail.requestId && (
                <>
                  {' '}
                  <Strong>{detail.requestId}</Strong>
                </>
              )}
            </p>
          </Title>
          <WayOn frame={frame} kind={kind} detail={detail} />
        </Card>
        {detail.own && <OwnDevices frame={frame} {...detail.own} />}
      </Stack>
    </Layout>
  )
}

type Props = { frame: Frame; kind: DeadEndKind; detail: DeadEndDetail }

function WhatHappened({ frame, kind, detail }: Props): Child {
  const { copy } = frame
  if (kind !== 'link_used') return <>{copy.deadEnds[kind].text}</>
  const { claim } = detail
  if (!claim) return <>{copy.deadEnds.link_used.textUnknown}</>
  const device = claim.name ?? `${copy.platforms[claim.platform].name}, ${copy.waysOn.aDevice}`
  return (
    <Fill
      text={copy.deadEnds.link_used.text}
      slots={{ time: <ClockTime frame={frame} at={claim.claimedAt} />, device: <Strong>{device}</Strong> }}
    />
  )
}

function WayOn({ frame, kind, detail }: Props): Child {
  const words = frame.copy.waysOn
  switch (kind) {
    case 'no_organisation':
    case 'unknown_organisation':
      return (
        <Form action="/setup" method="get">
          <Field
            name="organisation"
            label={words.organisation}
            value={detail.slug ?? ''}
            autocomplete="organization"
            maxlength={64}
          />
          <Button>{words.open}</Button>
        </Form>
      )
    case 'link_used':
      return <LinkUsed frame={frame} />
    case 'ticket_used':
    case 'claim_unknown':
    case 'artefact_gone':
      return <ButtonLink href={setupPath(frame)}>{words.newCode}</ButtonLink>
    case 'link_expired':
    case 'link_superseded':
    case 'link_revoked':
      return <ButtonLink href={setupPath(frame)}>{words.newLink}</ButtonLink>
    case 'invitation_superseded':
    case 'invitation_deactivated':
    case 'invitation_expired':
      return (
        <ButtonLink weight="secondary" href={setupPath(frame)}>
          {words.byYourself}
        </ButtonLink>
      )
    case 'account_disabled':
      return (
        <ButtonLink weight="secondary" href={setupPath(frame, '?change=1')}>
          {words.otherAddress}
        </ButtonLink>
      )
    case 'service_off':
    case 'organisation_off':
    case 'no_platforms':
    case 'link_limit':
    case 'invitation_full':
    case 'no_certificate':
    case 'too_many_certificates':
    case 'rate_limited':
    case 'temporarily_unavailable':
    case 'too_large':
    case 'forbidden_origin':
      return null
    case 'not_permitted':
      return (
        <ButtonLink weight="secondary" href="/portal">
          {words.toDevices}
        </ButtonLink>
      )
    case 'wrong_role':
      return <ButtonLink href="/sign-in?change=1">{words.signInAsOther}</ButtonLink>
    case 'link_unknown':
    case 'invitation_unknown':
    case 'not_found':
    case 'error':
      return (
        <Stack>
          <ButtonLink weight="secondary" href={setupPath(frame)}>
            {words.begin}
          </ButtonLink>
        </Stack>
      )
  }
}

/** Either its own person came back, or somebody else was faster: both find their way. */
function LinkUsed({ frame }: { frame: Frame }) {
  const words = frame.copy.waysOn
  return (
    <Stack>
      <ButtonLink href={setupPath(frame)}>{words.newLink}</ButtonLink>
      <Part title={words.notYou}>
        <p>
          {words.notYouText} <AskHelpdesk frame={frame} />
        </p>
        <ButtonLink weight="quiet" href={setupPath(frame, '/device')}>
          {words.look}
        </ButtonLink>
      </Part>
    </Stack>
  )
}
