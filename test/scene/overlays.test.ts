// What holds of everything that can be laid over the chart: nothing unknown looks known, nobody's pay can be read, and nothing is told by colour alone.
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { HALF_SLIDE, wholeView } from '../../src/export/page'
import { en } from '../../src/i18n/en'
import { placeOrg } from '../../src/layout/place'
import type { Placing } from '../../src/layout/types'
import { idsOf, roleAt } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { svgText } from '../../src/render/svg'
import { beside } from '../../src/scene/beside'
import { buildScene, type SceneInput, saidOf } from '../../src/scene/build'
import { allMarks } from '../../src/scene/cut'
import { fitChart } from '../../src/scene/furniture'
import { headlineOf } from '../../src/scene/headline'
import type { Hidden } from '../../src/scene/labels'
import { contrast } from '../../src/scene/looks'
import { OVERLAYS, overlaysFor } from '../../src/scene/overlays'
import { KEPT, NOT_ASKED, NOT_KNOWN, type Overlay, type Readings } from '../../src/scene/overlays/overlay'
import { penFor } from '../../src/scene/pen'
import { roundEdges } from '../../src/scene/readings/bands'
import { entriesOf } from '../../src/scene/readings/entries'
import { bandLook, colourOf } from '../../src/scene/readings/look'
import { drawSign } from '../../src/scene/readings/sign'
import { wornOn } from '../../src/scene/readings/worn'
import { DARK, INK, LIGHT, type Theme } from '../../src/scene/theme'
import type { GroupMark, Scene } from '../../src/scene/types'
import { organisation } from '../bench/organisation.mjs'
import { errorsOf, lint } from '../export/slide-safe-lint'
import { pinfold } from '../gallery/org'
import { CHART, CONVENTIONAL, DISTANCE, MIRROR, words } from '../gallery/scenes'
import { anyParents, built } from '../layout/orgs'
import { orgOfFile } from '../organisations'
import { apart, lightness, SIGHTS } from './colour-sight'

vi.setConfig({ testTimeout: 60_000 })

const THEMES: readonly Theme[] = [LIGHT, DARK, INK]
const ALL = overlaysFor(OVERLAYS)
const TELLING = ALL.filter((overlay): overlay is Overlay & Required<Pick<Overlay, 'tells'>> => overlay.tells !== undefined)

const readingsOf = (id: string, org: Org, hidden: Hidden = {}): Readings => {
  const [overlay] = overlaysFor([id])
  if (!overlay?.tells) throw new Error(`${id} tells nothing`)
  return overlay.tells({ org, analysis: analyse(org), words, hidden })
}
function draw(org: Org, id: string, placing: Placing, more: Partial<SceneInput> = {}): Scene {
  const input = { org, analysis: analyse(org), words, medium: 'slide', overlays: [id], ...more } as const
  const chart = placeOrg(org, placing)
  return buildScene({ chart, theme: LIGHT, view: wholeView(saidOf(input), chart, '16:9'), ...input })
}
const textsOf = (scene: Scene): string =>
  [scene.description, ...[...allMarks(scene.marks)].flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])), ...titles(scene)].join(
    '\n',
  )
const titles = ({ marks }: Scene) => marks.flatMap((mark) => (mark.kind === 'group' ? [mark.title ?? ''] : []))
const group = (scene: Scene, key: string) => scene.marks.find((mark): mark is GroupMark => mark.kind === 'group' && mark.key === key)
const roleIds = (org: Org) => Array.from({ length: org.doc.roles.length }, (_, role) => role)

