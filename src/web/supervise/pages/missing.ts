import type { TeamMember } from '../../../accounts/index.ts'
import type { Copy } from '../../../copy/index.ts'
import { NOBODY_YET, type Organisation } from '../../../organisations/index.ts'

export type MissingPart = Exclude<keyof Copy['superviseOrganisations']['missing'], 'title' | 'lead'>

/** What keeps people from setting up devices, in the order in which it is done. */
export function findMissing(read: {
  organisation: Organisation
  platforms: number
  managers: Pick<TeamMember, 'state'>[]
}): MissingPart[] {
  const { organisation, platforms, managers } = read
  const missing: MissingPart[] = []
  if (managers.length === 0) missing.push('manager')
  if (!organisation.enabled) missing.push('off')
  if (managers.length > 0 && managers.every(({ state }) => state === 'invited')) missing.push('managerWaits')
  if (organisation.accountTemplateId === null) missing.push('template')
  if (organisation.emailRule === NOBODY_YET) missing.push('rule')
  if (organisation.emailRule === '') missing.push('everybody')
  if (platforms === 0) missing.push('platforms')
  return missing
}
