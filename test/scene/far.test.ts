// The far picture: what holds at any size and any zoom. Work and places are counted, never time.
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import type { Analysis } from '../../src/analysis/types'
import type { Box } from '../../src/base/geometry'
import { placeOrg } from '../../src/layout/place'
import type { Layout, Placing, Turn } from '../../src/layout/types'
import type { Org } from '../../src/model/types'
import { buildScene } from '../../src/scene/build'
import { allMarks, boundsOf } from '../../src/scene/cut'
import { farnessOf, NEAR } from '../../src/scene/far/farness'
import { sightOf, steadied } from '../../src/scene/far/sight'
import { keepSums, sumOf, sumsOf } from '../../src/scene/far/sums'
import { fitChart } from '../../src/scene/furniture'
import { LIGHT } from '../../src/scene/theme'
import type { GroupMark, Scene, View } from '../../src/scene/types'
import { boxOnPage, zoomed } from '../../src/ui/chart/camera'
import { organisation } from '../bench/organisation.mjs'
import { CHART, CONVENTIONAL, DISTANCE, MIRROR, words } from '../gallery/scenes'
import { orgOfFile } from '../organisations'

const PLACINGS: readonly (readonly [string, Placing])[] = [
  ['conventional', CONVENTIONAL],
  ['mirror', MIRROR],
  ['by distance', DISTANCE],
]

interface Case {
  readonly org: Org
  readonly analysis: Analysis
  readonly layout: (placing: Placing) => Layout
}
const cases = new Map<string, Case>()
function caseOf(n: number, options: Parameters<typeof organisation>[1] = {}): Case {
  const key = JSON.stringify([n, options])
  const known = cases.get(key)
  if (known) return known
  const org = orgOfFile(organisation(n, options).text)
  const layouts = new Map<Placing, Layout>()
  const layout = (placing: Placing) => {
    const found = layouts.get(placing) ?? placeOrg(org, placing)
    layouts.set(placing, found)
    return found
  }
  const made = { org, analysis: analyse(org), layout }
  cases.set(key, made)
  return made
}
const said = ({ org, analysis }: Case) => ({ org, analysis, words, medium: 'screen' }) as const
const fitOf = (of: Case, chart: Layout | Turn) => fitChart(said(of), chart, CHART).view
const draw = (of: Case, chart: Layout | Turn, view: View = fitOf(of, chart)): Scene =>
  buildScene({ ...said(of), chart, theme: LIGHT, view })
const groups = ({ marks }: Scene, prefix: string) => marks.filter((m): m is GroupMark => m.kind === 'group' && m.key.startsWith(prefix))
const zoomTo = (fit: View, kx: number, share: number): View =>
  zoomed(fit, fit, kx / fit.kx, { x: CHART.width * share, y: CHART.height * 0.5 })

test('near, a chart is its boxes; far, its branches; in between it opens without a step', () => {
  expect(farnessOf({ kx: NEAR })).toBe(0)
  expect(farnessOf({ kx: 1e-4 })).toBe(1)
  let before = 1
  for (let kx = 0.05; kx < 0.3; kx *= 1.01) {
    const share = farnessOf({ kx })
    expect(share).toBeLessThanOrEqual(before)
    expect(before - share).toBeLessThan(0.03)
    before = share
  }
})

describe.each([1_000, 10_000])('%d roles', (n) => {
  test.each(PLACINGS)('%s: a frame has no more marks than the screen has room for', (_, placing) => {
    const one = caseOf(n)
    const layout = one.layout(placing)
    const fit = fitOf(one, layout)
    for (const kx of [fit.kx, fit.kx * 3, 0.002, 0.01, 0.03, 0.07, 0.1, 0.2, 0.3, 1])
      for (const share of [0.1, 0.5, 0.9]) {
        const scene = draw(one, layout, zoomTo(fit, Math.max(fit.kx, kx), share))
        expect([...allMarks(scene.marks)].length, `kx ${kx} at ${share}`).toBeLessThan(5_000)
      }
  })
  test.each([MIRROR, DISTANCE])('so has a moment of the turn', (placing) => {
    const one = caseOf(n)
    for (const t of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const turn = { from: one.layout(CONVENTIONAL), to: one.layout(placing), t }
      expect([...allMarks(draw(one, turn).marks)].length, `t ${t}`).toBeLessThan(5_000)
    }
  })
  test.each(PLACINGS)('%s: fitted, the picture fills the page both ways', (_, placing) => {
    const one = caseOf(n)
    const layout = one.layout(placing)
    const sight = sightOf(layout, one.org.structure, fitOf(one, layout))
    const boxes = layout.rows.flatMap(({ roles }) => [...roles].map((role) => sight?.boxOf(role) as Box))
    const span = (from: (box: Box) => number, to: (box: Box) => number) =>
      boxes.reduce((most, box) => Math.max(most, to(box)), -Infinity) - boxes.reduce((least, box) => Math.min(least, from(box)), Infinity)
    const field = layout.placing.orientation === 'flipped' ? (layout.rows[0]?.y ?? 0) * fitOf(one, layout).ky : 0
    expect(
      span(
        (b) => b.x,
        (b) => b.x + b.width,
      ),
    ).toBeGreaterThan(CHART.width * 0.6)
    expect(
      span(
        (b) => b.y,
        (b) => b.y + b.height,
      ) + field,
    ).toBeGreaterThan(CHART.height * 0.6)
  })
  test.each(PLACINGS)('%s: slabs of a row that are drawn one by one do not overlap', (_, placing) => {
    const one = caseOf(n)
    const layout = one.layout(placing)
    for (const kx of [fitOf(one, layout).kx, 0.01, 0.05]) {
      const view = zoomTo(fitOf(one, layout), kx, 0.4)
      const sight = sightOf(layout, one.org.structure, view)
      if (!sight) throw new Error('not far')
      for (const { roles } of layout.rows) {
        const wide = [...roles].map(sight.boxOf).filter(({ x, width }) => width >= 4 && x + width > 0 && x < CHART.width)
        // A grid has lines, and leaders a line of their own: only what is at one height can overlap.
        for (const [i, a] of wide.entries()) {
          const b = wide[i + 1]
          if (!b || Math.abs(a.y - b.y) > 0.5 || Math.abs(a.x - b.x) < 1e-6) continue
          expect(a.x + a.width, `kx ${kx}`).toBeLessThanOrEqual(b.x + 0.02)
        }
      }
    }
  })
})