/** A role about which anything may be said, or left out. */
const anyRole = fc.record(
  {
    headcount: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 8 }),
    pay: fc.option(fc.integer({ min: 9_001, max: 399_999 }), { freq: 8 }),
    payBand: fc.record({ min: fc.integer({ min: 9_001, max: 60_001 }), max: fc.integer({ min: 60_011, max: 399_999 }) }),
    tenureYears: fc.option(fc.double({ min: 0, max: 30, noNaN: true }), { freq: 8 }),
    workload: fc.double({ min: 0.2, max: 2, noNaN: true }),
    engagement: fc.integer({ min: 0, max: 100 }),
    customerTime: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 8 }),
    priorities: fc.option(fc.subarray(['a', 'b', 'c', 'd'])),
    measures: fc.array(fc.record({ kind: fc.constantFrom('result', 'effect') }, { requiredKeys: [] }), { maxLength: 3 }),
    title: fc.constantFrom('Cashier', 'Agent'),
  },
  { requiredKeys: [] },
)
type AnyRole = Readonly<Record<string, unknown>> & { readonly headcount?: number | null; readonly pay?: number | null }
const anyRoles = anyParents(25).chain((parents) =>
  fc
    .tuple(fc.array(anyRole, { minLength: parents.length, maxLength: parents.length }), fc.boolean())
    .map(([roles, isMet]) => ({ parents, roles: roles as AnyRole[], isMet })),
)
const fileOf = ({ parents, roles, isMet }: { parents: number[]; roles: readonly AnyRole[]; isMet: boolean }) =>
  built({
    roles: roles.map((role, i) => ({ id: `r${i}`, reportsTo: (parents[i] as number) < 0 ? null : `r${parents[i]}`, ...role })),
    issueTypes: [{ id: 'issue' }],
    ...(isMet
      ? {
          touchpoints: [{ id: 't', staffedBy: [`r${roles.length - 1}`] }],
          demand: [{ id: 'd', touchpoint: 't', issueType: 'issue', perPeriod: 80 }],
        }
      : {}),
    strategy: { priorities: ['a', 'b', 'c'] },
  })

