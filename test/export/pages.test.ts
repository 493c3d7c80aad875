// Parts and pages: what stands where, that nobody is lost or told twice, and that what is said about the size of type is so.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finish } from '../../src/base/steps'
import { estimateOf, exportSteps, offersSteps, READABLE } from '../../src/export/pages'
import type { Part, Request, Source } from '../../src/export/request'
import { smallestText } from '../../src/export/smallest'
import { idsOf } from '../../src/model/roles'
import type { RoleId } from '../../src/model/types'
import { allMarks, boundsOf } from '../../src/scene/cut'
import { followedCase } from '../../src/scene/followed'
import { OVERLAYS } from '../../src/scene/overlays'
import type { GroupMark, Scene } from '../../src/scene/types'
import { orgFrom, pinfold } from '../gallery/org'
import { CONVENTIONAL, DISTANCE, MIRROR } from '../gallery/scenes'
import { asked, benchOrg, idsIn, sourceOf, written } from './asked'
import { errorsOf, lint } from './slide-safe-lint'

const groupsIn = (scene: Scene, kind: string): GroupMark[] =>
  scene.marks.flatMap((mark) => (mark.kind === 'group' && mark.key.startsWith(`${kind}-`) ? [mark] : []))
const keysIn = (scene: Scene, kind: string) => groupsIn(scene, kind).map(({ key }) => key.slice(kind.length + 1))
const groupNamed = (scene: Scene, key: string) => scene.marks.some((mark) => mark.kind === 'group' && mark.key.startsWith(key))
const textsIn = (group: GroupMark) => [...allMarks([group])].flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
const branch = (role: string): Part => ({ kind: 'branch', role: role as RoleId })

describe('a branch', () => {
  test('is a chart of its own: everybody below the role and nobody else, and who is above', () => {
    for (const placing of [CONVENTIONAL, MIRROR, DISTANCE]) {
      const { pages, text, report } = written(sourceOf(pinfold(), placing), asked({ part: branch('ops') }))
      const scene = pages[0]?.scene as Scene
      expect(keysIn(scene, 'role').sort()).toEqual(['agent', 'disp', 'lead', 'ops'])
      expect(pages[0]?.name).toBe('pinfold-outfitters-head-of-operations')
      expect(text).toContain('Head of operations and the 3 roles below')
      expect(text).toContain('Under Managing director')
      expect(report).toMatchObject({ boxes: 4, below: 0, leftOut: 0 })
      expect(errorsOf(lint(text))).toEqual([])
    }
  })
  test('says of a role what the whole chart says of it', () => {
    const titleOf = (part: Part) =>
      groupsIn(written(sourceOf(), asked({ part })).pages[0]?.scene as Scene, 'role').find(({ key }) => key === 'role-agent')?.title
    expect(titleOf(branch('ops'))).toBe(titleOf({ kind: 'everything' }))
  })
  test('counts its layers from the top of the organisation', () => {
    const { text } = written(sourceOf(pinfold(), MIRROR), asked({ part: branch('ops') }))
    expect([...text.matchAll(/>Layer (\d)</g)].map(([, layer]) => layer).toSorted()).toEqual(['2', '3', '4'])
  })
  test('in which nobody meets customers has no customers to draw', () => {
    const { text } = written(sourceOf(), asked({ part: branch('cfo') }))
    expect(text).toContain('Head of finance')
    expect(text).not.toMatch(/Business accounts|not on the chart/)
  })
  test('says whose the numbers are that are not its own, and only where there are any', () => {
    const ofAll = 'Customers and totals are those of the whole organisation.'
    const flipped = written(sourceOf(), asked({ part: branch('sales') })).text
    expect(flipped).toContain(`Under Managing director. ${ofAll}`)
    expect(flipped).toContain('All 600 cases')
    expect(written(sourceOf(), asked({ part: branch('ceo') })).text).not.toContain('of the whole organisation')
    expect(written(sourceOf(), asked({ part: branch('cfo') })).text).not.toContain('of the whole organisation')
    const pay = written(sourceOf(pinfold(), DISTANCE, { overlays: ['pay'] }), asked({ part: branch('sales') }))
    expect(pay.text).toContain('Customers are those of the whole organisation.') // what each is paid is counted in the branch
  })
  test('a page says so where its legend is that of everybody, and not where it counts who is on the page', () => {
    const told = (overlay: string) => {
      const source = sourceOf(benchOrg(120), CONVENTIONAL, { overlays: [overlay] })
      const { pages, texts } = written(source, asked({ part: { kind: 'pages' } }))
      const legends = pages.filter(({ scene }) => groupNamed(scene, 'legend')).length
      return [texts.filter((text) => text.includes('Totals are those of the whole organisation.')).length, legends] as const
    }
    const [flow, ofFlow] = told('escalation-flow')
    expect(flow).toBe(ofFlow)
    expect(flow).toBeGreaterThan(2)
    const [pay, ofPay] = told('pay')
    expect(pay).toBe(0)
    expect(ofPay).toBeGreaterThan(2)
  })
  test('of a role that is not there is refused', () => {
    expect(() => finish(exportSteps(sourceOf(), asked({ part: branch('nobody') })))).toThrow('no such role')
  })
})

