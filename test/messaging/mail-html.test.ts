import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { expect, test } from 'vitest'
import { mailScenes } from '../pictures/mail-scenes.ts'

/** Programs that show mails need what pages no longer do: styles at the element, tables for the layout. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      'no-inline-style': 'off',
      'no-deprecated-attr': 'off',
      'long-title': 'off',
      'tel-non-breaking': 'off',
      'doctype-style': 'off',
      // Presentation tables are not for those who hear the mail.
      'wcag/h63': 'off',
      'prefer-tbody': 'off',
      'presentation-role-style': 'off',
    },
  }),
)

const faultsOf = async (html: string) => {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  )
}

test.each(mailScenes)('$name is well-formed HTML', async ({ page }) => {
  expect(await faultsOf(page)).toEqual([])
})

test('the check finds what is broken', async () => {
  const page = mailScenes[0]?.page ?? ''
  expect((await faultsOf(page.replace('</h1>', ''))).join()).toMatch(/close/)
  expect(
    (await faultsOf(page.replace('<h1', '<h1 id="a" ').replace('<body', '<body id="a"'))).join(),
  ).toMatch(/no-dup-id/)
  expect((await faultsOf(page.replace('</h1>', '</h1><img src="cid:x">'))).join()).toMatch(/h37|alt/)
})