test.each(PLACINGS)('%s: zooming in small steps, no box departs from smooth motion by more than 8 px', (_, placing) => {
  const one = caseOf(1_000)
  const layout = one.layout(placing)
  const { structure } = one.org
  const fit = fitOf(one, layout)
  const at = { x: 480, y: 420 }
  const seen = (view: View, role: number): Box =>
    sightOf(layout, structure, view)?.boxOf(role) ??
    boxOnPage(view, {
      x: layout.x[role] as number,
      y: layout.y[role] as number,
      width: layout.w[role] as number,
      height: layout.h[role] as number,
    })
  const roles = layout.rows.flatMap(({ roles: own }) => [...own]).filter((_role, i) => i % 7 === 0)
  let views: View[] = [fit]
  while ((views.at(-1) as View).kx < 0.6) {
    const last = views.at(-1) as View
    views.push(steadied(layout, structure, last, zoomed(last, fit, 1.01, at), at.y))
  }
  views = views.slice(0)
  for (const role of roles) {
    let [before, last] = [seen(views[0] as View, role), seen(views[1] as View, role)]
    for (let i = 2; i < views.length; i++) {
      const now = seen(views[i] as View, role)
      const isOnPage = [before, last, now].every(
        ({ x, y, width, height }) => x + width > 0 && x < CHART.width && y + height > 0 && y < CHART.height,
      )
      if (isOnPage)
        for (const edge of [(b: Box) => b.x, (b: Box) => b.x + b.width, (b: Box) => b.y, (b: Box) => b.y + b.height]) {
          const inSight = edge(last) > 0 && edge(last) < CHART.width
          if (inSight)
            expect(
              Math.abs(edge(now) - 2 * edge(last) + edge(before)),
              `role ${role} at kx ${views[i]?.kx}: ${[edge(before), edge(last), edge(now)]}`,
            ).toBeLessThan(8)
        }
      before = last
      last = now
    }
  }
})

test('what is counted of branches adds up to what is counted of all', () => {
  const one = caseOf(1_000, { tops: 3 })
  const { org, analysis } = one
  const sums = [...org.structure.tops].map((top) => sumOf(analysis, top, org))
  const all = (of: (sum: (typeof sums)[number]) => number) => sums.reduce((sum, branch) => sum + of(branch), 0)
  expect(all(({ people }) => people)).toBe(analysis.file.people)
  expect(all(({ outcome }) => outcome.all)).toBeCloseTo(analysis.totals.contacts as number, 6)
  expect(all(({ flags }) => flags.high + flags.medium + flags.low + flags.unknown)).toBe(
    analysis.cards.filter(({ issueType }) => issueType !== null).length,
  )
})

test('sums made ahead are those that are added up', () => {
  const { org, analysis } = caseOf(10_000)
  const ahead = sumsOf(org, analysis.roleColumns)
  expect(ahead.branches.length).toBeGreaterThan(0)
  const fresh = { ...analysis }
  const kept = { ...analysis }
  keepSums(kept, ahead)
  for (const branch of ahead.branches) expect(sumOf(kept, branch, org)).toEqual(sumOf(fresh, branch, org))
})

test('the picture says how many are flagged in each branch, and its people', () => {
  const one = caseOf(10_000)
  const scene = draw(one, one.layout(DISTANCE))
  expect(groups(scene, 'branch-').length).toBeGreaterThan(1)
  expect(groups(scene, 'flags-').length).toBeGreaterThan(1)
  expect(groups(scene, 'gauge-').length).toBeGreaterThan(1)
  expect(groups(scene, 'ribbon-').length).toBeGreaterThan(3)
  for (const group of groups(scene, 'name-')) {
    const bounds = boundsOf(group)
    expect(bounds.width).toBeGreaterThan(0)
  }
})

test('before the cases are counted a far chart has its shape, and no flag', () => {
  const one = caseOf(1_000)
  const scene = buildScene({
    ...said(one),
    analysis: { ...one.analysis, isUncounted: true },
    chart: one.layout(DISTANCE),
    theme: LIGHT,
    view: fitOf(one, one.layout(DISTANCE)),
  })
  expect(groups(scene, 'flags-')).toEqual([])
  expect(groups(scene, 'gauge-')).toEqual([])
  expect(groups(scene, 'branch-').length).toBeGreaterThan(0)
})

test.each(PLACINGS)('%s: who is pointed at is whose slab is there', (_, placing) => {
  const one = caseOf(1_000)
  const layout = one.layout(placing)
  const sight = sightOf(layout, one.org.structure, fitOf(one, layout))
  if (!sight) throw new Error('not far')
  let asked = 0
  for (const { roles } of layout.rows)
    for (const role of roles) {
      const { x, y, width, height } = sight.boxOf(role)
      if (width < 3) continue
      asked++
      expect(sight.roleAt({ x: x + width / 2, y: y + height / 2 })).toBe(role)
    }
  expect(asked).toBeGreaterThan(20)
  expect(sight.roleAt({ x: -50, y: -50 })).toBe(-1)
})
