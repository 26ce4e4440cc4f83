import * as z from 'zod'
import { countField, type FieldCode } from '../kernel/fields.ts'
import { isReservedSlug, PROVISION_CODE_SECONDS, SITE_ID, SLUG } from './rules.ts'
import { accentSchema, identitySchema } from './settings-fields.ts'

/** What the forms of supervisors accept. Every value comes as text, as a form gives it. */

/**
 * The e-mail rule of an organisation whose manager has not written one yet: it accepts no address that can
 * exist (RFC 2606 reserves `.invalid`). An empty rule would accept everybody.
 */
export const NOBODY_YET = '[^@]+@example\\.invalid'

const code = (said: FieldCode) => ({ error: said })

export const namesSchema = z.object({
  name: identitySchema.shape.name,
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .regex(SLUG, code('not_a_slug'))
    .refine((slug) => !isReservedSlug(slug), code('taken')),
  siteId: z.string().trim().regex(SITE_ID, code('not_a_site_id')),
})

export const newOrganisationSchema = namesSchema.extend(accentSchema.shape)

export const serviceSchema = z.object({
  /** Empty: none. */
  defaultOrganisation: z
    .string()
    .trim()
    .toLowerCase()
    .refine((text) => text === '' || SLUG.test(text), code('not_a_slug')),
  provisionCodeSeconds: countField(PROVISION_CODE_SECONDS.min, PROVISION_CODE_SECONDS.max).pipe(
    z.number(code('not_a_number')),
  ),
  ownersMayProvision: z.boolean(),
  logDeviceFacts: z.boolean(),
  androidSmsCode: z.boolean(),
  dailyMessages: countField(1, 10_000_000),
  derivedCredentialUrl: identitySchema.shape.helpdeskUrl,
  helpdeskEmail: identitySchema.shape.helpdeskEmail,
  helpdeskPhone: identitySchema.shape.helpdeskPhone,
  helpdeskUrl: identitySchema.shape.helpdeskUrl,
})

export type NamesForm = z.input<typeof namesSchema>
export type NewOrganisationForm = z.input<typeof newOrganisationSchema>
export type ServiceForm = z.input<typeof serviceSchema>
