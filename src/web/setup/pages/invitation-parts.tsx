import type { Child } from 'hono/jsx'
import type { Ownership, OwnershipRule } from '../../../kernel/ownership.ts'
import type { Platform, Reports } from '../../../kernel/platform.ts'
import type { InvitationLinkView } from '../../../referee/index.ts'
import type { Frame } from '../../ui/frame.ts'
import { Card, CardTitle, LinkList, OpeningArea, Part, Points } from '../../ui/text.tsx'
import { claimPath } from './paths.ts'

/** A platform on offer, as this person gets it. */
export type InvitationOffer = { platform: Platform; reports: Reports; ownership: OwnershipRule }

/** `not_offered`: the organisation has nothing for what was chosen. */
export type InvitationError =
  | { code: 'wrong_pin' }
  | { code: 'pin_closed' }
  | { code: 'choose_ownership' }
  | { code: 'terms' }
  | { code: 'not_offered' }
  | { code: 'rate_limited' }
  | { code: 'temporarily_unavailable' }

export type InvitationPageProps = {
  frame: Frame
  link: InvitationLinkView
  ref: string
  /** Null where the invitation was proved by its PIN at `/go`. */
  secret: string | null
  offers: InvitationOffer[]
  /** What the page is about; null: the person chooses. */
  platform: Platform | null
  /** What the browser seems to run on, where that is not on offer. */
  seems: Platform | null
  /** From `renderMarkdown`; null where the organisation has none. `owed`: they are to be accepted here. */
  terms: { html: string; owed: boolean } | null
  values: { ownership: Ownership | null; terms: boolean }
  error: InvitationError | null
}

/** `/i/<ref>`: what an invitation's link leads to, and what its form posts to. */
export function invitationPath(ref: string): string {
  return `/i/${encodeURIComponent(ref)}`
}

/** The same page about another platform; without one the person chooses. */
export function pageFor(props: Pick<InvitationPageProps, 'ref' | 'secret'>, platform?: Platform): string {
  const { ref, secret } = props
  const query = new URLSearchParams({
    ...(secret !== null && { k: secret }),
    ...(platform && { for: platform }),
  })
  const path = secret === null ? '/go/continue' : invitationPath(ref)
  return query.size > 0 ? `${path}?${query}` : path
}

/** A browser claims for its device; an agent uses the link itself, unless there is none. */
export function claimsHere({ platform, secret }: Pick<InvitationPageProps, 'platform' | 'secret'>): boolean {
  return platform !== 'agent' || secret === null
}

/** PIN entry behind this link is closed: only a manager can open it again. */
export function isPinClosed(props: Pick<InvitationPageProps, 'link' | 'secret' | 'error'>): boolean {
  const { link, secret, error } = props
  return secret !== null && link.confirmation === 'pin' && (link.pinClosed || error?.code === 'pin_closed')
}

/** A link that a person opened is noted; what was proved by its PIN was opened before. */
export function Watched(props: { ref: string; secret: string | null; children?: Child }) {
  const { ref, secret, children } = props
  if (secret === null) return <>{children}</>
  return (
    <OpeningArea address={`${invitationPath(ref)}/opened`} secret={secret}>
      {children}
    </OpeningArea>
  )
}

export function AboutInvitation({ frame, link }: Pick<InvitationPageProps, 'frame' | 'link'>) {
  const words = frame.copy.invitationLink.about
  return (
    <Part title={words.title}>
      <Points items={[words.left(link.devicesLeft), words.how, words.stays]} />
    </Part>
  )
}

export type OwnDevicesProps = { frame: Frame; ref: string; own: InvitationLinkView['own'] }

/** What this browser set up with the invitation already; nothing where it did not. */
export function OwnDevices({ frame, ref, own }: OwnDevicesProps) {
  const words = frame.copy.invitationLink.own
  if (own.length === 0) return null
  return (
    <Card>
      <CardTitle>{words.title}</CardTitle>
      <LinkList
        items={own.map(({ deviceId, platform, live }) => ({
          href: claimPath(ref, deviceId),
          label: frame.copy.platforms[platform].name,
          detail: live === 'active' ? words.active : live === 'delivered' ? words.delivered : words.begun,
        }))}
      />
    </Card>
  )
}

/** The platforms on offer as ways to the page about each; without `but`. */
export function PlatformLinks({ but, ...props }: InvitationPageProps & { but: Platform | null }) {
  const { frame, offers } = props
  return (
    <LinkList
      items={offers
        .filter(({ platform }) => platform !== but)
        .map(({ platform }) => ({
          href: pageFor(props, platform),
          label: frame.copy.platforms[platform].name,
          detail: frame.copy.platforms[platform].detail,
        }))}
    />
  )
}
