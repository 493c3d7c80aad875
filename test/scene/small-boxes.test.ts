// Between cards and slabs: boxes too small for a card still say whose they are, and their lines reach them.
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import type { Box } from '../../src/base/geometry'
import { placeOrg } from '../../src/layout/place'
import type { Placing } from '../../src/layout/types'
import type { Org } from '../../src/model/types'
import { buildScene } from '../../src/scene/build'
import { allMarks } from '../../src/scene/cut'
import { sightOf } from '../../src/scene/far/sight'
import { fitChart } from '../../src/scene/furniture'
import { fitText } from '../../src/scene/text/fit'
import { roomFor } from '../../src/scene/text/measure'
import { fitName } from '../../src/scene/text/name'
import { LIGHT } from '../../src/scene/theme'
import type { ConnectorMark, TextMark } from '../../src/scene/types'
import { orgFrom, sample } from '../gallery/org'
import { CONVENTIONAL, DISTANCE, MIRROR, words } from '../gallery/scenes'

/** A table as it comes from a personnel system: 24 below four, eleven of them below two of those, some titles shared. */
const TITLES = ['Planner', 'Driver', 'Clerk', 'Engineer', 'Cashier', 'Advisor, senior', 'Nurse', 'Software engineer']
function table(): Org {
  const rows = ['Name,Job title,Department,Manager', 'Ada,Chief executive,HQ,']
  for (let i = 0; i < 4; i++) rows.push(`H${i},Head of department ${i + 1},Dept ${i},Ada`)
  for (let i = 0; i < 24; i++) rows.push(`L${i},${TITLES[(i + (i >> 2)) % TITLES.length]},Dept ${i % 4},H${i % 4}`)
  for (let i = 0; i < 11; i++) rows.push(`M${i},${TITLES[i >> 2]},Dept 0,L${i % 2}`)
  return orgFrom(rows.join('\n'), 'people.csv')
}

function seen(org: Org, placing: Placing, medium: 'screen' | 'slide' = 'screen', width = 1024) {
  const said = { org, analysis: analyse(org), words, medium }
  const chart = placeOrg(org, placing)
  const { view } = fitChart(said, chart, { width, height: 700 })
  return { chart, view, scene: buildScene({ ...said, chart, theme: LIGHT, view }) }
}

const CASES = [
  ['a table', table(), MIRROR],
  ['a table', table(), CONVENTIONAL],
  ['teams without managers', sample('teams-without-managers'), DISTANCE],
] as const

describe.each(CASES)('%s', (_, org, placing) => {
  test.each(['screen', 'slide'] as const)('every box that has room for a few letters has a name, within it, on a %s', (medium) => {
    const { chart, view, scene } = seen(org, placing, medium)
    const sight = sightOf(chart, org.structure, view)
    const least = medium === 'screen' ? 9 : sight ? 10.5 : 8
    const near = (role: number): Box => ({
      x: view.x + view.kx * (chart.x[role] as number),
      y: view.y + view.ky * (chart.y[role] as number),
      width: view.kx * (chart.w[role] as number),
      height: view.ky * (chart.h[role] as number),
    })
    let told = 0
    for (let role = 0; role < org.doc.roles.length; role++) {
      const box = chart.boxOf[role] === role ? (sight?.boxOf ?? near)(role) : null
      if (!box || box.width < 31 || box.height < 41) continue
      const lines = [...allMarks(scene.marks)].filter(
        (mark): mark is TextMark =>
          mark.kind === 'text' && mark.x >= box.x && mark.x < box.x + box.width && mark.y > box.y && mark.y < box.y + box.height,
      )
      told++
      expect(lines.length, `role ${role}, ${Math.round(box.width)} × ${Math.round(box.height)}`).toBeGreaterThan(0)
      for (const { text, size, x, bold = false } of lines) {
        expect(size).toBeGreaterThanOrEqual(least)
        expect(x + roomFor(text, { size, bold })).toBeLessThanOrEqual(box.x + box.width)
      }
    }
    expect(told).toBeGreaterThan(16)
  })
})

test('every reporting line ends at boxes, also at those that stand for several', () => {
  const org = table()
  const { chart, view, scene } = seen(org, MIRROR)
  const sight = sightOf(chart, org.structure, view)
  const edges = [...chart.boxOf].flatMap((head, role) => {
    const box = head === role ? sight?.boxOf(role) : null
    return box ? [box.y, box.y + box.height] : []
  })
  const lines = scene.marks.filter((mark): mark is ConnectorMark => mark.kind === 'connector')
  expect(Math.max(...chart.edges)).toBeGreaterThan(0)
  expect(lines.length).toBeGreaterThan(20)
  for (const { points } of lines)
    for (const y of [points[1], points.at(-1)] as number[]) expect(Math.min(...edges.map((edge) => Math.abs(edge - y)))).toBeLessThan(2)
})

test('a name is written smaller before a word of it is parted, and parted before it is cut', () => {
  const room = { size: 12, least: 9, linesAt: (size: number) => Math.floor(60 / size) }
  expect(fitName('Planner', 40, room)).toEqual({ lines: ['Planner'], size: 10.5, isCut: false })
  expect(fitName('Head of department 1', 37, room)).toMatchObject({ lines: ['Head of', 'depart-', 'ment 1'], isCut: false })
  expect(fitName('Internationally accredited environmental coordinator', 34, room).isCut).toBe(true)
})

test('of a parted word no line has fewer than three letters', () => {
  for (const word of ['Planner', 'Engineer', 'Cashier', 'executive'])
    for (let width = 26; width < 50; width++) {
      const { lines, isCut } = fitText(word, width, { size: 10, least: 10, lines: 4 })
      if (!isCut) expect(Math.min(...lines.map((line) => line.replace('-', '').length)), `${lines} in ${width}`).toBeGreaterThanOrEqual(3)
    }
})
