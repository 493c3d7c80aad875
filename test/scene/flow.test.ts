// Escalation flow and feedback reach on the picture: what they say, and that nothing lies on anything it should not.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { type Box, overlaps } from '../../src/base/geometry'
import { wordsFor } from '../../src/i18n/words'
import { placeOrg } from '../../src/layout/place'
import type { Layout, Placing } from '../../src/layout/types'
import { branchOf, partOf } from '../../src/model/part'
import { idOf, roleAt } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { buildScene, pictureOf, type SceneInput, saidOf } from '../../src/scene/build'
import { allMarks, boundsOf } from '../../src/scene/cut'
import { channelsOf } from '../../src/scene/flow/channels'
import type { Laid } from '../../src/scene/flow/strands'
import { SORTS, type Streams, streamsOf } from '../../src/scene/flow/streams'
import { fitChart } from '../../src/scene/furniture'
import { headlineOf } from '../../src/scene/headline'
import { LIGHT } from '../../src/scene/theme'
import type { GroupMark, Mark, Scene } from '../../src/scene/types'
import { randomOrg } from '../analysis/reference/random-org.mjs'
import { organisation } from '../bench/organisation.mjs'
import { orgFrom, pinfold, sample } from '../gallery/org'
import { CHART, CONVENTIONAL, DISTANCE, MIRROR } from '../gallery/scenes'
import { orgOfFile } from '../organisations'

const words = wordsFor('en')
const FLOW = 'escalation-flow'
const REACH = 'feedback-reach'
const PLACINGS = [DISTANCE, MIRROR, CONVENTIONAL]

function inputOf(org: Org, overlay: string, placing: Placing, page = CHART): SceneInput {
  const said = { org, analysis: analyse(org), words, medium: 'screen', overlays: [overlay] } as const
  const chart = placeOrg(org, placing)
  return { ...said, chart, theme: LIGHT, view: fitChart(saidOf(said), chart, page).view }
}
const draw = (org: Org, overlay: string, placing: Placing, page = CHART) => buildScene(inputOf(org, overlay, placing, page))
const groups = (scene: Scene) => scene.marks.filter((mark): mark is GroupMark => mark.kind === 'group')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const texts = (marks: readonly Mark[]) => [...allMarks(marks)].flatMap((mark) => (mark.kind === 'text' ? [plain(mark.text)] : []))
const cardOf = (scene: Scene, id: string) => texts(groups(scene).find(({ key }) => key === `role-${id}`)?.marks ?? [])
const loose = (scene: Scene) => texts(scene.marks.filter(({ kind }) => kind === 'text'))
/** As a file would have them where operations has said nothing of its authority, all others have. */
const halfKnown = (json: Parameters<NonNullable<Parameters<typeof pinfold>[0]>>[0]) => {
  delete json.coverage.authority
  for (const role of json.roles as { id: string; known?: string[] }[]) if (role.id !== 'ops') role.known = ['authority']
  json.grants = (json.grants ?? []).filter(({ role }) => role !== 'ops')
}

