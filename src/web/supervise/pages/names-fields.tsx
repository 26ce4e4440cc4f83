import type { FieldProblems } from '../../../kernel/fields.ts'
import { problemAt } from '../../ui/controls.tsx'
import { Field } from '../../ui/form.tsx'
import type { Frame } from '../../ui/frame.ts'

export type NamesTyped = { name: string; slug: string; siteId: string }

/** Name, short name and site id. `warn`: others know the present ones already. */
export function NamesFields(props: {
  frame: Frame
  typed: NamesTyped
  problems: FieldProblems
  /** Where `/setup` is. */
  baseUrl: string
  warn?: boolean
}) {
  const { frame, typed, problems, warn = false } = props
  const { copy } = frame
  const { fields } = copy.superviseOrganisations
  const address = `${props.baseUrl.replace(/^https?:\/\//, '')}/setup/${typed.slug || '…'}`
  return (
    <>
      <Field
        name="name"
        label={fields.name}
        hint={fields.nameHint}
        value={typed.name}
        maxlength={120}
        error={problemAt(copy, problems, 'name')}
      />
      <Field
        name="slug"
        label={fields.slug}
        hint={warn ? `${fields.slugHint(address)} ${fields.slugWarning}` : fields.slugHint(address)}
        value={typed.slug}
        maxlength={40}
        autocomplete="off"
        error={problemAt(copy, problems, 'slug')}
      />
      <Field
        name="siteId"
        label={fields.siteId}
        hint={warn ? `${fields.siteIdHint} ${fields.siteIdWarning}` : fields.siteIdHint}
        value={typed.siteId}
        inputmode="numeric"
        maxlength={10}
        autocomplete="off"
        error={problemAt(copy, problems, 'siteId')}
      />
    </>
  )
}
