import type { AlarmTold } from '../types.ts'
import { type MailBody, renderMail, showTime } from './layout.ts'
import type { MailOptions } from './words.ts'

/** Tells somebody who looks after an organisation, or the service, what happened there and what they can do. */
export function makeAlarmMail(told: AlarmTold, options: MailOptions): MailBody {
  const { locale, catalogue, organisation, baseUrl, logo } = options
  const copy = catalogue.mail.alarm
  const { title, detail } = copy.kinds[told.alarm](told.count)
  const ofService = organisation.slug === SERVICE_SLUG
  const { name } = organisation
  return renderMail({
    subject: copy.subject({ title, organisation: name }),
    preview: copy.preview,
    locale,
    catalogue,
    sender: organisation,
    logo,
    blocks: [
      { type: 'heading', text: title },
      { type: 'paragraph', text: copy.since({ when: showTime(told.since, locale) }) },
      { type: 'paragraph', text: detail },
      {
        type: 'action',
        label: ofService ? copy.openHealth : copy.open,
        href: ofService ? `${baseUrl}/supervise/health` : `${baseUrl}/manage`,
      },
      { type: 'note', text: copy.why({ organisation: name }) },
    ],
  })
}

/** The slug of organisation 0, which no tenant can have. */
const SERVICE_SLUG = '-'
