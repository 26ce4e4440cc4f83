import type { EdgeContext } from './edge.ts'

const FIELD_MAX = 2000

/** The text fields of a posted form, each cut to what any field may hold. Files and repeats are ignored. */
export async function readForm(c: EdgeContext): Promise<(field: string) => string> {
  const type = c.req.header('content-type') ?? ''
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)
  const body = isForm ? await c.req.parseBody() : {}
  return (field) => {
    const value = body[field]
    return typeof value === 'string' ? value.slice(0, FIELD_MAX) : ''
  }
}
