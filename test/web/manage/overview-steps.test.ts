import { expect, test } from 'vitest'
import { manageScenes } from '../../pictures/manage-scenes.tsx'

const htmlOf = (name: string) => String(manageScenes.find((scene) => scene.name === name)?.page)

test('a rule that accepts nobody yet is still to do, and the step leads to where it is written', () => {
  const html = htmlOf('manage-overview-new')
  expect(html).toMatch(
    /href="\/manage\/setup\/addresses"[^>]*>Say who may register<\/a><\/span><span[^>]*> \(to do\)/,
  )
})

test('each step leads to the page of device setup on which it is done', () => {
  const html = htmlOf('manage-overview-new')
  expect(html).toMatch(/href="\/manage\/setup\/devices"[^>]*>Offer platforms</)
  expect(html).toMatch(/href="\/manage\/setup\/people"[^>]*>Write down what people agree to</)
})
