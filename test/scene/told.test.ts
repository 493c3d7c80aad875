// What is written on a chart is so, whole, and on nothing else that is written.
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { type Box, overlaps } from '../../src/base/geometry'
import { placeOrg } from '../../src/layout/place'
import type { Placing } from '../../src/layout/types'
import type { Org } from '../../src/model/types'
import { buildScene } from '../../src/scene/build'
import { allMarks, boundsOf } from '../../src/scene/cut'
import { fitChart } from '../../src/scene/furniture'
import { LIGHT } from '../../src/scene/theme'
import type { GroupMark, Mark, TextMark } from '../../src/scene/types'
import { pinfold, sample } from '../gallery/org'
import { DISTANCE, words } from '../gallery/scenes'

const textsOf = (marks: readonly Mark[]) => [...allMarks(marks)].filter((mark): mark is TextMark => mark.kind === 'text')
const said = (marks: readonly Mark[]) => textsOf(marks).map(({ text }) => text.replaceAll('\u00a0', ' '))

function seen(org: Org, width: number, placing: Placing = DISTANCE, height = 700) {
  const of = { org, analysis: analyse(org), words, medium: 'screen' } as const
  const chart = placeOrg(org, placing)
  const scene = buildScene({ ...of, chart, theme: LIGHT, view: fitChart(of, chart, { width, height }).view })
  const group = (key: string) => scene.marks.find((mark): mark is GroupMark => mark.kind === 'group' && mark.key === key)
  return { scene, analysis: of.analysis, group }
}

test.each([1000, 1024, 1140, 1300])('the legend prints no words over its others, on a page of %d', (width) => {
  const boxes = textsOf(seen(sample('teams-without-managers'), width).group('legend')?.marks ?? []).map(boundsOf)
  expect(boxes.length).toBeGreaterThan(8)
  const shrunk = ({ x, y, width: w, height }: Box) => ({ x: x + 0.5, y: y + 2, width: w - 1, height: height - 4 })
  boxes.forEach((one, i) => {
    for (const other of boxes.slice(i + 1)) expect(overlaps(shrunk(one), shrunk(other))).toBe(false)
    expect(one.x + one.width).toBeLessThanOrEqual(width)
  })
})

describe('where all customers are worth nothing', () => {
  const worthless = pinfold((json) => {
    for (const segment of json.segments ?? []) segment.margin = 0
  })
  test('segments are as wide as they have customers, and the gutter says so', () => {
    expect(said(seen(pinfold(), 1140).group('band-customers')?.marks ?? [])).toContain('width = worth')
    expect(said(seen(worthless, 1140).group('band-customers')?.marks ?? [])).toEqual(['Customers', '15,060', 'width =', 'customers'])
  })
  test('what is at stake is told in cases, not in nothing', () => {
    const { analysis } = seen(worthless, 1140)
    expect(analysis.stakeIsMoney).toBe(false)
    expect(Math.max(...analysis.cards.map(({ stake }) => stake))).toBeGreaterThan(0)
    expect(seen(pinfold(), 1140).analysis.stakeIsMoney).toBe(true)
  })
})

test('a segment never says that its customers are its money', () => {
  const many = pinfold((json) => {
    for (const segment of json.segments ?? []) segment.customers = (segment.customers ?? 0) * 100_000
  })
  const lines = said(seen(many, 1140).scene.marks).filter((line) => line.includes('€'))
  expect(lines.some((line) => !line.includes('×') && !line.includes('risk'))).toBe(true)
  for (const line of lines) if (line.includes('=')) expect(line).toContain('×')
})

test('on a list the flags count as many as the heading says', () => {
  const { scene } = seen(pinfold(), 390, { ...DISTANCE, isNarrow: true }, 900)
  const flags = scene.marks.filter((mark): mark is GroupMark => mark.kind === 'group' && mark.key.startsWith('flags-'))
  const flown = flags.reduce((sum, { marks }) => sum + Number.parseFloat(said(marks)[0] ?? ''), 0)
  expect(flown).toBe(11)
})
