import { describe, expect, test } from 'vitest'
import { DeadEndPage, LinkPage } from '../../../src/web/setup/pages/index.ts'
import * as fixture from '../../pictures/fixtures.ts'

const { makeFrame } = fixture
const en = makeFrame({})

describe('the page behind a link', () => {
  const link = (justOpened: boolean) =>
    String(
      <LinkPage
        frame={en}
        link={fixture.link}
        ref="Zk3vT8qLw2NcYb7RmX0pJg"
        secret="mT4uQv9cXb7NwZk2Rp8yLA"
        provisionUrl={fixture.provisionUrl}
        justOpened={justOpened}
        instructionsHtml="<p>Open the app.</p>"
      />,
    )

  test('says who asks, what happens, what is seen and what not, until when, and asks for a POST', () => {
    const html = link(false)
    expect(html).toContain('Acme Robotics offers to set up this device for you.')
    expect(html).toContain('Acme Robotics can see')
    expect(html).toContain('Acme Robotics cannot see')
    expect(html).toMatch(/This link ends <time datetime="2026-11-20T10:41:41Z"/)
    expect(html).toContain('<form method="post" action="/p/Zk3vT8qLw2NcYb7RmX0pJg"')
    expect(html).toContain('<input type="hidden" name="k" value="mT4uQv9cXb7NwZk2Rp8yLA"/>')
    expect(html).toContain('data-opened="/p/Zk3vT8qLw2NcYb7RmX0pJg/opened"')
  })

  test('afterwards it tells what comes next and that nothing is used up', () => {
    const html = link(true)
    expect(html).toContain('<p>Open the app.</p>')
    expect(html).toContain('Nothing has been used up')
    expect(html).not.toContain('data-opened')
  })
})

describe('dead ends', () => {
  test('a used link says when and by which device', () => {
    const html = String(
      <DeadEndPage frame={en} kind="link_used" detail={{ claim: fixture.redeemed.claim }} />,
    )
    expect(html).toMatch(/set up with it <time[^>]*>1 minute ago<\/time>: <strong[^>]*>Ada’s iPhone/)
  })

  test('without an organisation a form asks for it', () => {
    const html = String(<DeadEndPage frame={makeFrame({ organisation: null })} kind="no_organisation" />)
    expect(html).toMatch(/<form method="get" action="\/setup"/)
    expect(html).toContain('name="organisation"')
    expect(html).not.toContain('theme.css')
  })

  test('an unexpected error shows its number', () => {
    const html = String(<DeadEndPage frame={en} kind="error" detail={{ requestId: 'req_42' }} />)
    expect(html).toContain('req_42')
  })
})
