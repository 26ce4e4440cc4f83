import type { Frame } from './frame.ts'

type Contact = { href: string; text: string }

/** "Stuck? Acme help desk: it@acme.example, +49 …". Nothing where no organisation is known. */
export function HelpdeskLine({ frame }: { frame: Frame }) {
  const { copy, organisation } = frame
  if (!organisation) return null
  const contacts = contactsOf(frame)
  return (
    <p class="min-w-0">
      {copy.ui.helpdesk.stuck}{' '}
      {contacts.length > 0 ? (
        <>
          {copy.ui.helpdesk.line(organisation.name)} <ContactList contacts={contacts} />
        </>
      ) : (
        copy.ui.helpdesk.none(organisation.name)
      )}
    </p>
  )
}

/** The same, short, at the end of a message. */
export function AskHelpdesk({ frame }: { frame: Frame }) {
  const { copy, organisation } = frame
  if (!organisation) return null
  const contacts = contactsOf(frame)
  if (contacts.length === 0) return <>{copy.ui.helpdesk.none(organisation.name)}</>
  return (
    <>
      {copy.ui.helpdesk.short} <ContactList contacts={contacts} />
    </>
  )
}

/** A contact keeps its comma and breaks only where it is wider than the line. */
function ContactList({ contacts }: { contacts: Contact[] }) {
  return (
    <>
      {contacts.map(({ href, text }, index) => (
        <>
          {index > 0 && ' '}
          <span class="inline-block max-w-full">
            <a href={href} class="underline underline-offset-4 wrap-anywhere hover:text-base-content">
              {href.startsWith('tel:') ? <bdi dir="ltr">{text}</bdi> : text}
            </a>
            {index < contacts.length - 1 && ','}
          </span>
        </>
      ))}
    </>
  )
}

/** Only what is what it says it is: a manager's entry never becomes a link of another kind. */
function contactsOf({ copy, organisation }: Frame): Contact[] {
  const { email, phone, url } = organisation?.helpdesk ?? { email: null, phone: null, url: null }
  const contacts: Contact[] = []
  if (email) contacts.push({ href: `mailto:${encodeURIComponent(email).replace('%40', '@')}`, text: email })
  if (phone) contacts.push({ href: `tel:${phone.replace(/[^0-9+]/g, '')}`, text: phone })
  if (url && /^https?:\/\//i.test(url)) contacts.push({ href: url, text: copy.ui.helpdesk.page })
  return contacts
}
