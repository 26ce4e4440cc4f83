import { Button, ButtonLink } from '../../ui/button.tsx'
import { Choices } from '../../ui/choice.tsx'
import { Checkbox, Form, Hidden, Reading } from '../../ui/form.tsx'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { Written } from '../../ui/markdown.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Muted, Part } from '../../ui/text.tsx'
import {
  claimsHere,
  type InvitationOffer,
  type InvitationPageProps,
  invitationPath,
  isPinClosed,
  pageFor,
} from './invitation-parts.tsx'
import { ownershipChoices } from './ownership-choices.ts'
import { PinField } from './pin-field.tsx'

export type InvitationFormProps = InvitationPageProps & { offer: InvitationOffer }

/** What belongs to no field: above everything else, since the form stands at the end of a long page. */
export function InvitationRefusal(props: InvitationPageProps) {
  const { frame, error } = props
  const words = frame.copy.invitationLink
  if (error?.code === 'rate_limited' || error?.code === 'temporarily_unavailable')
    return <Notice tone="error">{frame.copy.ui.refusals[error.code]}</Notice>
  if (error?.code === 'not_offered') return <Notice tone="error">{words.errors.not_offered}</Notice>
  if (!isPinClosed(props)) return null
  return (
    <Notice tone={error ? 'error' : 'warning'} title={words.pinClosed.title}>
      {words.pinClosed.text} <AskHelpdesk frame={frame} />
    </Notice>
  )
}

/**
 * What this browser sends to set up its device: `platform`, and where they are asked for `ownership`, `terms`
 * (`yes`) and `pin`. While the PIN is closed, the way on with a new one.
 */
export function InvitationForm(props: InvitationFormProps) {
  const { frame, ref, secret, offer } = props
  const words = frame.copy.invitationLink
  if (claimsHere(props) && isPinClosed(props))
    return <ButtonLink href={pageFor(props, offer.platform)}>{words.pinClosed.again}</ButtonLink>
  const form = (
    <Form action={secret === null ? '/go/continue' : invitationPath(ref)}>
      {secret !== null && <Hidden name="k" value={secret} />}
      <Hidden name="platform" value={offer.platform} />
      {asksOwnership(props) && <OwnershipChoice {...props} />}
      <Terms {...props} />
      {asksPin(props) && (
        <PinField words={props.frame.copy.invitationLink} wrong={props.error?.code === 'wrong_pin'} />
      )}
      <Button>{claimsHere(props) ? frame.copy.platforms[offer.platform].setUpThis : words.submit}</Button>
    </Form>
  )
  const asks = asksOwnership(props) || asksPin(props) || props.terms !== null
  return asks ? <Part title={words.asks}>{form}</Part> : form
}

export function asksOwnership(props: InvitationFormProps): boolean {
  return claimsHere(props) && props.offer.ownership.choosable
}

/** Whoever comes from `/go` has given the PIN already; an agent gives it itself. */
function asksPin(props: InvitationFormProps): boolean {
  return claimsHere(props) && props.secret !== null && props.link.confirmation === 'pin'
}

/** To be accepted where they were not; else to be read. What uses the link itself brings no acceptance. */
function Terms(props: InvitationFormProps) {
  const { frame, terms, values, error } = props
  if (terms === null) return null
  const words = frame.copy.invitationLink
  const { about } = frame.copy.setup
  const text = <Written html={terms.html} />
  if (!terms.owed)
    return <Reading title={words.terms.accepted(frame.organisation?.name ?? '')}>{text}</Reading>
  return (
    <>
      <Reading title={about.terms}>{text}</Reading>
      {claimsHere(props) ? (
        <Checkbox
          name="terms"
          label={about.accept}
          checked={values.terms}
          error={error?.code === 'terms' ? words.errors.terms : null}
        />
      ) : (
        <Muted>{words.terms.byDoing}</Muted>
      )}
    </>
  )
}

function OwnershipChoice({ frame, offer, values, error }: InvitationFormProps) {
  const refused = error?.code === 'choose_ownership'
  const owner = values.ownership ?? (refused ? null : offer.ownership.default)
  return (
    <Choices
      name="ownership"
      legend={frame.copy.setup.device.ownership}
      error={refused ? frame.copy.invitationLink.errors.choose_ownership : null}
      choices={ownershipChoices(frame, owner)}
    />
  )
}
