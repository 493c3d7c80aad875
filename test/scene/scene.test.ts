import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { wordsFor } from '../../src/i18n/words'
import { placeOrg } from '../../src/layout/place'
import { svgText } from '../../src/render/svg'
import { buildScene } from '../../src/scene/build'
import { allMarks, boundsOf, cutToPage } from '../../src/scene/cut'
import { fitChart } from '../../src/scene/furniture'
import { gaugeParts, LEAST_NEVER } from '../../src/scene/gauge'
import { hatch } from '../../src/scene/hatch'
import { headlineOf } from '../../src/scene/headline'
import { keyOf } from '../../src/scene/keys'
import { contrast } from '../../src/scene/looks'
import { mix } from '../../src/scene/mix'
import { OVERLAYS } from '../../src/scene/overlays'
import { DARK, LIGHT } from '../../src/scene/theme'
import type { GroupMark, Mark, Scene } from '../../src/scene/types'
import { orgFrom, pinfold } from '../gallery/org'
import { CHART, CONVENTIONAL, DISTANCE, draw } from '../gallery/scenes'

const groups = (scene: Scene) => scene.marks.filter((mark): mark is GroupMark => mark.kind === 'group')
const group = (scene: Scene, key: string) => groups(scene).find((g) => g.key === key)
const texts = (marks: readonly Mark[]) =>
  [...allMarks(marks)].flatMap((mark) => (mark.kind === 'text' ? [mark.text.replaceAll('\u00a0', ' ')] : []))
const hero = () => draw(pinfold(), placeOrg(pinfold(), DISTANCE), CHART)

describe('the flipped chart of Pinfold', () => {
  test('a front card says who, where, how many cases and which share is settled on the spot', () => {
    expect(texts(group(hero(), 'role-cash-n')?.marks ?? [])).toEqual([
      'Cashier North',
      'North store · 67 cases',
      '×7',
      '30 %',
      'settled',
      'on the spot',
    ])
  })
  test('a segment shows its arithmetic', () => {
    expect(texts(group(hero(), 'segment-biz')?.marks ?? [])).toEqual([
      'Business accounts',
      '60 × €18,000 = €1.08 M',
      '38 %',
      'settled',
      'on the spot',
    ])
  })
  test('flags count the kinds of case by the worst that is said of them', () => {
    const scene = hero()
    expect(texts(group(scene, 'flags-cash-n')?.marks ?? [])).toEqual(['3 !'])
    expect(texts(group(scene, 'flags-cash-s')?.marks ?? [])).toEqual(['2 !', '1'])
    expect(texts(group(scene, 'flags-acct')?.marks ?? [])).toEqual(['2 !'])
    expect(texts(group(scene, 'flags-agent')?.marks ?? [])).toEqual(['2 !', '1'])
    expect(groups(scene).filter(({ key }) => key.startsWith('flags-'))).toHaveLength(4)
  })
  test("the organisation's own gauge is the legend", () => {
    expect(texts(group(hero(), 'legend')?.marks ?? [])).toEqual([
      'All 600 cases a month',
      '336',
      'settled on the spot',
      '214',
      'after hand-offs',
      '50',
      'never',
      '!',
      'high',
      'medium',
      'low',
      '?',
      'not known',
    ])
  })
  test('rows are named for their distance', () => {
    const names = groups(hero()).flatMap(({ key, marks }) => (key.startsWith('band-') ? [texts(marks).join(' ')] : []))
    expect(names).toEqual([
      'Customers 15,060 width = worth',
      'ribbon = cases',
      'Meet customers 22 people',
      'One step away 4 people',
      'Two steps away 2 people',
      'Three steps away 2 people',
    ])
  })
  test('without the overlay there are no gauges, flags or legend', () => {
    const org = pinfold()
    const said = { org, analysis: analyse(org), words: wordsFor('en'), medium: 'slide' } as const
    const chart = placeOrg(org, DISTANCE)
    const scene = buildScene({ ...said, chart, theme: LIGHT, view: fitChart(said, chart, CHART).view, overlays: ['one-we-do-not-know'] })
    expect(groups(scene).filter(({ key }) => /^(gauge|flags|legend)/.test(key))).toEqual([])
    expect(OVERLAYS).toContain('findings')
  })
})

