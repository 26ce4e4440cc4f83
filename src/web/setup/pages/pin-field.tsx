import { Field } from '../../ui/form.tsx'

/** Where the PIN of a link is typed; each door says where its reader finds it. */
export function PinField(props: {
  words: { pin: string; pinHint: string; errors: { wrong_pin: string } }
  /** It was tried and is not the PIN. */
  wrong: boolean
}) {
  const { words, wrong } = props
  return (
    <Field
      name="pin"
      label={words.pin}
      hint={words.pinHint}
      value=""
      inputmode="numeric"
      autocomplete="off"
      maxlength={20}
      code
      error={wrong ? words.errors.wrong_pin : null}
    />
  )
}
