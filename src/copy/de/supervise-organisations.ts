import type { superviseOrganisations as english } from '../en/supervise-organisations.ts'

export const superviseOrganisations: typeof english = {}