describe('the conventional chart', () => {
  test('has nothing warm on it, no gauges and no flags', () => {
    const scene = draw(pinfold(), placeOrg(pinfold(), CONVENTIONAL), CHART)
    const warm = [LIGHT.customers.field, LIGHT.customers.zone, LIGHT.ribbon.dearest, LIGHT.ribbon.other, LIGHT.gauge.never]
    for (const mark of allMarks(scene.marks)) if ('fill' in mark && mark.fill) expect(warm).not.toContain(mark.fill)
    expect(texts(group(scene, 'customers-name')?.marks ?? [])).toEqual(['Customers', '15,060 of them, in three segments: not on the chart'])
    expect(texts(scene.marks)).toContain('30 people in 12 roles, four layers.')
  })
})

describe('the headline', () => {
  const said = (org = pinfold()) => ({ org, analysis: analyse(org), words: wordsFor('en'), medium: 'slide' }) as const
  test('states the argument in numbers', () => {
    expect(headlineOf(said(), 'flipped')).toEqual({
      first: 'Customers bring 600 cases a month. The people they meet may settle 56\u00a0% of them.',
      second: 'Business accounts are a third of what customers are worth, and 83\u00a0% of what this structure puts at risk.',
      short: '600 cases a month. The people customers meet may settle 56\u00a0%.',
      third: '220 cases are told to nobody who could change the rule.',
    })
  })
  test('says what is not known', () => {
    const people = orgFrom('Ada\n  Bo\n  Cleo')
    expect(headlineOf(said(people), 'flipped').second).toBe('By reporting line; we do not yet know who meets customers.')
    const nothing = pinfold((json) => {
      delete json.coverage.authority
      json.grants = []
    })
    expect(headlineOf(said(nothing), 'flipped')).toEqual({
      first: 'Customers meet 22 of these 30 people.',
      second: 'What those may settle is not known yet.',
    })
  })
})

describe('the gauge', () => {
  const amount = fc.integer({ min: 0, max: 500 })
  test('adds up to its width, never loses what is never settled, never shows what is not there', () => {
    fc.assert(
      fc.property(amount, amount, amount, fc.integer({ min: 40, max: 400 }), (settled, escalated, never, width) => {
        const all = settled + escalated + never
        const parts = gaugeParts({ all, settled, escalated, never }, width)
        expect(parts.solid + parts.stripes + parts.unknown + parts.never).toBeCloseTo(width, 6)
        if (never > 0) expect(parts.never).toBeGreaterThanOrEqual(LEAST_NEVER - 1e-9)
        if (all > 0) expect(parts.unknown).toBeLessThan(1e-6)
        expect(Math.min(...Object.values(parts))).toBeGreaterThanOrEqual(-1e-9)
      }),
    )
  })
  test('what may come out either way is not known', () => {
    const parts = gaugeParts(
      { all: 100, settled: { low: 40, high: 90 }, escalated: { low: 0, high: 30 }, never: { low: 10, high: 60 } },
      200,
    )
    expect(parts).toEqual({ solid: 80, stripes: 0, unknown: 100, never: 20 })
  })
  test('stripes stay within their bar', () => {
    for (const command of hatch({ x: 10, y: 20, width: 57, height: 11 }, { every: 8, thick: 2.6 })) {
      if (command[0] !== 'M' && command[0] !== 'L') continue
      expect(command[1]).toBeGreaterThanOrEqual(10 - 1e-9)
      expect(command[1]).toBeLessThanOrEqual(67 + 1e-9)
      expect(command[2]).toBeGreaterThanOrEqual(20 - 1e-9)
      expect(command[2]).toBeLessThanOrEqual(31 + 1e-9)
    }
  })
})