describe('where a branch was cut', () => {
  test.each([
    ['conventional', CONVENTIONAL],
    ['distance', DISTANCE],
  ] as const)('the box says how many roles are below, and all of them add up: %s', (_, placing) => {
    const { pages, report, text } = written(sourceOf(pinfold(), placing), asked({ part: { kind: 'levels', levels: 2 } }))
    const tags = groupsIn(pages[0]?.scene as Scene, 'below')
    expect(tags.map((tag) => [tag.key, ...textsIn(tag)])).toEqual([
      ['below-sales', '+5 below'],
      ['below-ops', '+3 below'],
    ])
    expect(tags[0]?.title).toBe('5 roles below Head of sales are not on this page')
    expect(report).toMatchObject({ boxes: 4, below: 8 })
    expect(text).toMatch(/<desc>[^<]*8 roles are not on this page/)
    expect(errorsOf(lint(text))).toEqual([])
  })
  test('so does a box that was folded on the page, in every part', () => {
    const source = sourceOf(pinfold(), {
      ...DISTANCE,
      folded: new Set([idsOf(pinfold()).indexOf('ops' as RoleId)]),
    })
    const parts: Part[] = [{ kind: 'everything' }, { kind: 'both' }, { kind: 'before-after' }, branch('ceo'), { kind: 'pages' }]
    for (const part of parts) expect(written(source, asked({ part })).texts.join(), part.kind).toContain('+3 below')
  })
  test('no plate covers a word of its card', () => {
    let plates = 0
    for (const [placing, part, size] of [
      [CONVENTIONAL, { kind: 'levels', levels: 3 }, 'natural'],
      [MIRROR, { kind: 'levels', levels: 3 }, 'natural'],
      [DISTANCE, { kind: 'levels', levels: 3 }, 'natural'],
      [CONVENTIONAL, { kind: 'pages' }, '16:9'],
    ] as const)
      for (const { scene } of written(sourceOf(benchOrg(300), placing), asked({ part, size })).pages)
        for (const side of ['above', 'below'])
          for (const tag of groupsIn(scene, side)) {
            const plate = boundsOf(tag.marks[0] as GroupMark)
            const card = groupsIn(scene, 'role').find(({ key }) => key === tag.key.replace(side, 'role'))
            plates++
            for (const mark of card?.marks ?? []) {
              if (mark.kind !== 'text') continue
              const { x, y, width, height } = boundsOf(mark)
              const isBeside = x + width <= plate.x || plate.x + plate.width <= x
              expect(isBeside || Math.min(y + height, plate.y + plate.height) - Math.max(y, plate.y) < 3, mark.text).toBe(true)
            }
          }
    expect(plates).toBeGreaterThan(60)
  })
})

