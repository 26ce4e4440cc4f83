import type { Copy } from '../../../copy/index.ts'
import type { InvitationStatus, ListedInvitation } from '../../../invitations/index.ts'

/** What the person is called: by name, else by address. */
export function whoIs({ name, address }: { name: string; address: string }): string {
  return name || address
}

export const STATUS_TONES = {
  sending: 'waiting',
  sent: 'waiting',
  delivery_failed: 'bad',
  opened: 'waiting',
  accepted: 'good',
  deactivated: 'neutral',
  superseded: 'neutral',
  expired: 'neutral',
} as const satisfies Record<InvitationStatus, string>

/** A state as its badge says it. What nobody sends is never "sent". */
export function statusWord(copy: Copy, { status, channel }: Pick<ListedInvitation, 'status' | 'channel'>) {
  const words = copy.invitations
  return status === 'sent' && channel === 'none' ? words.handedOver : words.statuses[status]
}

/** Since when an invitation has its state. */
export function statusSince(invitation: ListedInvitation): number {
  const { status, createdAt, deliveredAt, openedAt, acceptedAt, endedAt, validUntil, changedAt } = invitation
  switch (status) {
    case 'sending':
      return createdAt
    case 'sent':
      return deliveredAt ?? createdAt
    case 'delivery_failed':
      return changedAt
    case 'opened':
      return openedAt ?? changedAt
    case 'accepted':
      return acceptedAt ?? changedAt
    case 'expired':
      return endedAt ?? validUntil ?? changedAt
    case 'deactivated':
    case 'superseded':
      return endedAt ?? changedAt
  }
}

/** Why the message did not arrive, and what to do. */
export function deliveryWords(copy: Copy, reason: string | null): string {
  const { reasons, unknownReason } = copy.messages
  const known = reason !== null && Object.hasOwn(reasons, reason) ? reasons[reason] : undefined
  const { what, next } = known ?? unknownReason
  return `${what} ${next}`
}

/** Somebody or something fetched the link, and nothing says that it was the person. */
export function onlyFetched({ fetchedAt, openedAt, acceptedAt }: ListedInvitation): boolean {
  return fetchedAt !== null && openedAt === null && acceptedAt === null
}
