export { type AboutErrors, AboutPage, type AboutPageProps } from './about.tsx'
export { ClaimFragment, ClaimPage, type ClaimPageProps } from './claim.tsx'
export type { ClaimFragmentProps, ShownIn } from './claim-stage.ts'
export { CodePage } from './code.tsx'
export { CodeElsewherePage } from './code-elsewhere.tsx'
export { type DeadEndDetail, type DeadEndKind, DeadEndPage, type DeadEndPageProps } from './dead-end.tsx'
export { DevicePage, type DevicePageProps } from './device.tsx'
export {
  type ChosenDevice,
  DeviceChoices,
  type DeviceError,
  type OfferedPlatform,
} from './device-choices.tsx'
export { FilesPage, type FilesPageProps } from './files.tsx'
export { type GoError, type GoField, GoPage, type GoPageProps } from './go.tsx'
export { InstalledPage, type InstalledPageProps } from './installed.tsx'
export { InvitationPage } from './invitation.tsx'
export { InvitationAgentPage, type InvitationAgentPageProps } from './invitation-agent.tsx'
export type { InvitationError, InvitationOffer, InvitationPageProps } from './invitation-parts.tsx'
export { type LinkError, LinkPage, type LinkPageProps } from './link.tsx'
export { type ReadyPlace, readyInWizard } from './paths.ts'
export { ReadyPage, type ReadyPageProps } from './ready.tsx'
export { type StartError, StartPage, type StartPageProps } from './start.tsx'
export { StatusFragment } from './status.tsx'
export { TicketPage, type TicketPageProps } from './ticket.tsx'
export { WaitingPage, type WaitingPageProps } from './waiting.tsx'
export { WrongPlatformPage, type WrongPlatformPageProps } from './wrong-platform.tsx'