describe('branch by branch, on pages', () => {
  /** Of every role the pages on which it has a box, and on which it heads one. */
  function placesIn(source: Source, request: Request) {
    const { pages } = written(source, request)
    const [heads, bodies] = [new Map<string, number[]>(), new Map<string, number[]>()]
    pages.forEach(({ scene }, page) => {
      const above = new Set(keysIn(scene, 'above'))
      for (const key of keysIn(scene, 'role')) {
        const of = above.has(key) ? heads : bodies
        of.set(key, [...(of.get(key) ?? []), page])
      }
    })
    return { pages, heads, bodies }
  }
  test('every role has one box, and one more as a head where its team is elsewhere; a team comes after its head', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 1, maxLength: 260 }),
        fc.nat({ max: 3 }),
        fc.constantFrom('16:9', 'A4'),
        (picks, tops, size) => {
          const rows = picks.map((pick, i) => ({
            id: `r${i}`,
            title: `Post ${i}`,
            manager: i <= tops ? null : `r${Math.floor((pick % i) / 3)}`,
          }))
          const source = sourceOf(orgFrom(JSON.stringify(rows)), CONVENTIONAL)
          const { heads, bodies } = placesIn(source, asked({ part: { kind: 'pages' }, size: size as Request['size'] }))
          expect(bodies.size).toBe(rows.length)
          for (const [key, on] of bodies) expect(on, key).toHaveLength(1)
          for (const [key, on] of heads) for (const page of on) expect(page).toBeGreaterThan(bodies.get(key)?.[0] ?? -1)
        },
      ),
      { numRuns: 40 },
    )
  })
  test('a mark on a box names the page on which its team is', () => {
    const { pages, heads, bodies } = placesIn(sourceOf(benchOrg(500), CONVENTIONAL), asked({ part: { kind: 'pages' } }))
    let told = 0
    for (const { scene } of pages)
      for (const tag of groupsIn(scene, 'below')) {
        const [, page] = /, page (\d+)$/.exec(textsIn(tag)[0] ?? '') ?? []
        expect(heads.get(tag.key.slice('below-'.length))?.[0]).toBe(Number(page) - 1)
        told++
      }
    expect(told).toBeGreaterThan(20)
    for (const [key, on] of heads) for (const page of on) expect(page, key).toBeGreaterThan(bodies.get(key)?.[0] ?? -1)
  })
  test.each([
    [100, 5],
    [500, 20],
    [2000, 72],
  ])('%i roles take about %i pages and a contents, all of readable boxes of one size, and no box leaves its page', (roles, about) => {
    const { pages, texts, report } = written(sourceOf(benchOrg(roles), CONVENTIONAL), asked({ part: { kind: 'pages' } }))
    expect(pages.length / about).toBeGreaterThan(0.85)
    expect(pages.length / about).toBeLessThan(1.3)
    expect(report.smallest).toBeGreaterThanOrEqual(READABLE)
    const sizes = new Set<string>()
    for (const { scene } of pages)
      for (const group of groupsIn(scene, 'role')) {
        const body = group.marks.findLast((mark) => mark.kind === 'rectangle')
        if (body?.kind === 'rectangle') sizes.add(`${body.width.toFixed(3)} ${body.height.toFixed(3)}`)
        const { x, y, width, height } = boundsOf(group)
        expect(x >= 0 && y >= 60 && x + width <= 1280 && y + height <= 695, group.key).toBe(true)
      }
    expect(sizes.size).toBe(1)
    for (const text of texts) expect(errorsOf(lint(text))).toEqual([])
  })
  test('no two boxes of a page overlap', () => {
    for (const { scene } of written(sourceOf(benchOrg(500), CONVENTIONAL), asked({ part: { kind: 'pages' }, size: 'A4' })).pages) {
      const boxes = groupsIn(scene, 'role').map(boundsOf)
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1))
          expect(a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height).toBe(false)
      })
    }
  })
  test('a team that no page holds is continued', () => {
    const rows = [
      { id: 'boss', title: 'Boss', manager: null },
      ...Array.from({ length: 130 }, (_, i) => ({ id: `r${i}`, title: `Post ${i}`, manager: 'boss' })),
    ]
    const { pages, texts } = written(sourceOf(orgFrom(JSON.stringify(rows)), CONVENTIONAL), asked({ part: { kind: 'pages' } }))
    expect(pages.map(({ boxes }) => boxes)).toEqual([0, 34, 34, 34, 32])
    expect(texts[1]).toMatch(/, 1 of 4|1 of 4/)
  })
  test('the page of contents names every page and counts every role once', () => {
    const { pages, texts } = written(sourceOf(benchOrg(500), CONVENTIONAL), asked({ part: { kind: 'pages' } }))
    const entries = idsIn(texts[0] as string).filter((id) => id.startsWith('entry-'))
    expect(entries).toEqual(pages.slice(1).map((_, i) => `entry-${i + 2}`))
    const counts = [...(texts[0] as string).matchAll(/>([\d,]+) roles?<\/text>/g)].map(([, count]) => Number(count?.replace(',', '')))
    expect(counts.reduce((a, b) => a + b, 0)).toBe(500)
    expect(texts[0]).toContain('500 roles on')
  })
  test('what one page holds needs no contents', () => {
    const { pages, text } = written(sourceOf(), asked({ part: { kind: 'pages' } }))
    expect(pages.map(({ boxes }) => boxes)).toEqual([12])
    expect(text).not.toMatch(/Page 1|Contents/)
    expect(estimateOf(sourceOf(), asked({ part: { kind: 'pages' } })).pages).toBe(1)
  })
  test('names of files are different, and in order', () => {
    const names = written(sourceOf(benchOrg(500), CONVENTIONAL), asked({ part: { kind: 'pages' } })).pages.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.toSorted()).toEqual(names)
  })
})

