import { DAY, type Instant } from '../kernel/time.ts'
import type { MailContent } from './mails/index.ts'
import type { EditableKind } from './types.ts'

/** In the shape of the real ones, and obviously none of them: nobody has this ref. */
const REF = 'SampleSampleSampleSamp'
const SECRET = 'OnlyASampleOnlyASample'
const PIN = '12345678'

/** What a message of this kind could be about, for managers who look at its words. Nothing in it works. */
export function sampleContent(kind: EditableKind, now: Instant): MailContent {
  const secrets = { credentials: { secret: SECRET, pin: PIN }, validUntil: now + 14 * DAY }
  if (kind === 'renewal')
    return {
      kind: 'renewal',
      payload: {
        ref: REF,
        deviceId: 'sample',
        deviceName: null,
        platform: 'android',
        state: 'silent',
        permissions: [],
        grant: { kind: 'invitation', id: 'sample' },
      },
      secrets,
    }
  return {
    kind: 'invitation',
    payload: { ref: REF, invitationId: 'sample', reminder: kind === 'reminder' ? 1 : 0 },
    secrets,
  }
}
