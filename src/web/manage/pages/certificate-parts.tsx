import { type CertificateState, RENEWAL_TIME } from '../../../certificates/index.ts'
import { DAY, type Instant } from '../../../kernel/time.ts'
import type { Frame } from '../../ui/frame.ts'
import { Badge } from '../../ui/table.tsx'
import { ClockTime } from '../../ui/time.tsx'
import { CERTIFICATES_PATH } from '../certificate-paths.ts'

/** When a certificate ends, and a word of warning where that is soon. */
export function EndTime({ frame, at }: { frame: Frame; at: Instant }) {
  const { certificates: words } = frame.copy
  const left = at - frame.now
  return (
    <>
      <ClockTime frame={frame} at={at} />
      {left <= 0 ? (
        <>
          {' '}
          <Badge tone="bad">{words.over}</Badge>
        </>
      ) : (
        left < RENEWAL_TIME && (
          <>
            {' '}
            <Badge tone="warning">{words.soon(Math.floor(left / DAY))}</Badge>
          </>
        )
      )}
    </>
  )
}

const TONES = { valid: 'good', revoked: 'bad', ended: 'neutral' } as const

export function StateBadge({ frame, state }: { frame: Frame; state: CertificateState }) {
  return <Badge tone={TONES[state]}>{frame.copy.certificates.states[state]}</Badge>
}

/** What every page here says to the layout. */
export const around = (frame: Frame) => ({ frame, area: 'manage' as const, section: 'certificates' as const })

export const parentOf = (frame: Frame) => ({
  href: CERTIFICATES_PATH,
  label: frame.copy.certificates.title,
})