describe('type', () => {
  test('is as small as the smallest text on the chart, in points', () => {
    const { pages, report } = written(sourceOf())
    const scene = pages[0]?.scene as Scene
    expect(report.smallest).toBe(smallestText(scene))
    const card = groupsIn(scene, 'role').flatMap((group) => [...allMarks([group])])
    const least = Math.min(...card.flatMap((mark) => (mark.kind === 'text' ? [mark.size] : [])))
    expect(report.smallest).toBeLessThanOrEqual(least * 0.75 + 0.05)
  })
  const offered = (source: Source, request = asked(), role: string | null = null) => {
    const now = written(source, request).report.smallest ?? READABLE
    return { now, offer: now < READABLE ? finish(offersSteps([source], request, { now, role: role as RoleId | null })) : null }
  }
  test('what is offered for small type was tried: it is as large as it says, and can be read or is a point better', () => {
    for (const boxes of [30, 50, 120, 500])
      for (const placing of [CONVENTIONAL, DISTANCE])
        for (const size of ['16:9', 'natural'] as const) {
          const source = sourceOf(benchOrg(boxes), placing)
          const { offer, now } = offered(source, asked({ size }))
          if (!offer) continue
          expect(offer.points >= READABLE || offer.points >= now + 1).toBe(true)
          expect(written(source, asked({ part: offer.part, size: offer.size })).report.smallest).toBe(offer.points)
        }
  })
  test('a chart of forty boxes or fewer is not taken apart, and one that is turned over is not told from the top', () => {
    for (const boxes of [30, 40, 41, 120])
      for (const placing of [CONVENTIONAL, MIRROR, DISTANCE]) {
        const { offer } = offered(sourceOf(benchOrg(boxes), placing))
        if (boxes <= 40) expect(offer?.part.kind).not.toBe('pages')
        if (placing !== CONVENTIONAL) expect(offer?.part.kind).not.toBe('levels')
      }
    expect(offered(sourceOf(benchOrg(120), DISTANCE)).offer?.part.kind).toBe('pages')
  })
  test('whose branch is chosen is looked for before anything is taken apart', () => {
    expect(offered(sourceOf(), asked(), 'sales').offer).toMatchObject({ part: branch('sales'), points: 10 })
    expect(offered(sourceOf()).offer?.part.kind ?? 'everything').toBe('everything')
  })
  test('the top levels are drawn as they are asked for, whatever stands on the page', () => {
    const part = { kind: 'levels', levels: 3 } as const
    const upright = written(sourceOf(pinfold(), CONVENTIONAL), asked({ part })).text
    expect(written(sourceOf(), asked({ part: { ...part, orientation: 'conventional' } })).text).toBe(upright)
    expect(written(sourceOf(), asked({ part })).text).not.toBe(upright)
  })
})

