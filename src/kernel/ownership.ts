export const OWNERSHIPS = ['company', 'personal'] as const
export type Ownership = (typeof OWNERSHIPS)[number]

export function isOwnership(text: unknown): text is Ownership {
  return OWNERSHIPS.includes(text as Ownership)
}

/** `inherit`: the next level says. */
export type OwnershipDefault = Ownership | 'inherit'

export type OwnershipRule = { default: Ownership; choosable: boolean }

/**
 * Whose device it is unless its owner says otherwise, and whether they may: the device template says first, then
 * the account template, then the organisation. Everybody must leave it open for the owner to choose.
 */
export function decideOwnership(levels: {
  template: { default: OwnershipDefault; choosable: boolean }
  account: { defaultOwnership: OwnershipDefault; permissions: readonly string[] }
  organisation: { defaultOwnership: Ownership; ownershipChoosable: boolean }
}): OwnershipRule {
  const { template, account, organisation } = levels
  const said = [template.default, account.defaultOwnership].find((value) => value !== 'inherit')
  return {
    default: said ?? organisation.defaultOwnership,
    choosable:
      template.choosable &&
      organisation.ownershipChoosable &&
      account.permissions.includes('change_ownership'),
  }
}