test('a key is a name in XML, and two ids never meet in one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(keyOf('role', a)).toMatch(/^[A-Za-z][A-Za-z0-9_-]*$/)
      if (a !== b) expect(keyOf('role', a)).not.toBe(keyOf('role', b))
    }),
  )
  expect(keyOf('role', 'cash-n')).toBe('role-cash-n')
})

test('colours are mixed as a browser blends opacity', () => {
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080')
  expect(mix('#fbfaf7', '#0e6b6b', 0)).toBe('#fbfaf7')
  expect(mix('#fbfaf7', '#0e6b6b', 1)).toBe('#0e6b6b')
})

test.each([LIGHT, DARK])(
  'text has a contrast of 4.5 on its ground: $id',
  ({ paper, band, ink, inkSecond, customers, front, away, rank, flag }) => {
    const pairs = [
      [ink, paper],
      [ink, band],
      [inkSecond, paper],
      [inkSecond, band],
      [inkSecond, customers.zone],
      [ink, customers.zone],
      [customers.ink, customers.field],
      [front.ink, front.card],
      [front.inkSecond, front.card],
      [flag.highInk, flag.high],
      [ink, flag.unknownFill],
      [ink, flag.cloth],
      ...away.cards.flatMap(
        (card) =>
          [
            [away.ink, card],
            [away.inkSecond, card],
          ] as const,
      ),
      ...rank.cards.flatMap(
        (card, i) =>
          [
            [rank.inks[i] ?? ink, card],
            [rank.inksSecond[i] ?? ink, card],
          ] as const,
      ),
    ] as const
    for (const [a, b] of pairs) expect(contrast(a, b), `${a} on ${b}`).toBeGreaterThanOrEqual(4.5)
  },
)

describe('a turn', () => {
  const from = placeOrg(pinfold(), CONVENTIONAL)
  const to = placeOrg(pinfold(), DISTANCE)
  const at = (t: number) => draw(pinfold(), { from, to, t }, CHART)
  test('begins and ends as the charts at rest', () => {
    expect(at(0).marks).toEqual(draw(pinfold(), from, CHART).marks)
    expect(at(1).marks).toEqual(draw(pinfold(), to, CHART).marks)
  })
  test('turned back it is the same film backwards', () => {
    for (const t of [0.1, 0.3, 0.55, 0.9]) expect(svgText(draw(pinfold(), { from: to, to: from, t: 1 - t }, CHART))).toBe(svgText(at(t)))
  })
  test('at half time the managing director is between the customers and those who meet them', () => {
    const scene = at(0.5)
    const top = (key: string) => boundsOf(group(scene, key) as GroupMark).y
    expect(top('role-ceo')).toBeGreaterThan(top('segment-biz'))
    expect(top('role-ceo')).toBeLessThan(top('role-acct'))
    const field = boundsOf((group(scene, 'segment-biz') as GroupMark).marks[0] as Mark)
    expect(top('role-ceo') - (field.y + field.height)).toBeGreaterThan(5)
  })
  test('every box and every name is there all the way', () => {
    for (let t = 0; t <= 1; t += 0.05) {
      const scene = at(t)
      expect(groups(scene).filter(({ key }) => key.startsWith('role-'))).toHaveLength(12)
      expect(texts(group(scene, 'role-ceo')?.marks ?? [])).toContain('Managing director')
    }
  })
})

test('what I see keeps whole boxes and says what it left out', () => {
  const scene = hero()
  const { scene: cut, leftOut } = cutToPage({ ...scene, bounds: { x: 0, y: 0, width: 600, height: 520 } })
  expect(leftOut).toContain('role-agent')
  expect(leftOut).not.toContain('role-cash-n')
  for (const mark of cut.marks) {
    const { x, width } = boundsOf(mark)
    expect(x >= -0.02 && x + width <= 600.02).toBe(true)
  }
})