describe('what is on the page goes into every export', () => {
  const parts: readonly Part[] = [
    { kind: 'everything' },
    { kind: 'levels', levels: 3 },
    branch('ceo'),
    { kind: 'both' },
    { kind: 'before-after' },
    { kind: 'pages' },
  ]
  test.each(OVERLAYS)('%s: drawn, linted, the same twice', (overlay) => {
    for (const placing of [CONVENTIONAL, DISTANCE])
      for (const part of parts) {
        const source = sourceOf(pinfold(), placing, { overlays: [overlay] })
        const { texts } = written(source, asked({ part }))
        for (const text of texts) expect(errorsOf(lint(text)), part.kind).toEqual([])
        expect(written(source, asked({ part })).texts).toEqual(texts)
      }
  })
  test('a followed case, where every stop is on the page; where not it is left out and told', () => {
    const followed = followedCase(pinfold(), { entry: 'agent', issueType: 'faulty', value: 120, segment: null }, 'route')
    const source = sourceOf(pinfold(), DISTANCE, { followed })
    for (const part of parts) {
      const { report, texts } = written(source, asked({ part }))
      expect(report.isFollowedLeftOut, part.kind).toBe(false)
      if (part.kind !== 'levels') expect(texts.join()).toContain('followed-')
    }
    const { report, text } = written(source, asked({ part: branch('lead') }))
    expect(report.isFollowedLeftOut).toBe(true)
    expect(text).not.toContain('followed-')
  })
  test('what is only tried says so on every page, and a page keeps its own name', () => {
    const headline = { first: 'So it would be.', second: 'Only tried out.' }
    const names = { branch: 'Head of operations and the 3 roles below', pages: 'Pinfold Outfitters from the top' }
    const parts = { branch: branch('ops'), pages: { kind: 'pages' } } as const
    for (const kind of ['branch', 'pages'] as const) {
      const { pages, texts } = written(sourceOf(pinfold(), DISTANCE, { headline }), asked({ part: parts[kind] }))
      const told = pages.map(({ scene }) =>
        [...allMarks(scene.marks)].flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join(' '),
      )
      expect(told.every((page) => page.includes('Only tried out.'))).toBe(true)
      expect(told.some((page) => page.includes(names[kind]))).toBe(true)
      for (const text of texts) expect(errorsOf(lint(text))).toEqual([])
    }
  })
  test('dark is for pixels only', () => {
    const paper = (kind: Request['kind']) => written(sourceOf(), asked({ kind, theme: 'dark' })).pages[0]?.scene.background
    expect([paper('png'), paper('svg'), paper('pdf')]).toEqual(['#14181e', '#fbfaf7', '#fbfaf7'])
  })
})

test('too many pages are refused before any is placed, in work that does not grow', () => {
  const { weight, pages } = estimateOf(sourceOf(benchOrg(20_000), CONVENTIONAL), asked({ part: { kind: 'pages' } }))
  expect(weight).toBe('too large')
  expect(pages).toBeGreaterThan(400)
})

test('nothing takes long between two steps: pages are placed and drawn one by one', () => {
  const steps = exportSteps(sourceOf(benchOrg(500), CONVENTIONAL), asked({ part: { kind: 'pages' } }))
  let taken = 0
  while (!steps.next().done) taken++
  expect(taken).toBeGreaterThan(200)
})

describe('what was changed is told', () => {
  const change = (title: string) =>
    written(
      sourceOf(
        pinfold((file) => {
          for (const role of file.roles) if (role.id === 'lead') role.title = title
        }),
      ),
    )
  test.each([
    ['emoji', 'Team 🎧 lead', 'Team lead'],
    ['emoji', 'Flag 🇩🇪 lead', 'Flag lead'],
    ['control', 'Team\u0001lead', 'Teamlead'],
    ['control', 'Team\u202elead', 'Teamlead'],
    ['half', 'Team \ud83d lead', 'Team lead'],
    ['composed', 'Cafe\u0301 lead', 'Café lead'],
    ['blank', 'Team\n lead', 'Team lead'],
  ] as const)('%s: %j is drawn as %j', (kind, title, drawn) => {
    const { report, text } = change(title)
    expect(report.changes).toContainEqual({ kind, count: 1, places: [drawn] })
    expect(text).toContain(drawn)
    expect(errorsOf(lint(text))).toEqual([])
  })
  test('right-to-left words beside others are wrapped, alone they hang on their right edge', () => {
    expect(change('מנהל Care').text).toMatch(/text-anchor="end"[^>]*>\u202bמנהל Care\u202c</)
    expect(change('מנהל').text).toMatch(/text-anchor="end"[^>]*>מנהל</)
  })
})
