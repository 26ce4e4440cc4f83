import { MINUTE } from '../../src/kernel/time.ts'
import type { Invitation } from '../../src/provisioning/types.ts'
import type { KnownDevice, ReplayInput } from '../../src/referee/index.ts'
import { NOW } from './samples.ts'

/** What D1 knows of an account whose session speaks of it again; here nothing. */
export const known: ReplayInput = {
  ...{
    organisationId: 1,
    accountId: 'acc_1',
    ref: 'ref',
    notify: { address: 'ada@acme.example', locale: 'en' },
  },
  ...{ deviceLimit: null, atLimit: 'refuse', invited: false, disabledAt: null, lastRev: 3 },
  ...{ devices: [], invitations: [] },
}

/** The claim of the samples, as D1 knows it. */
export const knownDevice = (change: Partial<KnownDevice> = {}): KnownDevice => ({
  ...{ id: 'dev_1', lifecycle: 'pending', platform: 'agent', ownership: 'company', templateId: 'tpl_1' },
  ...{ templateVersion: 1, reports: 'agent', checkInSeconds: 3600, claimId: 'clm_1', grantId: 'grt_1' },
  ...{ invitationId: null, replacesDeviceId: null, epoch: 1, credentialHash: '', keyThumbprint: 'mine' },
  ...{ registeredAt: NOW, deliveredAt: null, confirmedAt: null, confirmedBy: null, endedAt: null },
  ...change,
})

/** The row that waits for an invitation's first device. */
export const slot = (change: Partial<KnownDevice> = {}) =>
  knownDevice({ id: 'dev_slot', lifecycle: 'invited', platform: null, claimId: '', grantId: '', ...change })

export const invitation = (change: Partial<Invitation> = {}): Invitation => ({
  ...{ id: 'inv_1', state: 'issued', confirmation: 'tap', channel: 'none', recipient: '', jobId: null },
  ...{ createdBy: 'acc_m', secretHash: 'hash', pinMac: null, sealed: null, createdAt: NOW - MINUTE },
  ...{ validUntil: null, deviceLimit: null, devices: 0, slotDeviceId: 'dev_slot', fetchedAt: null },
  ...{ openedAt: null, acceptedAt: null, endedAt: null, pinFailures: 0 },
  ...change,
})