describe('the flow of Pinfold', () => {
  const org = pinfold()

  test.each(PLACINGS)('each role says what it settles, and they sum to the 550 that are settled', (placing) => {
    const scene = draw(org, FLOW, placing)
    const said = groups(scene).flatMap(({ key, marks }) => (key.startsWith('role-') ? texts(marks) : []))
    const settled = said.flatMap((text) => /^settles (\d+)/.exec(text)?.[1] ?? [])
    expect(settled.map(Number).reduce((sum, one) => sum + one, 0)).toBe(550)
    expect(cardOf(scene, 'cfo')).toContain('not on any path')
    expect(cardOf(scene, 'ops').some((text) => text.startsWith('settles none'))).toBe(true)
  })

  test.each(PLACINGS)('the words are beside the bar where cases stop, and the numbers beside the strands', (placing) => {
    const said = loose(draw(org, FLOW, placing))
    expect(said).toContain('50 stop here')
    for (const number of ['20', '27 never', '65', '125', '48 never']) expect(said).toContain(number)
  })

  test('hours waited are said where they pile up', () => {
    expect(cardOf(draw(org, FLOW, DISTANCE), 'lead')).toContain('settles 15 · 500 h waited')
  })

  test('the headline says how many sink and how many stop, in either chart', () => {
    for (const orientation of ['conventional', 'flipped'] as const)
      expect(headlineOf(saidOf({ org, analysis: analyse(org), words, medium: 'screen', overlays: [FLOW] }), orientation)).toEqual({
        first: 'Of 600 cases, 264 sink. 50 never reach anyone who may settle them.',
        second: 'Width is cases a month. A bar is where they are settled; a red bar is where they stop for good.',
      })
  })

  test('the legend counts how deep they sink', () => {
    const legend = groups(draw(org, FLOW, CONVENTIONAL)).find(({ key }) => key === 'legend')
    expect(legend?.title).toBe('How deep the 600 cases sink; on the spot: 336; 1 hand: 86; 2 hands: 118; 3 hands: 10; never: 50')
  })

  test('width is contacts, on one scale', () => {
    const streams = streamsOf(pictureOf(inputOf(org, FLOW, DISTANCE)))
    const widthOf = (from: string, to: string, sort: (typeof SORTS)[number]) =>
      streams?.laid.find(
        ({ strand }) => strand.to >= 0 && idOf(org, strand.from) === from && idOf(org, strand.to) === to && SORTS[strand.sort] === sort,
      )?.width ?? 0
    expect(widthOf('agent', 'lead', 'settled') / widthOf('cash-n', 'mgr-n', 'settled')).toBeCloseTo(125 / 20, 6)
    expect(widthOf('sales', 'ceo', 'never') / widthOf('cash-n', 'mgr-n', 'never')).toBeCloseTo(48 / 27, 6)
  })

  test('no reporting line runs where it flows; findings have theirs', () => {
    expect(draw(org, FLOW, DISTANCE).marks.some(({ kind }) => kind === 'connector')).toBe(false)
    expect(draw(org, 'findings', DISTANCE).marks.some(({ kind }) => kind === 'connector')).toBe(true)
  })

  test('a list has no strands: its cards say what is settled and what stops', () => {
    const scene = draw(org, FLOW, { ...DISTANCE, isNarrow: true }, { width: 390, height: 1000 })
    expect(groups(scene).some(({ key }) => key.startsWith('flow-'))).toBe(false)
    expect(cardOf(scene, 'ceo')).toContain('settles 14 · 50 stop')
    expect(cardOf(scene, 'agent')).toContain('settles 295')
  })
})

test('what is not known is striped and has a question mark, and no number of it is sure', () => {
  const scene = draw(pinfold(halfKnown), FLOW, DISTANCE)
  const open = groups(scene).filter(({ key }) => key.startsWith('flow-open-'))
  expect(open.length).toBeGreaterThan(2)
  for (const { marks } of open) expect(marks.filter(({ kind }) => kind === 'path').length).toBe(2)
  expect(loose(scene)).toEqual(expect.arrayContaining(['12 ?', '2 may stop here', '48 stop here']))
  expect(cardOf(scene, 'ops').some((text) => text.startsWith('settles 0–12'))).toBe(true)
})

test('a file that counts no cases speaks of kinds of case', () => {
  const org = pinfold((json) => {
    delete json.demand
  })
  expect(headlineOf(saidOf({ org, analysis: analyse(org), words, medium: 'screen', overlays: [FLOW] }), 'flipped').first).toMatch(
    /^Of 24 kinds of case, \d+ sink\./,
  )
})

describe('who is heard at Pinfold', () => {
  const org = pinfold()

  test('the headline is the number of F07, and the others are heard late', () => {
    const said = headlineOf(saidOf({ org, analysis: analyse(org), words, medium: 'screen', overlays: [REACH] }), 'flipped')
    expect(said.first).toBe('220 of 600 cases are told to nobody who could change the rule.')
    expect(said.second).toBe('380 are heard, after 23.4 days on average.')
  })

  test.each(PLACINGS)('struck ears say how much is told to nobody, lines their days', (placing) => {
    const scene = draw(org, REACH, placing)
    expect(loose(scene)).toEqual(
      expect.arrayContaining([
        '67 told to nobody',
        '95 told to nobody',
        '52 heard no further',
        '6 heard no further',
        '370 cases, 3.5 days',
      ]),
    )
    expect(cardOf(scene, 'sales').some((text) => /^hears none of its 170( cases)?$/.test(text))).toBe(true)
    expect(cardOf(scene, 'ops').some((text) => /^hears 370 of 416( cases)?( after|$)/.test(text))).toBe(true)
    const ops = groups(scene).find(({ key }) => key === 'role-ops')?.title
    expect(plain(ops ?? '')).toContain('hears 370 of 416 cases after 23.5 days')
    expect(cardOf(scene, 'lead')).toContain('passes on 370 cases')
  })

  test('those who meet customers say how much of it is heard', () => {
    const scene = draw(org, REACH, DISTANCE)
    for (const [id, said] of [
      ['cash-n', '0 % heard'],
      ['agent', '88 % heard'],
    ] as const)
      expect(cardOf(scene, id)).toContain(said)
  })

  test('where the file does not say that no channel is missing the ears have question marks (V4)', () => {
    const open = pinfold((json) => {
      delete json.coverage.feedback
    })
    const scene = draw(open, REACH, DISTANCE)
    expect(loose(scene)).toContain('67: not known who is told')
    expect(loose(scene)).not.toContain('67 told to nobody')
    expect(cardOf(scene, 'cash-n')).toContain('? heard')
  })
})

