import { Button, ButtonLink } from '../../ui/button.tsx'
import { Choices } from '../../ui/choice.tsx'
import { Form, Hidden } from '../../ui/form.tsx'
import { AskHelpdesk } from '../../ui/helpdesk.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Part, Stack } from '../../ui/text.tsx'
import type { LinkPageProps } from './link.tsx'
import { ownershipChoices } from './ownership-choices.ts'
import { linkPath, setupPath } from './paths.ts'
import { PinField } from './pin-field.tsx'

/** What belongs to no field: above everything else, since the form stands at the end of a long page. */
export function LinkRefusal(props: LinkPageProps) {
  const { frame, error } = props
  const words = frame.copy.link.pinClosed
  if (error?.code === 'rate_limited' || error?.code === 'temporarily_unavailable')
    return <Notice tone="error">{frame.copy.ui.refusals[error.code]}</Notice>
  if (!isPinClosed(props)) return null
  return (
    <Notice tone={error ? 'error' : 'warning'} title={words.title}>
      {words.text} <AskHelpdesk frame={frame} />
    </Notice>
  )
}

/** PIN entry behind this link is closed: only its owner can open it again, on the setup page. */
export function isPinClosed({ link, secret, error }: LinkPageProps): boolean {
  return secret !== null && link.confirmation === 'pin' && (link.pinClosed || error?.code === 'pin_closed')
}

/** What this browser sends to claim. */
export function LinkForm(props: LinkPageProps) {
  const { frame, link, ref, secret } = props
  const asks = link.ownershipOpen || asksPin(props)
  const form = (
    <Form action={secret === null ? '/go/continue' : linkPath(ref)}>
      {secret === null ? <Hidden name="grant" value={link.id} /> : <Hidden name="k" value={secret} />}
      {link.ownershipOpen && <OwnershipChoice {...props} />}
      {asksPin(props) && <PinField words={props.frame.copy.link} wrong={props.error?.code === 'wrong_pin'} />}
      <Button>{frame.copy.platforms[link.platform].setUpThis}</Button>
    </Form>
  )
  return asks ? <Part title={frame.copy.link.asks}>{form}</Part> : form
}

/** Whoever comes from `/go` has given the PIN already. */
function asksPin({ link, secret }: LinkPageProps): boolean {
  return secret !== null && link.confirmation === 'pin'
}

/** In place of the form while the PIN is closed. */
export function AfterNewPin({ frame, link, ref, secret }: LinkPageProps) {
  const words = frame.copy.link.pinClosed
  return (
    <Stack gap="tight">
      <ButtonLink href={`${linkPath(ref)}?k=${encodeURIComponent(secret ?? '')}`}>{words.again}</ButtonLink>
      <ButtonLink weight="secondary" href={setupPath(frame, `/ready/${encodeURIComponent(link.id)}`)}>
        {words.page}
      </ButtonLink>
    </Stack>
  )
}

function OwnershipChoice({ frame, link, values, error }: LinkPageProps) {
  const words = frame.copy.setup.device
  const refused = error?.code === 'choose_ownership'
  const owner = values.ownership ?? (refused ? null : link.ownership)
  return (
    <Choices
      name="ownership"
      legend={words.ownership}
      error={refused ? frame.copy.link.errors.choose_ownership : null}
      choices={ownershipChoices(frame, owner)}
    />
  )
}
