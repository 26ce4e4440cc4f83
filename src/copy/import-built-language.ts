import type { Locale } from '../kernel/locale.ts'
import type { Copy } from './types.ts'

/**
 * What stands in the place of `import-language.ts` wherever wrangler bundles (`alias` in `wrangler.toml`): one language
 * from the module that `tools/build-languages.ts` made of it, which is uploaded beside the Worker's entry.
 */
export async function importLanguage(locale: Locale): Promise<Copy> {
  // Put together, so that no bundler takes the module into the entry; the entry stands at the root of the upload.
  const module = (await import(`${BUILT}${locale}.js`)) as { copy: Copy }
  return module.copy
}

const BUILT = ['.', 'copy', 'built', ''].join('/')
