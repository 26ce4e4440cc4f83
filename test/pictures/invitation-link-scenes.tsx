import { DeadEndPage, InvitationAgentPage, InvitationPage } from '../../src/web/setup/pages/index.ts'
import { drawQr, renderMarkdown } from '../../src/web/ui/index.ts'
import type { Scene } from './claim-scenes.tsx'
import * as fixture from './fixtures.ts'
import { invitationPage, invitationUrl, mailedPage, ownDevices } from './invitation-fixtures.ts'

/** Where an invitation leads its person. */

const de = fixture.makeFrame({ locale: 'de' })
const long = fixture.makeFrame({ organisation: fixture.sunny, locale: 'de' })
const { link } = mailedPage
const own = { ref: fixture.ref, own: ownDevices }

const agent = {
  frame: invitationPage.frame,
  link,
  ref: fixture.ref,
  secret: invitationPage.secret ?? '',
  url: invitationUrl,
  qr: drawQr(invitationUrl),
  instructionsHtml: renderMarkdown(fixture.agentInstructions, { topLevel: 3 }),
}

export const invitationLinkScenes: Scene[] = [
  { name: 'invited', page: <InvitationPage {...invitationPage} /> },
  { name: 'invited-mailed', page: <InvitationPage {...mailedPage} /> },
  { name: 'invited-mailed-long', page: <InvitationPage {...mailedPage} frame={long} /> },
  {
    name: 'invited-again-de',
    page: (
      <InvitationPage {...invitationPage} frame={de} link={{ ...invitationPage.link, own: ownDevices }} />
    ),
  },
  {
    name: 'invited-accepted-terms',
    page: <InvitationPage {...invitationPage} terms={{ html: mailedPage.terms?.html ?? '', owed: false }} />,
  },
  { name: 'invited-choose', page: <InvitationPage {...invitationPage} platform={null} /> },
  {
    name: 'invited-choose-seems-long',
    page: <InvitationPage {...invitationPage} frame={long} platform={null} seems="windows" />,
  },
  {
    name: 'invited-not-offered',
    page: (
      <InvitationPage {...invitationPage} platform={null} seems="windows" error={{ code: 'not_offered' }} />
    ),
  },
  { name: 'invited-wrong-pin', page: <InvitationPage {...mailedPage} error={{ code: 'wrong_pin' }} /> },
  { name: 'invited-terms-de', page: <InvitationPage {...mailedPage} frame={de} error={{ code: 'terms' }} /> },
  {
    name: 'invited-pin-closed',
    page: (
      <InvitationPage {...mailedPage} link={{ ...link, pinClosed: true }} error={{ code: 'pin_closed' }} />
    ),
  },
  {
    name: 'invited-pin-closed-before-long',
    page: <InvitationPage {...mailedPage} frame={long} link={{ ...link, pinClosed: true }} />,
  },
  {
    name: 'invited-unavailable',
    page: <InvitationPage {...mailedPage} error={{ code: 'temporarily_unavailable' }} />,
  },
  { name: 'invited-proved', page: <InvitationPage {...mailedPage} secret={null} /> },
  { name: 'invited-agent', page: <InvitationPage {...mailedPage} platform="agent" /> },
  { name: 'invited-agent-steps', page: <InvitationAgentPage {...agent} /> },
  {
    name: 'invited-agent-steps-long',
    page: <InvitationAgentPage {...agent} frame={long} qr={null} instructionsHtml="" />,
  },
  {
    name: 'dead-end-invitation_superseded-own',
    page: <DeadEndPage frame={invitationPage.frame} kind="invitation_superseded" detail={{ own }} />,
  },
  {
    name: 'dead-end-invitation_full-own-long',
    page: <DeadEndPage frame={long} kind="invitation_full" detail={{ own }} />,
  },
]
