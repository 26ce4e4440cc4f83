import type { ResealCount } from '../runtime/resealing.ts'

/** What is stored under a key that derives from the master key, in the order in which a pass goes through it. */
export const ROTATED = [
  ...(['moduleSecret', 'oidcSecrets', 'templates', 'templateVersions', 'authorities', 'signers'] as const),
  ...(['userCertificates', 'auditHeads', 'invitations', 'securityStrings'] as const),
] as const
export type Rotated = (typeof ROTATED)[number]

export type RotationCounts = Partial<Record<Rotated, ResealCount>>