// ---- laws ------------------------------------------------------------------------------------------------------------------------

/** The straight pieces of a strand, as wide as it is drawn. */
function boxesOf({ points, width }: Laid): Box[] {
  const boxes: Box[] = []
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0, y0, x1, y1] = points.slice(i, i + 4) as [number, number, number, number]
    const [dx, dy] = y0 === y1 ? [0, width / 2] : [width / 2, 0]
    boxes.push({
      x: Math.min(x0, x1) - dx,
      y: Math.min(y0, y1) - dy,
      width: Math.abs(x1 - x0) + 2 * dx,
      height: Math.abs(y1 - y0) + 2 * dy,
    })
  }
  return boxes
}
function boxOf({ x, y, w, h }: Layout, role: number): Box {
  return { x: (x[role] as number) + 1, y: (y[role] as number) + 1, width: (w[role] as number) - 2, height: (h[role] as number) - 2 }
}

const seeds = fc.integer({ min: 1, max: 100_000 })

test('no strand runs over a box, in any organisation, on any chart', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(...PLACINGS), fc.constantFrom(FLOW, REACH), (seed, placing, overlay) => {
      const org = orgOfFile(randomOrg(seed))
      const input = inputOf(org, overlay, placing)
      const layout = input.chart as Layout
      const picture = pictureOf(input)
      const laid =
        overlay === FLOW
          ? (streamsOf(picture)?.laid ?? [])
          : [...(channelsOf(picture)?.lines ?? []), ...(channelsOf(picture)?.ends ?? [])].map((one) => one.laid)
      for (const one of laid)
        for (const piece of boxesOf(one))
          layout.boxOf.forEach((box, role) => {
            if (box !== role || role === one.strand.from || role === one.strand.to) return
            expect(overlaps(piece, boxOf(layout, role)), `${idOf(org, one.strand.from)} over ${idOf(org, role)}`).toBe(false)
          })
    }),
    { numRuns: 150 },
  )
})

test('every strand begins and ends at its boxes, and bends at right angles', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(...PLACINGS), (seed, placing) => {
      const org = orgOfFile(randomOrg(seed))
      const input = inputOf(org, FLOW, placing)
      const layout = input.chart as Layout
      for (const { points, strand, width } of streamsOf(pictureOf(input))?.laid ?? []) {
        expect(width).toBeGreaterThan(0)
        for (let i = 0; i + 3 < points.length; i += 2) expect(points[i] === points[i + 2] || points[i + 1] === points[i + 3]).toBe(true)
        const ends: (readonly [number, number, number])[] = [[strand.from, points[0] as number, points[1] as number]]
        if (strand.to >= 0) ends.push([strand.to, points.at(-2) as number, points.at(-1) as number])
        for (const [role, x, y] of ends) {
          const { x: left, y: top, width: wide, height } = boxOf(layout, role)
          const edge = (layout.edges[role] as number) + 2
          expect(x > left - 2 && x < left + wide + edge && y > top - 2 && y < top + height + edge).toBe(true)
        }
      }
    }),
    { numRuns: 80 },
  )
})

test('numbers and words of both stand on no box and on no other word', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(...PLACINGS), fc.constantFrom(FLOW, REACH), (seed, placing, overlay) => {
      const org = orgOfFile(randomOrg(seed))
      const input = inputOf(org, overlay, placing)
      const scene = buildScene(input)
      const layout = input.chart as Layout
      const { kx, ky, x, y } = input.view
      const said = scene.marks.filter(({ kind }) => kind === 'text').map(boundsOf)
      said.forEach((box, i) => {
        expect(said.slice(i + 1).some((other) => overlaps(shrunk(other), shrunk(box)))).toBe(false)
      })
      if (pictureOf(input).far) return
      layout.boxOf.forEach((box, role) => {
        if (box !== role) return
        const own = boxOf(layout, role)
        const drawn = { x: x + kx * own.x, y: y + ky * own.y, width: kx * own.width, height: ky * own.height }
        expect(
          said.some((one) => overlaps(shrunk(one), drawn)),
          idOf(org, role),
        ).toBe(false)
      })
    }),
    { numRuns: 100 },
  )
})
const shrunk = ({ x, y, width, height }: Box): Box => ({ x: x + 1, y: y + 2, width: width - 2, height: height - 4 })

