import type { invitationLink as english } from '../en/invitation-link.ts'

export const invitationLink: typeof english = {}
