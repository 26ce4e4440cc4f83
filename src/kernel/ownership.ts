export const OWNERSHIPS = ['company', 'personal'] as const
export type Ownership = (typeof OWNERSHIPS)[number]

export function isOwnership(text: unknown): text is Ownership {
  return OWNERSHIPS.includes(text as Ownership)
}
