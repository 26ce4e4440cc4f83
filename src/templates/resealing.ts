import { isFormer, type Keyring } from '../kernel/secrets.ts'
import type { Database } from '../runtime/database.ts'
import { makeResealStep } from '../runtime/resealing.ts'
import * as store from './resealing-store.ts'
import { resealSecret } from './sealing.ts'
import { mapSecrets, normaliseSettings } from './settings.ts'
import type { TemplateContent, TemplateSettings } from './types.ts'

/** The secrets of templates and of what they were, under the current master key. */
export function makeTemplateResealing({ database, keys }: { database: Database; keys: Keyring }) {
  return {
    templates: makeResealStep({
      database,
      read: (after, limit) => store.listSettings(database, after, limit),
      change: (row) => resealText(keys, row, JSON.parse(row.sealed) as TemplateSettings),
      statement: (row, sealed) => store.resealSettingsStatement(database, row, sealed),
    }),
    templateVersions: makeResealStep({
      database,
      read: (after, limit) => store.listVersions(database, after, limit),
      change: (row) => resealText(keys, row, (JSON.parse(row.sealed) as TemplateContent).settings),
      statement: (row, sealed) => store.resealVersionStatement(database, row, sealed),
    }),
  }
}

/** Changes the secrets in the text and nothing else of it: a seal occurs once, and needs no escaping in JSON. */
function resealText(
  keys: Keyring,
  { templateId, sealed: text }: store.SealedSettings,
  settings: TemplateSettings,
): { sealed: string; unreadable: number } {
  let [sealed, unreadable] = [text, 0]
  mapSecrets(normaliseSettings(settings), (secret, at) => {
    if (!secret || !isFormer(keys, secret)) return secret
    const anew = resealSecret(keys, templateId, at, secret)
    if (anew === null) unreadable += 1
    else sealed = sealed.replaceAll(`"${secret}"`, `"${anew}"`)
    return secret
  })
  return { sealed, unreadable }
}