test('what a sample draws in its strands is what it says in its headline', () => {
  for (const org of [pinfold(), sample('approval-ladder'), sample('teams-without-managers')]) {
    const streams = streamsOf(pictureOf(inputOf(org, FLOW, MIRROR)))
    const left = new Map<number, number>()
    for (let place = 0; place < (streams?.between.count ?? 0); place++) {
      const { from, to, amounts } = (streams as Streams).between.hop(place)
      const all = amounts.settled + amounts.never + amounts.open
      left.set(from, (left.get(from) ?? 0) - all)
      left.set(to, (left.get(to) ?? 0) + all)
    }
    const stopping = [...(streams?.stopping.keys() ?? [])].reduce((sum, box) => sum + (streams?.between.endsOf(box).stopping ?? 0), 0)
    expect(stopping).toBeCloseTo(analyse(org).totals.unresolved as number, 6)
  }
})

describe('10,000 roles', () => {
  const org = orgFrom(organisation(10_000).text, 'large')

  test.each([FLOW, REACH])('%s costs the page, from far and near', (overlay) => {
    const input = inputOf(org, overlay, DISTANCE)
    for (const zoom of [1, 4, 20, 60]) {
      const view = { ...input.view, kx: input.view.kx * zoom, x: -0.4 * (input.chart as Layout).bounds.width * input.view.kx * zoom }
      expect([...allMarks(buildScene({ ...input, view }).marks)].length, `× ${zoom}`).toBeLessThanOrEqual(5000)
    }
  })

  test('from far away each branch has a well, red where cases are never settled', () => {
    const wells = groups(draw(org, FLOW, DISTANCE)).filter(({ key }) => key.startsWith('well-'))
    expect(wells.length).toBeGreaterThan(3)
    expect(wells.some(({ title }) => /never/.test(title ?? ''))).toBe(true)
  })
})

test('nothing of it is drawn while boxes are on their way, and no line beside it when they have come', () => {
  const org = pinfold()
  const [from, to] = [CONVENTIONAL, DISTANCE].map((placing) => placeOrg(org, placing)) as [Layout, Layout]
  for (const overlay of [FLOW, REACH]) {
    const input = inputOf(org, overlay, DISTANCE)
    const at = (t: number) => buildScene({ ...input, chart: { from, to, t } })
    const runs = (scene: Scene) => groups(scene).filter(({ key }) => /^(flow|channel|unheard)-/.test(key)).length
    for (const t of [0.1, 0.5, 0.85]) {
      expect(runs(at(t))).toBe(0)
      expect(loose(at(t)).filter((text) => /never|told|stop|days/.test(text))).toEqual([])
    }
    expect(runs(at(0.99))).toBeGreaterThan(5)
    expect(at(0.99).marks.some(({ kind }) => kind === 'connector')).toBe(false)
    expect(at(0.5).marks.some(({ kind }) => kind === 'connector')).toBe(true)
  }
})

test('a chart of a part says what goes on to those who are not on it, and loses nothing', () => {
  const org = pinfold()
  const part = partOf(org, branchOf(org.structure, roleAt(org, 'sales') as number))
  const chart = placeOrg(part, CONVENTIONAL)
  const said = { org, analysis: analyse(org), words, medium: 'screen', overlays: [FLOW] } as const
  const input = { ...said, chart, theme: LIGHT, view: fitChart(saidOf(said), chart, CHART).view }
  expect(loose(buildScene(input))).toEqual(expect.arrayContaining(['4 handed on', '48 handed on, never settled']))
  const streams = streamsOf(pictureOf(input)) as Streams
  const top = part.structure.tops[0] as number
  const sum = ({ settled, never, open }: { settled: number; never: number; open: number }) => settled + never + open
  const coming = streams.between
    .at(top)
    .map(streams.between.hop)
    .reduce((all, one) => all + (one.to === top ? sum(one.amounts) : 0), 0)
  expect(coming).toBeCloseTo(streams.between.endsOf(top).settled + sum(streams.between.beyond(top)), 6)
})
