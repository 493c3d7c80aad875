// What a frame costs is the page, not the organisation: marks and looks at the layout are counted, never time.
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { placeOrg } from '../../src/layout/place'
import type { Layout, Placing, Turn } from '../../src/layout/types'
import { buildScene } from '../../src/scene/build'
import { allMarks } from '../../src/scene/cut'
import { NEAR } from '../../src/scene/far/farness'
import { fitChart, type Page, viewBetween } from '../../src/scene/furniture'
import { LIGHT } from '../../src/scene/theme'
import type { GroupMark, RectangleMark, Scene, View } from '../../src/scene/types'
import { centredOn, zoomed } from '../../src/ui/chart/camera'
import { organisation } from '../bench/organisation.mjs'
import { CONVENTIONAL, DISTANCE, MIRROR, words } from '../gallery/scenes'
import { orgOfFile } from '../organisations'

const SCREEN: Page = { width: 2560, height: 1440 }
const LAPTOP: Page = { width: 1140, height: 800 }
const PLACINGS = [CONVENTIONAL, MIRROR, DISTANCE]

function stageOf(n: number) {
  const org = orgOfFile(organisation(n, { hasStacks: true }).text)
  const said = { org, analysis: analyse(org), words, medium: 'screen' } as const
  const layouts = PLACINGS.map((placing) => placeOrg(org, placing))
  return {
    layout: (placing: Placing) => layouts[PLACINGS.indexOf(placing)] as Layout,
    fitOf: (chart: Layout | Turn, page: Page) => fitChart(said, chart, page).view,
    draw: (chart: Layout | Turn, view: View): Scene => buildScene({ ...said, chart, theme: LIGHT, view }),
  }
}
const countOf = (scene: Scene) => [...allMarks(scene.marks)].length

/** A part of the chart, `share` of the way across and down, in the middle of the page. */
function part({ bounds }: Layout, fit: View, kx: number, share: number): View {
  const near = zoomed(fit, fit, kx / fit.kx, { x: 0, y: 0 })
  return centredOn(near, { x: bounds.x + bounds.width * share, y: bounds.y + bounds.height * share })
}

describe.each([100, 10_000, 100_000])('%d roles', (n) => {
  const { layout, fitOf, draw } = stageOf(n)

  test('are never more than 5,000 marks at rest, wherever one looks', () => {
    for (const placing of PLACINGS)
      for (const page of [LAPTOP, SCREEN])
        for (const kx of [0.1, NEAR, 0.4, 0.7, 1.5])
          for (const share of [0, 0.35, 0.7, 1]) {
            const chart = layout(placing)
            const scene = draw(chart, part(chart, fitOf(chart, page), kx, share))
            expect(countOf(scene), `${placing.orientation} ${placing.order} ${page.width} at ${kx}, ${share}`).toBeLessThanOrEqual(5000)
          }
  })

  test('are never more than 5,000 marks at any moment of a turn, seen whole and from near', () => {
    for (const [a, b] of [
      [CONVENTIONAL, DISTANCE],
      [CONVENTIONAL, MIRROR],
      [MIRROR, DISTANCE],
    ] as const) {
      const [from, to] = [layout(a), layout(b)]
      const fits = [fitOf(from, SCREEN), fitOf(to, SCREEN)] as const
      for (const t of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
        const turn = { from, to, t }
        for (const view of [
          viewBetween(fits[0], fits[1], turn),
          viewBetween(part(from, fits[0], 0.5, 0.5), fits[1], turn),
          viewBetween(part(from, fits[0], NEAR, 0.5), part(to, fits[1], NEAR, 0.5), turn),
        ])
          expect(countOf(draw(turn, view)), `${b.order} at ${t}, ${view.kx}`).toBeLessThanOrEqual(5000)
      }
    }
  })
})

/** The layout, and how often a box was looked for in it. */
function watched(layout: Layout): { layout: Layout; looks: () => number } {
  let looks = 0
  const counting = <T extends object>(column: T): T =>
    new Proxy(column, {
      get(of, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks++
        const value = Reflect.get(of, key, of)
        return typeof value === 'function' ? value.bind(of) : value
      },
    })
  const { x, y, ribbons, rows } = layout
  return {
    layout: {
      ...layout,
      x: counting(x),
      y: counting(y),
      ribbons: { ...ribbons, x0: counting(ribbons.x0) },
      rows: rows.map((row) => ({ ...row, roles: counting(row.roles) })),
    },
    looks: () => looks,
  }
}

test('ten times as many roles are hardly more to look at in a frame from near, at rest and in a turn', () => {
  const looksOf = (n: number) => {
    const { layout, fitOf, draw } = stageOf(n)
    return PLACINGS.flatMap((placing) => {
      const from = watched(layout(CONVENTIONAL))
      const to = watched(layout(placing))
      const view = part(to.layout, fitOf(to.layout, LAPTOP), 0.4, 0.5)
      return [to.layout, { from: from.layout, to: to.layout, t: 0.45 }].map((chart) => {
        draw(chart, view) // what is made once a layout is made now
        const before = from.looks() + to.looks()
        draw(chart, view)
        return from.looks() + to.looks() - before
      })
    })
  }
  const [few, many] = [looksOf(3000), looksOf(30_000)]
  for (const [i, looks] of many.entries()) {
    expect(looks).toBeGreaterThan(10)
    expect(looks, `${few} → ${many}`).toBeLessThan(2 * (few[i] as number) + 1500)
  }
})

test('where boxes become cards nothing jumps: each card was drawn where it is drawn', () => {
  const { layout, fitOf, draw } = stageOf(1000)
  for (const placing of PLACINGS) {
    const chart = layout(placing)
    const at = (kx: number) => draw(chart, part(chart, fitOf(chart, LAPTOP), kx, 0.5))
    const rectangles = ({ marks }: Pick<Scene, 'marks'>) =>
      [...allMarks(marks)].filter((mark): mark is RectangleMark => mark.kind === 'rectangle')
    for (const kx of [NEAR, 0.6]) {
      const before = rectangles(at(kx - 1e-4))
      const cards = at(kx + 1e-4).marks.filter((mark): mark is GroupMark => mark.kind === 'group' && mark.key.startsWith('role-'))
      expect(cards.length).toBeGreaterThan(3)
      for (const card of cards) {
        // Behind it are the edges of its stack, on it the number in it.
        const { x, y, width, height } = rectangles(card).reduce((a, b) => (b.width * b.height >= a.width * a.height ? b : a))
        const isThere = before.some(
          (one) =>
            Math.max(
              Math.abs(one.x - x),
              Math.abs(one.y - y),
              Math.abs(one.x + one.width - x - width),
              Math.abs(one.y + one.height - y - height),
            ) < 8,
        )
        expect(isThere, `${card.key} at ${kx}`).toBe(true)
      }
    }
  }
})
