import { describedBy, FieldFrame, type FieldFrameProps } from './form.tsx'

/** A day, with the browser's own calendar: `2030-03-31`. Where there is none, it is typed like that. */
export function DateField(props: FieldFrameProps & { value: string }) {
  const { name, error = null } = props
  return (
    <FieldFrame {...props}>
      <input
        id={name}
        name={name}
        type="date"
        value={props.value}
        autocomplete="off"
        autofocus={error !== null}
        class="input w-full min-w-0 text-base sm:max-w-60"
        {...describedBy(props)}
      />
    </FieldFrame>
  )
}