describe('of any organisation', () => {
  test('every role is in a band of the legend, or kept back, or not known, or not asked', () => {
    fc.assert(
      fc.property(anyRoles, (sketch) => {
        const org = fileOf(sketch)
        for (const { id } of TELLING) {
          const { bands, bandOf, saidOf } = readingsOf(id, org)
          expect(bands.length, id).toBeGreaterThan(0)
          expect(bands.length, id).toBeLessThanOrEqual(5)
          expect(new Set(bands).size, `${id}: ${bands}`).toBe(bands.length)
          for (const role of roleIds(org)) {
            const band = bandOf(role)
            expect(Number.isInteger(band) && band >= NOT_KNOWN && band < bands.length, `${id} of ${role}: ${band}`).toBe(true)
            if (band >= 0) expect(saidOf(role), `${id} of ${role}`).not.toBe('')
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('what small groups are paid changes nothing in any picture', () => {
    fc.assert(
      fc.property(anyRoles, fc.integer({ min: 10_007, max: 900_001 }), (sketch, other) => {
        const isSmall = ({ headcount }: AnyRole) => typeof headcount !== 'number' || headcount < 3
        const roles = sketch.roles.map((role) => (isSmall(role) ? { ...role, pay: other } : role))
        const [one, two] = [
          fileOf({ ...sketch, roles: sketch.roles.map((role) => (isSmall(role) ? { ...role, pay: 54_321 } : role)) }),
          fileOf({ ...sketch, roles }),
        ]
        for (const placing of [CONVENTIONAL, DISTANCE])
          expect(svgText(draw(one, 'pay', placing)) === svgText(draw(two, 'pay', placing))).toBe(true)
        for (const role of roleIds(two)) if (isSmall(roles[role] as AnyRole)) expect(readingsOf('pay', two).bandOf(role)).toBe(KEPT)
      }),
      { numRuns: 25 },
    )
  })

  test('what anybody is paid is written nowhere', () => {
    fc.assert(
      fc.property(anyRoles, (sketch) => {
        const org = fileOf({
          ...sketch,
          roles: sketch.roles.map((role) => ({ ...role, ...(typeof role.pay === 'number' ? { pay: role.pay * 1000 + 7 } : {}) })),
        })
        const texts = CHARTS.map((placing) => textsOf(draw(org, 'pay', placing)).replaceAll(/[,\s]/g, '')).join()
        for (const { pay } of sketch.roles) if (typeof pay === 'number') expect(texts).not.toContain(String(pay * 1000 + 7))
      }),
      { numRuns: 20 },
    )
  })

  test('pay that is hidden is kept back of everybody, and its legend has nobody in a band', () => {
    fc.assert(
      fc.property(anyRoles, (sketch) => {
        const org = fileOf(sketch)
        const readings = readingsOf('pay', org, { pay: true })
        expect(roleIds(org).every((role) => readings.bandOf(role) === KEPT)).toBe(true)
        expect(entriesOf(readings, placeOrg(org, DISTANCE), org).every(({ band, people }) => band === KEPT || people === 0)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('what is not in the file wears no band', () => {
    const keys = {
      pay: ['pay', 'payBand'],
      tenure: ['tenureYears'],
      workload: ['workload'],
      engagement: ['engagement'],
      priorities: ['priorities'],
      measures: ['measures'],
      'customer-time': ['customerTime'],
    }
    fc.assert(
      fc.property(anyRoles, fc.nat(), (sketch, at) => {
        const left = at % sketch.roles.length
        const roles = sketch.roles.map((role, i) =>
          i === left ? Object.fromEntries(Object.entries(role).filter(([key]) => !Object.values(keys).flat().includes(key))) : role,
        )
        const org = fileOf({ ...sketch, roles })
        for (const id of Object.keys(keys)) expect(readingsOf(id, org).bandOf(left), id).toBeLessThan(0)
        for (const id of ['tenure', 'workload', 'priorities', 'measures']) expect(readingsOf(id, org).bandOf(left), id).toBe(NOT_KNOWN)
      }),
      { numRuns: 40 },
    )
  })

  test('the legend counts everybody once', () => {
    fc.assert(
      fc.property(anyRoles, (sketch) => {
        const org = fileOf(sketch)
        const all = sketch.roles.reduce((sum, { headcount }) => sum + (typeof headcount === 'number' ? headcount : 1), 0)
        for (const { id } of TELLING) {
          const readings = readingsOf(id, org)
          const asked = entriesOf(readings, placeOrg(org, DISTANCE), org).reduce((sum, { people }) => sum + people, 0)
          const rest = roleIds(org).reduce(
            (sum, role) => sum + (readings.bandOf(role) === NOT_ASKED ? (sketch.roles[role]?.headcount ?? 1) : 0),
            0,
          )
          expect(asked + rest, id).toBe(all)
        }
      }),
      { numRuns: 30 },
    )
  })
})
const CHARTS = [CONVENTIONAL, MIRROR, DISTANCE] as const

describe('round edges', () => {
  test('lie between the numbers, apart from each other, and are no number that was given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 12_001, max: 399_999 }), { minLength: 1, maxLength: 40 }), (values) => {
        const edges = roundEdges(
          values.map((value) => value + 0.5),
          5,
        )
        expect(edges.length).toBeLessThanOrEqual(4)
        edges.forEach((edge, i) => {
          expect(edge).toBeGreaterThan(Math.min(...values))
          expect(edge % 500).toBe(0)
          if (i > 0) expect(edge / (edges[i - 1] as number)).toBeGreaterThan(1.16)
        })
      }),
    )
  })
})

describe('Pinfold', () => {
  const band = (id: string, role: string, org = pinfold()) => {
    const readings = readingsOf(id, org)
    const found = readings.bandOf(roleAt(org, role) as number)
    return readings.bands[found] ?? found
  }

  test('cases carried: what customers bring, and what is handed on', () => {
    const org = pinfold()
    const { saidOf } = readingsOf('contacts', org)
    const said = Object.fromEntries(idsOf(org).map((id, role) => [id, saidOf(role)]))
    expect(said).toMatchObject({
      agent: '422 cases',
      'cash-n': '67 cases',
      'cash-s': '95 cases',
      acct: '16 cases',
      cfo: '0 cases',
      lead: '127 cases',
    })
    const sum = idsOf(org).reduce((all, _, role) => all + Number.parseFloat(saidOf(role)), 0)
    const { totals } = analyse(org)
    expect(sum).toBeGreaterThanOrEqual((totals.contacts as number) + (totals.handOffs as number))
  })
  test('cases carried: its headline says what the boxes add up to, what is never settled too', () => {
    const org = pinfold()
    const carried = readingsOf('contacts', org)
    const sum = idsOf(org).reduce((all, _, role) => all + Number.parseFloat(carried.saidOf(role)), 0)
    const said = headlineOf(saidOf({ org, analysis: analyse(org), words, medium: 'screen', overlays: ['contacts'] }), 'flipped')
    expect(said.first).toBe('Customers bring 600 cases a month; other roles are handed cases 496 times.')
    expect(sum).toBeCloseTo(600 + 496, 6)
    expect(said.second).toBe('A case counts at every role that it comes to, settled in the end or not.')
  })
  test('pay is told of three groups, in bands', () => {
    expect(['cash-n', 'cash-s', 'agent', 'acct', 'ceo'].map((role) => band('pay', role))).toEqual([
      'under €25\u00a0k',
      'under €25\u00a0k',
      '€25\u00a0k and more',
      KEPT,
      KEPT,
    ])
  })
  test('measures, priorities, workload, span and time with customers', () => {
    expect(['cash-n', 'agent', 'acct'].map((role) => band('measures', role))).toEqual([
      'results only',
      'results and effects',
      'effects only',
    ])
    expect(['ceo', 'disp', 'cash-s'].map((role) => band('priorities', role))).toEqual(['all three', 'none of them', NOT_KNOWN])
    expect(['agent', 'acct', 'cash-s', 'lead'].map((role) => band('workload', role))).toEqual([
      'over full',
      'under full',
      'full',
      'over full',
    ])
    expect(['mgr-n', 'lead', 'ceo', 'agent'].map((role) => band('span', role))).toEqual([
      '6–7: coach',
      '8–10: supervisor',
      'up to 5: player/coach',
      NOT_ASKED,
    ])
    expect(['ceo', 'ops', 'mgr-n', 'cash-n'].map((role) => band('customer-time', role))).toEqual([
      'under 5\u00a0%',
      'none',
      '20–50\u00a0%',
      NOT_ASKED,
    ])
    expect(['agent', 'lead', 'cfo'].map((role) => band('distance', role))).toEqual(['front line', 'one step away', 'three steps away'])
  })
  test('says of overlays that it knows nothing of them', () => {
    const org = pinfold()
    expect(ALL.filter(({ lacks }) => lacks?.(org, analyse(org))).map(({ id }) => id)).toEqual(['engagement'])
  })
  test('a card says what is told of its role, in words and with a sign', () => {
    const card = group(draw(pinfold(), 'workload', CONVENTIONAL), 'role-agent')
    expect(card?.title).toContain('Workload, 100 % is full; people in each: 115\u00a0% of full')
    expect(textsOf({ marks: card?.marks ?? [], description: '' } as unknown as Scene)).toContain('115\u00a0% of full')
    expect(card?.marks.some((mark) => mark.kind === 'path')).toBe(true)
  })
  test('flags and gauges are not drawn over another overlay, and findings wear nothing', () => {
    for (const { id } of TELLING) {
      const keys = draw(pinfold(), id, DISTANCE).marks.flatMap((mark) => (mark.kind === 'group' ? [mark.key] : []))
      expect(keys.filter((key) => key.startsWith('flags-') || key.startsWith('gauge-'))).toEqual([])
      expect(keys).toContain('legend')
    }
    expect(group(draw(pinfold(), 'authority-gauge', DISTANCE), 'flags-agent')).toBeUndefined()
    expect(group(draw(pinfold(), 'authority-gauge', CONVENTIONAL), 'gauge-agent')).toBeDefined()
  })
})
describe('everything that can be shown', () => {
  const some = pinfold((json) => {
    for (const [i, role] of (
      json.roles as { id: string; engagement?: number; headcount?: number; workload?: number; tenureYears?: number }[]
    ).entries()) {
      role.engagement = (i * 17) % 100
      if (i % 4 === 0) delete role.workload
      if (i % 3 === 0) delete role.tenureYears
      if (i === 4) role.headcount = 0
    }
  })

  test.each(OVERLAYS)('%s is slide-safe on both charts, in every theme, alone and side by side', (id) => {
    for (const org of [pinfold(), some])
      for (const theme of THEMES)
        for (const placing of [CONVENTIONAL, DISTANCE]) expect(errorsOf(lint(svgText(draw(org, id, placing, { theme }))))).toEqual([])
    const halves = [CONVENTIONAL, DISTANCE].map((placing) => {
      const input = { org: some, analysis: analyse(some), words, medium: 'slide', overlays: [id] } as const
      const chart = placeOrg(some, placing)
      return buildScene({ ...input, chart, theme: LIGHT, view: fitChart(saidOf(input), chart, HALF_SLIDE).view })
    })
    expect(errorsOf(lint(svgText(beside(halves as [Scene, Scene]))))).toEqual([])
  })

  test.each(OVERLAYS)('%s has a name, a line about it, and says what would settle what it lacks', (id) => {
    const [overlay] = overlaysFor([id])
    const keys = [`overlay.${id}`, `overlay.about.${id}`, ...(overlay?.lacks ? [`overlay.lacks.${id}`] : [])]
    expect(keys.filter((key) => !Object.hasOwn(en, key))).toEqual([])
  })

  test('places in the list are each taken once', () => {
    expect(new Set(ALL.map(({ place }) => place)).size).toBe(ALL.length)
    expect(OVERLAYS[0]).toBe('findings')
  })
})

describe('colours', () => {
  const readings = (scale: Readings['scale'], count: number) => ({ scale, bands: Array.from({ length: count }, String) })

  test.each(THEMES.map((theme) => [theme.id, theme] as const))(
    '%s: type on every band is read, and every card is seen on paper',
    (_, theme) => {
      for (const scale of ['ordered', 'apart'] as const)
        for (const count of [1, 2, 3, 4, 5])
          for (let band = NOT_KNOWN; band < count; band++) {
            const look = bandLook(theme, readings(scale, count), band)
            for (const ink of [look.ink, look.second])
              expect(contrast(ink, look.fill), `${scale} ${band} of ${count}`).toBeGreaterThanOrEqual(4.5)
            expect(contrast(look.edge, theme.paper), `edge of ${scale} ${band} of ${count}`).toBeGreaterThanOrEqual(3)
            expect(contrast(look.ink, theme.reading.unknown.stripe)).toBeGreaterThanOrEqual(band < 0 ? 4.5 : 0)
          }
    },
  )

  test.each(THEMES.map((theme) => [theme.id, theme] as const))(
    '%s: bands of a scale are steps of lightness, further from the paper',
    (_, theme) => {
      for (const count of [2, 3, 4, 5]) {
        const steps = Array.from({ length: count }, (_, band) =>
          Math.abs(lightness(colourOf(theme, 'ordered', count, band)) - lightness(theme.paper)),
        )
        steps.slice(1).forEach((step, i) => {
          expect(step - (steps[i] as number), `${count} bands, ${i}`).toBeGreaterThanOrEqual(10)
        })
      }
    },
  )

  test.each(Object.keys(SIGHTS))('kinds are told apart with %s', (sight) => {
    for (const theme of THEMES)
      for (let a = 0; a < 5; a++)
        for (let b = 0; b < a; b++)
          expect(
            apart(colourOf(theme, 'apart', 5, a), colourOf(theme, 'apart', 5, b), sight),
            `${theme.id} ${a} ${b}`,
          ).toBeGreaterThanOrEqual(7)
  })

  test('every band has a sign of its own', () => {
    const pen = penFor({ kx: 1, ky: 1, x: 0, y: 0 })
    for (const scale of ['ordered', 'apart'] as const) {
      const told = { ...readings(scale, 5) } as unknown as Readings
      const signs = [NOT_KNOWN, KEPT, 0, 1, 2, 3, 4].map((band) => JSON.stringify(drawSign(pen, told, band, 0, 20, '#000000')))
      expect(new Set(signs).size).toBe(signs.length)
      expect(drawSign(pen, told, NOT_ASKED, 0, 20, '#000000')).toEqual([])
    }
  })
})

describe('boxes that stand for many', () => {
  test('a stretch of a line wears what most of its people do, found in a few steps', () => {
    const org = orgOfFile(organisation(3_000).text)
    const layout = placeOrg(org, CONVENTIONAL)
    let asked = 0
    const bandAt = (role: number) => ((role * 7919) % 7) - 3
    const readings: Readings = {
      bands: ['a', 'b', 'c', 'd'],
      scale: 'ordered',
      bandOf: (role) => {
        asked++
        return bandAt(role)
      },
      saidOf: () => '',
      title: '',
    }
    const worn = wornOn(readings, layout, org)
    const { roles } = layout.rows.reduce((longest, row) => (row.roles.length > longest.roles.length ? row : longest))
    expect(roles.length).toBeGreaterThan(500)
    let looks = 0
    const watched = new Proxy(roles, {
      get: (line, key) => {
        looks++
        return Reflect.get(line, key, line)
      },
    })
    worn.bandOfMany(watched, 0, roles.length)
    fc.assert(
      fc.property(fc.nat({ max: roles.length - 1 }), fc.nat({ max: roles.length - 1 }), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1]
        const before = looks
        const found = worn.bandOfMany(watched, from, to)
        expect(looks - before).toBeLessThanOrEqual(2 * 64)
        const headcount = org.doc.roles.columns.headcount
        const counts = new Map<number, number>()
        for (const role of roles.subarray(from, to))
          counts.set(bandAt(role), (counts.get(bandAt(role)) ?? 0) + (headcount.kind === 'number' ? (headcount.cells[role] as number) : 1))
        expect(counts.get(found)).toBe(Math.max(...counts.values()))
      }),
    )
    expect(asked).toBe(org.doc.roles.length)
  })

  test('of a part of a chart the legend counts the part', () => {
    const org = pinfold()
    const inPart = new Set(['sales', 'mgr-n', 'cash-n'])
    const whole = placeOrg(org, CONVENTIONAL)
    const part = { ...whole, boxOf: whole.boxOf.map((box, role) => (inPart.has(idsOf(org)[role] as string) ? box : -1)) }
    const people = (layout: typeof whole) => entriesOf(readingsOf('workload', org), layout, org).map((entry) => entry.people)
    expect(people(whole)).toEqual([3, 11, 16])
    expect(people(part)).toEqual([0, 2, 7])
  })

  test('a stack says that not all in it are alike', () => {
    const org = built({
      roles: [
        { id: 'top', reportsTo: null },
        ...[0.8, 1, 1].map((workload, i) => ({ id: `r${i}`, title: 'Clerk', reportsTo: 'top', headcount: 1, workload })),
      ],
      touchpoints: [{ id: 't', staffedBy: ['top'] }],
    })
    expect(textsOf(draw(org, 'workload', CONVENTIONAL))).toContain('mostly full')
  })
})

describe('10,000 roles', () => {
  const org = orgOfFile(organisation(10_000, { hasStacks: true }).text)

  test.each(['contacts', 'span', 'tenure', 'authority-gauge'])('under %s are never more than 5,000 marks, at rest and in a turn', (id) => {
    const input = { org, analysis: analyse(org), words, medium: 'screen', overlays: [id], theme: LIGHT } as const
    const [from, to] = [CONVENTIONAL, DISTANCE].map((placing) => placeOrg(org, placing)) as [
      ReturnType<typeof placeOrg>,
      ReturnType<typeof placeOrg>,
    ]
    for (const page of [CHART, { width: 2560, height: 1440 }])
      for (const chart of [from, to, { from, to, t: 0.3 }, { from, to, t: 0.6 }]) {
        const fit = fitChart(saidOf(input), chart, page).view
        for (const zoom of [1, 4, 20, 60]) {
          const view = { ...fit, kx: fit.kx * zoom, x: page.width / 2 - 0.4 * to.bounds.width * fit.kx * zoom }
          expect([...allMarks(buildScene({ ...input, chart, view }).marks)].length, `${page.width} × ${zoom}`).toBeLessThanOrEqual(5000)
        }
      }
  })
})
