import type { FullSettings } from '../templates/index.ts'
import type { Payload } from './apple-payload.ts'

/** What is asked of the device's lock; on a Mac, of the password of who installs the profile. */
export function passcodePayload(passcode: NonNullable<FullSettings['passcode']>): Payload {
  const { maxAgeDays, lockAfterMinutes, maxFailedTries } = passcode
  return {
    part: 'passcode',
    type: 'com.apple.mobiledevice.passwordpolicy',
    name: 'Passcode',
    content: {
      forcePIN: passcode.required,
      minLength: passcode.minLength,
      requireAlphanumeric: passcode.alphanumeric,
      ...(maxAgeDays !== null && { maxPINAgeInDays: maxAgeDays }),
      ...(lockAfterMinutes !== null && { maxInactivity: lockAfterMinutes }),
      ...(maxFailedTries !== null && { maxFailedAttempts: maxFailedTries }),
    },
  }
}
