import type { SentInvitation } from '../types.ts'
import { type AccessSecrets, accessBlocks, accessLink } from './access.ts'
import { type MailBody, renderMail } from './layout.ts'
import { type MailOptions, wordsFor } from './words.ts'

/**
 * Invites somebody to set up devices, or reminds them of it. The words may be a manager's; link, PIN, QR code and
 * why it came are always ours.
 */
export function makeInvitationMail(
  sent: SentInvitation,
  secrets: AccessSecrets,
  options: MailOptions,
): MailBody {
  const { locale, catalogue, organisation, baseUrl, logo, reader } = options
  const copy = catalogue.mail
  const reminds = sent.reminder > 0
  const words = wordsFor(reminds ? 'reminder' : 'invitation', options, {
    validUntil: secrets.validUntil,
    device: { name: null, platform: null },
  })
  const link = accessLink(baseUrl, { kind: 'invitation', ref: sent.ref }, secrets.credentials.secret)
  const access = accessBlocks(options, { label: copy.invitation.open, link, secrets })
  return renderMail({
    subject: words.subject,
    preview: reminds ? copy.invitation.reminderPreview : copy.invitation.preview,
    locale,
    catalogue,
    sender: organisation,
    logo,
    images: access.images,
    blocks: [
      { type: 'heading', text: words.subject },
      ...words.paragraphs.map((text) => ({ type: 'paragraph' as const, text })),
      ...access.blocks,
      {
        type: 'note',
        text: copy.access.why({ organisation: organisation.name, manager: reader?.manager ?? null }),
      },
    ],
  })
}
