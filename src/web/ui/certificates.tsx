import type { Child } from 'hono/jsx'
import { FieldError } from './form.tsx'

/** `AB:01:…`, to be compared with what another tool shows. It breaks behind colons only, and copies whole. */
export function Fingerprint({ text }: { text: string }) {
  return (
    <span class="font-mono text-sm tabular-nums">
      {text.split(':').map((pair, index) => (
        <>
          {index > 0 && (
            <>
              :<wbr />
            </>
          )}
          {pair}
        </>
      ))}
    </span>
  )
}

/** A number that is only ever compared or copied. */
export function Mono({ children }: { children?: Child }) {
  return <span class="font-mono text-sm break-all">{children}</span>
}

/** Links of one row or fact, side by side. */
export function Links({ items }: { items: { href: string; label: string; about?: string }[] }) {
  return (
    <span class="flex flex-wrap gap-x-5">
      {items.map(({ href, label, about }) => (
        <a href={href} class="link py-1">
          {label}
          {about && <span class="sr-only"> {about}</span>}
        </a>
      ))}
    </span>
  )
}

/** A text that comes as a file or is pasted: one heading, one hint, one error for both. */
export function FileOrText(props: {
  /** The text's name; the file's is `<name>File`. */
  name: string
  label: string
  hint: string
  /** What stands before the second way. */
  orText: string
  accept: string
  value: string
  error: string | null
}) {
  const { name, error } = props
  const described = error === null ? `${name}-hint` : `${name}-hint ${name}-error`
  return (
    <fieldset class="grid min-w-0 gap-1.5">
      <legend class="mb-1 font-medium">{props.label}</legend>
      <p id={`${name}-hint`} class="text-sm text-base-content/70">
        {props.hint}
      </p>
      <input
        name={`${name}File`}
        type="file"
        accept={props.accept}
        aria-label={props.label}
        aria-invalid={error === null ? undefined : 'true'}
        aria-describedby={described}
        class="file-input w-full"
      />
      <label for={name} class="mt-1 text-sm text-base-content/70">
        {props.orText}
      </label>
      <textarea
        id={name}
        name={name}
        rows={4}
        maxlength={60_000}
        spellcheck={false}
        dir="ltr"
        autocomplete="off"
        autofocus={error !== null}
        aria-invalid={error === null ? undefined : 'true'}
        aria-describedby={described}
        class="textarea h-auto w-full font-mono text-sm"
      >
        {props.value}
      </textarea>
      {error !== null && <FieldError name={name}>{error}</FieldError>}
    </fieldset>
  )
}
