import { describedBy, FieldFrame, type FieldFrameProps } from './form.tsx'

/** A secret that can be set and never read again. What was typed is not shown once more. */
export function SecretField(props: FieldFrameProps & { maxlength?: number }) {
  const { name, error = null } = props
  return (
    <FieldFrame {...props}>
      <input
        id={name}
        name={name}
        type="password"
        dir="ltr"
        value=""
        // Not the visitor's own password: nothing to fill in or to remember.
        autocomplete="new-password"
        maxlength={props.maxlength}
        autofocus={error !== null}
        class="input w-full text-base"
        {...describedBy(props)}
      />
    </FieldFrame>
  )
}
