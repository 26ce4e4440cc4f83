import { intlTag } from '../../kernel/locale.ts'
import type { ClaimView } from '../../referee/index.ts'
import type { Frame } from './frame.ts'
import { Notice } from './notice.tsx'
import { describeRelative } from './relative.ts'

/** Before one more device is set up: whose place it takes. Nothing where there is room. */
export function ReplacedNotice(props: {
  frame: Frame
  /** Oldest first. */
  replaced: ClaimView[]
  words: {
    title: string
    text: (devices: string, count: number) => string
    since: (name: string, when: string) => string
  }
}) {
  const { frame, replaced, words } = props
  if (replaced.length === 0) return null
  const { locale, now } = frame
  const names = replaced.map(({ name, model, platform, claimedAt }) =>
    words.since(
      name ?? model ?? frame.copy.platforms[platform].name,
      describeRelative({ at: claimedAt, now, locale }),
    ),
  )
  const devices = new Intl.ListFormat(intlTag(locale), { type: 'conjunction' }).format(names)
  return (
    <Notice tone="warning" title={words.title}>
      {words.text(devices, replaced.length)}
    </Notice>
  )
}
