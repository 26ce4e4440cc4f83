import type { Platform } from '../../../kernel/platform.ts'
import { ENROLMENT_QR, ENROLMENT_TOKEN, MDM_KEY, PROVISIONING } from '../../../templates/index.ts'
import { Snippets } from '../../ui/template-form.tsx'
import { Muted, Stack } from '../../ui/text.tsx'
import { readCertificates } from '../device-template-connections.ts'
import { type Editing, wordsOf } from './device-template-fields.tsx'

export type Extra = 'apple' | 'android' | 'agent'

/** What of a JSON field means something here; nothing where everything is only passed on. */
export function KnownExtras({ editing, part }: { editing: Editing; part: Extra }) {
  const { known } = wordsOf(editing)
  const items = knownOf(editing, part)
  if (items.length === 0) return null
  return (
    <Stack gap="tight">
      <Muted>{known.title}</Muted>
      <Snippets items={items} />
    </Stack>
  )
}

function knownOf(editing: Editing, part: Extra): { code: string; means: string }[] {
  const { apple, android, agent } = wordsOf(editing).known
  const platform: Platform = editing.template.platform
  switch (part) {
    case 'apple':
      return [
        { code: '"identity"', means: apple.identity },
        ...readCertificates(editing.draft).map(({ key, name }) => ({
          code: `"${key}"`,
          means: apple.certificate(name),
        })),
        { code: '"AAEC/w=="', means: apple.data },
        { code: '"2026-01-31T12:00:00Z"', means: apple.date },
      ]
    case 'android':
      return [
        { code: `"${PROVISIONING}…"`, means: android.provisioning },
        { code: `"${ENROLMENT_TOKEN}"`, means: android.enrollmentToken },
        { code: `"${ENROLMENT_QR}"`, means: android.qrCode },
      ]
    case 'agent':
      // Other platforms know no such link: there the same JSON only reaches agents.
      return platform === 'windows'
        ? [{ code: `"${MDM_KEY}": {"servername": "https://…"}`, means: agent.mdm }]
        : []
  }
}
