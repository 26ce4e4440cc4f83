import { DAY, MINUTE } from '../../src/kernel/time.ts'
import type { Claim, Grant } from '../../src/provisioning/types.ts'
import type { Holder } from '../../src/referee/index.ts'

/** When all of it happens. */
export const NOW = 1_000 * DAY
/** A code that lives. */
export const grant: Grant = {
  id: 'grt_1',
  kind: 'provision_code',
  platform: 'agent',
  state: 'issued',
  confirmation: 'tap',
  ownership: 'company',
  ownershipOpen: false,
  templateId: 'tpl_1',
  templateVersion: 1,
  policies: {},
  reports: 'agent',
  certifies: true,
  checkInSeconds: 3600,
  secretHash: 'hash',
  pinMac: 'mac',
  sealed: 'sealed',
  createdAt: NOW,
  validUntil: NOW + 10 * MINUTE,
  fetchedAt: null,
  openedAt: null,
  endedAt: null,
  pinFailures: 0,
  theftAt: null,
  invitationId: null,
  device: null,
}
/** Of a device that has not spoken yet. */
export const claim: Claim = {
  id: 'clm_1',
  grantId: 'grt_1',
  deviceId: 'dev_1',
  state: 'claimed',
  epoch: 1,
  keyId: 'k1',
  holderKind: 'device_key',
  holder: 'mine',
  former: [],
  reports: 'agent',
  downloads: 0,
  deliveredAt: null,
  confirmedBy: null,
  platform: 'agent',
  ownership: 'company',
  facts: {},
  registeredAt: NOW,
  claimedAt: NOW,
  confirmedAt: null,
  endedAt: null,
  replaces: null,
}

/** Another device key each time, since one belongs to one account; the same with another proof by its thumbprint. */
export const keyOf = (thumbprint: string = crypto.randomUUID()) =>
  ({ kind: 'device_key', thumbprint, jti: crypto.randomUUID() }) satisfies Holder
