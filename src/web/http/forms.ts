import type { EdgeContext } from './edge.ts'

const FIELD_MAX = 2000
/** Fields for a longer text: Markdown, terms, a list of addresses. */
const TEXT_MAX = 60_000

/** A posted form. What is missing is empty; nothing here is trusted. */
export type PostedForm = {
  /** One line, cut to what any field may hold. */
  (field: string): string
  /** A longer text, with its lines. */
  text(field: string): string
  /** Every value of a field that may be chosen several times. */
  list(field: string): string[]
  /** Whether a checkbox was ticked. */
  ticked(field: string): boolean
  /** A chosen file; null when none was chosen. */
  file(field: string): File | null
  /** Names of the fields that came, for forms whose fields are numbered. */
  names(): string[]
}

/** Reads a posted form once. Anything but a form is an empty one. */
export async function readForm(c: EdgeContext): Promise<PostedForm> {
  const type = c.req.header('content-type') ?? ''
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)
  // Without a prototype: a field may be called `constructor`.
  const body: Record<string, (string | File)[]> = Object.create(null)
  if (isForm) for (const [name, value] of await c.req.formData()) body[name] = [...(body[name] ?? []), value]
  const texts = (field: string) => (body[field] ?? []).filter((value) => typeof value === 'string')
  const first = (field: string, max: number) => (texts(field)[0] ?? '').slice(0, max)
  return Object.assign((field: string) => first(field, FIELD_MAX), {
    text: (field: string) => first(field, TEXT_MAX).replaceAll('\r\n', '\n'),
    list: (field: string) => texts(field).map((value) => value.slice(0, FIELD_MAX)),
    ticked: (field: string) => texts(field).length > 0,
    file: (field: string) =>
      (body[field] ?? []).find((value): value is File => value instanceof File && value.size > 0) ?? null,
    names: () => Object.keys(body),
  })
}
