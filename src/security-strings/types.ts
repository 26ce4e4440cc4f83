/** Why a batch counts no longer. */
export type VoidReason = 'superseded' | 'provisioned' | 'ended' | 'too_many_failures'

/** How many strings a device gets at once. */
export const BATCH_SIZE = 99
