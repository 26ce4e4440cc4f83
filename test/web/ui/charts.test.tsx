import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillDays, percentOf, placeColumns, topOf } from '../../../src/web/ui/chart-rules.ts'
import { BarChart, DayChart } from '../../../src/web/ui/charts.tsx'
import { makeFrame } from '../../pictures/fixtures.ts'

const frame = makeFrame({})
const noun = (count: number) => `${count} devices`
const day = (count: number, at = 20_000) => ({ day: at, count })

describe('the top of an axis', () => {
  test('is 1, 2 or 5 times a power of ten, and never below a value', () => {
    expect([0, 3, 5, 6, 11, 21, 99, 100, 101, 4999].map((value) => topOf([value]))).toEqual([
      5, 5, 5, 10, 20, 50, 100, 100, 200, 5000,
    ])
    expect(topOf([])).toBe(5)
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000)), (values) => {
        const top = topOf(values)
        expect(top).toBeGreaterThanOrEqual(Math.max(5, ...values))
        expect(top).toBeLessThanOrEqual(2.5 * Math.max(5, ...values))
      }),
    )
  })
})

test('a share of nothing is nothing, and a bar is never longer than its ground', () => {
  expect([percentOf(0, 0), percentOf(3, 0), percentOf(1, 3), percentOf(5, 4)]).toEqual([0, 0, 33.3, 100])
})

test('days without anything are there, and a day that was counted in parts is one', () => {
  expect(fillDays([day(2, 8), day(1, 6), day(3, 8)], 5, 8).map(({ count }) => count)).toEqual([0, 1, 0, 5])
  expect(fillDays([], 5, 5)).toEqual([{ day: 5, count: 0 }])
})

test('columns stay within the picture and do not touch', () => {
  for (const count of [1, 7, 30, 90]) {
    const columns = placeColumns(count)
    expect(columns).toHaveLength(count)
    for (const [index, { x, width }] of columns.entries()) {
      expect(x + width).toBeLessThan(columns[index + 1]?.x ?? 100)
      expect(x).toBeGreaterThan(0)
    }
  }
})

describe('a picture', () => {
  const bars = [
    { label: 'Addresses <b>proved</b>', value: 10, text: '10' },
    { label: 'Active', value: 0, text: '0' },
  ]
  test.each([
    ['bars', <BarChart frame={frame} id="one" title="Bars" describe="Ten, none." bars={bars} />],
    ['no bar at all', <BarChart frame={frame} id="one" title="Bars" describe="None." bars={[]} />],
    [
      'a month',
      <DayChart
        id="one"
        frame={frame}
        title="Days"
        describe="Some."
        days={fillDays([day(4)], 19_971, 20_000)}
        noun={noun}
      />,
    ],
    ['one day', <DayChart id="one" frame={frame} title="Days" describe="One." days={[day(1)]} noun={noun} />],
    [
      'nothing ever',
      <DayChart
        id="one"
        frame={frame}
        title="Days"
        describe="None."
        days={fillDays([], 19_994, 20_000)}
        noun={noun}
      />,
    ],
  ])('of %s names itself, has no inline style, and only numbers that can be drawn', (_name, picture) => {
    const html = picture.toString()
    expect(html).toMatch(/role="img" aria-labelledby="one-title one-desc"/)
    expect(html).toMatch(/<title id="one-title">\w+<\/title><desc id="one-desc">[^<]+<\/desc>/)
    expect(html).not.toMatch(/style=|NaN|Infinity|undefined|<b>/)
    for (const [, value = ''] of html.matchAll(/ (?:width|height|x|y)="([^"]+)"/g))
      expect(Number.parseFloat(value)).toBeGreaterThanOrEqual(0)
  })

  test('says each value in words, since a length alone cannot be read', () => {
    const html = (<BarChart frame={frame} id="x" title="T" describe="D" bars={bars} />).toString()
    expect(html).toContain('>10</text>')
    expect(html).toContain('>0</text>')
    expect(html.match(/class="fill-primary"/g)).toHaveLength(1)
  })
})
