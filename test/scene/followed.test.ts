// A followed case on the picture: what it says, where its words stand, what stands back.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { casesAt } from '../../src/analysis/follow'
import { type Box, overlaps } from '../../src/base/geometry'
import { wordsFor } from '../../src/i18n/words'
import { placeOrg } from '../../src/layout/place'
import type { Placing } from '../../src/layout/types'
import { idsOf } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { svgText } from '../../src/render/svg'
import { buildScene } from '../../src/scene/build'
import { allMarks, boundsOf } from '../../src/scene/cut'
import { type Followed, followedCase, followedWay } from '../../src/scene/followed'
import { fitChart } from '../../src/scene/furniture'
import { headlineOf } from '../../src/scene/headline'
import { DARK, LIGHT } from '../../src/scene/theme'
import type { GroupMark, Mark, Scene } from '../../src/scene/types'
import { randomOrg } from '../analysis/reference/random-org.mjs'
import { orgFrom, pinfold } from '../gallery/org'
import { CHART, CONVENTIONAL, DISTANCE, MIRROR } from '../gallery/scenes'
import { orgOfFile } from '../organisations'

const words = wordsFor('en')
const groups = (scene: Scene) => scene.marks.filter((mark): mark is GroupMark => mark.kind === 'group')
const group = (scene: Scene, key: string) => groups(scene).find((g) => g.key === key)
const texts = (marks: readonly Mark[]) =>
  [...allMarks(marks)].flatMap((mark) => (mark.kind === 'text' ? [mark.text.replaceAll('\u00a0', ' ')] : []))
const followedKeys = (scene: Scene) => groups(scene).flatMap(({ key }) => (key.startsWith('followed-') ? [key] : []))

const caseOf = (
  org: Org,
  entry: string,
  issueType: string,
  value: number | null = null,
  by: 'route' | 'chart' = 'route',
  upTo: number | null = null,
) => followedCase(org, { entry, issueType, value, segment: null }, by, upTo) as Followed

function draw(org: Org, placing: Placing, followed: Followed | null, page = CHART, largest?: number): Scene {
  const said = { org, analysis: analyse(org), words, medium: 'screen', ...(followed ? { followed } : {}) } as const
  const chart = placeOrg(org, placing)
  const { view } = fitChart(said, chart, page, largest === undefined ? {} : { largest })
  return buildScene({ ...said, chart, theme: LIGHT, view })
}

describe('a faulty item of 120 at the care line', () => {
  const org = pinfold()
  const scene = draw(org, DISTANCE, caseOf(org, 'agent', 'faulty', 120))

  test('goes through three numbered hands with their hours, and is settled', () => {
    const said = (kind: string) => groups(scene).flatMap(({ key, marks }) => (key.startsWith(kind) ? [texts(marks).join(' ')] : []))
    expect(said('followed-hand-')).toEqual(['1', '2', '3'])
    expect(said('followed-hours-')).toEqual(['4 h', '24 h', '48 h'])
    expect(said('followed-settled')).toEqual(['Settled after 76 hours'])
    expect(group(scene, 'followed-ring')).toBeDefined()
  })

  test('says what each stop may do in place of its unit, and nothing but names elsewhere', () => {
    expect(texts(group(scene, 'role-lead')?.marks ?? [])).toEqual(['Care team lead', 'may refund €60'])
    expect(texts(group(scene, 'role-ops')?.marks ?? [])).toEqual(['Head of operations', 'may not refund'])
    expect(texts(group(scene, 'role-agent')?.marks ?? [])).toContain('may refund €30')
    expect(texts(group(scene, 'role-cash-n')?.marks ?? [])).toEqual(['Cashier North', 'North store · 67 cases', '×7'])
    expect(texts(group(scene, 'segment-biz')?.marks ?? [])).toEqual(['Business accounts'])
    expect(groups(scene).some(({ key }) => key.startsWith('flags-') || key === 'legend')).toBe(false)
  })

  test('is told up to the hand that has been reached', () => {
    const stepped = draw(org, DISTANCE, caseOf(org, 'agent', 'faulty', 120, 'route', 1))
    expect(followedKeys(stepped)).toEqual(['followed-arrival', 'followed-hop-1', 'followed-hand-1', 'followed-hours-1'])
    const fillOf = (of: Scene, key: string) => group(of, key)?.marks.find((mark) => mark.kind === 'rectangle')?.fill
    expect(fillOf(stepped, 'role-ops')).not.toBe(fillOf(scene, 'role-ops'))
    expect(fillOf(stepped, 'role-lead')).toBe(fillOf(scene, 'role-lead'))
  })

  test('is not drawn while the chart turns, though the headline goes on telling it', () => {
    const followed = caseOf(org, 'agent', 'faulty', 120)
    const said = { org, analysis: analyse(org), words, medium: 'screen', followed } as const
    const chart = { from: placeOrg(org, CONVENTIONAL), to: placeOrg(org, DISTANCE), t: 0.5 }
    const turning = buildScene({ ...said, chart, theme: LIGHT, view: fitChart(said, chart, CHART).view })
    expect(followedKeys(turning)).toEqual([])
    expect(turning.description).toContain('three hands')
  })
})

test('a dead end is a bar and two words in vermilion', () => {
  const org = pinfold()
  const end = group(draw(org, DISTANCE, caseOf(org, 'cash-n', 'info')), 'followed-dead-end')
  expect(texts(end?.marks ?? [])).toEqual(['Dead end', 'Nobody here may settle it.'])
  const bar = end?.marks.find((mark) => mark.kind === 'rectangle' && mark.fill === LIGHT.gauge.never)
  expect(bar && bar.kind === 'rectangle' && bar.height / bar.width).toBeCloseTo(6)
})

test('what is not known is a question mark, never a tick', () => {
  const org = pinfold((json) => {
    delete json.coverage.authority
  })
  const scene = draw(org, DISTANCE, caseOf(org, 'agent', 'late', null, 'chart'))
  expect(texts(group(scene, 'followed-open')?.marks ?? [])).toEqual(['?', 'Not known', 'where it is settled'])
  expect(texts(group(scene, 'role-ops')?.marks ?? [])).toContain('authority not known')
  expect(followedKeys(scene)).not.toContain('followed-settled')
})

test('where the chart leads elsewhere a dashed line says so', () => {
  const org = pinfold()
  const other = group(draw(org, DISTANCE, caseOf(org, 'agent', 'late')), 'followed-other')
  expect(texts(other?.marks ?? [])).toEqual(['by the chart: a dead end'])
  expect(other?.marks.some((mark) => mark.kind === 'path' && mark.stroke?.dash)).toBe(true)
})

test('a way between two roles has numbers and no hours, and names the manager of both', () => {
  const org = pinfold()
  const scene = draw(org, DISTANCE, followedWay(org, 'cash-n', 'disp'))
  expect(followedKeys(scene).filter((key) => key.startsWith('followed-hand'))).toHaveLength(5)
  expect(followedKeys(scene).some((key) => key.startsWith('followed-hours'))).toBe(false)
  expect(texts(group(scene, 'followed-manager')?.marks ?? [])).toEqual(['above both'])
  expect(scene.description).toContain('From Cashier North to Dispatcher: 3 up, 2 down.')
})

test('nothing followed changes nothing', () => {
  const org = pinfold()
  const said = { org, analysis: analyse(org), words, medium: 'slide' } as const
  const chart = placeOrg(org, DISTANCE)
  const { view } = fitChart(said, chart, CHART)
  const scene = (followed?: null) => svgText(buildScene({ ...said, chart, theme: DARK, view, ...(followed === null ? { followed } : {}) }))
  expect(scene(null) === scene()).toBe(true)
})

test('the headline is a sentence whatever is followed', () => {
  const org = pinfold()
  const partly = pinfold((json) => {
    delete json.coverage.authority
  })
  const looped = orgFrom(
    JSON.stringify({
      headstand: '1.0',
      coverage: { authority: 'complete' },
      roles: [
        { id: 'a', title: 'Clerk' },
        { id: 'b', title: 'Boss' },
      ],
      touchpoints: [{ id: 't', staffedBy: ['a'] }],
      issueTypes: [{ id: 'i', name: 'Refund', needs: [{ kind: 'refund' }] }],
      routes: [
        { id: 'r', from: 'a', to: 'b' },
        { id: 's', from: 'b', to: 'a' },
      ],
    }),
  )
  const told = (of: Org, followed: Followed | null) => {
    const { first, second } = headlineOf(
      { org: of, analysis: analyse(of), words, medium: 'screen', ...(followed ? { followed } : {}) },
      'flipped',
    )
    return `${first} ${second}`
  }
  expect([
    told(org, caseOf(org, 'agent', 'faulty', 120)),
    told(org, caseOf(org, 'agent', 'faulty', 15)),
    told(org, caseOf(org, 'cash-s', 'tag')),
    told(org, caseOf(org, 'acct', 'late')),
    told(org, caseOf(org, 'agent', 'injury')),
    told(partly, caseOf(partly, 'agent', 'late', null, 'chart')),
    told(looped, caseOf(looped, 'a', 'i')),
    told(org, followedWay(org, 'cash-n', 'sales')),
  ]).toEqual([
    '“Faulty item” of €120 passes three hands and takes 76 hours. Ten times a month this is brought to Care agent by Loyalty members, and it takes more than three days to say yes.',
    '“Faulty item” of €15 is settled on the spot. 25 times a month this is brought to Care agent by Loyalty members; Care agent may say yes at once.',
    '“Security tag left on in another store” passes one hand and takes 2 hours. 50 times a month this is brought to Cashier South by Occasional shoppers and Loyalty members, and it takes 2 hours to say yes.',
    '“Late delivery” passes two hands, and nobody on the way may settle it. Six times a month this is brought to Business account manager by Business accounts. Dispatcher could settle it.',
    '“Injury or damage claim” passes three hands, and nobody on the way may settle it. Twice a month this is brought to Care agent by Occasional shoppers. Nobody is known who may settle it.',
    '“Late delivery” may pass three hands; where it is settled is not known. 100 times a month this is brought to Care agent by Loyalty members and Occasional shoppers. What it would take is not all in the file.',
    '“Refund” goes round in a circle, and nobody on the way may settle it. This is brought to Clerk. Nobody is known who may settle it.',
    'From Cashier North to Head of sales: 2 up. Two hand-offs by the chart, straight up.',
  ])
})

describe('in a list, where no line finds its way', () => {
  const org = pinfold()
  const LIST = { ...DISTANCE, isNarrow: true }
  const phone = { width: 390, height: 960 }

  test('each stop wears its number and its hours, the last one a tick, and nothing lies over a card', () => {
    const scene = draw(org, LIST, caseOf(org, 'agent', 'faulty', 120), phone)
    const said = (role: string) => texts(group(scene, `role-${role}`)?.marks ?? [])
    expect(said('agent')).toEqual(['Care agent', 'may refund €30'])
    expect(said('lead')).toEqual(['Care team lead', 'may refund €60', '1', '4 h'])
    expect(said('ops')).toEqual(['Head of', 'operations', 'may not refund', '2', '24 h'])
    expect(said('ceo')).toEqual(['Managing director', 'may refund €1,000', '48 h'])
    expect(followedKeys(scene)).toEqual(['followed-ring'])
  })

  test('stops to come wear nothing yet, and where nobody may settle it a bar stands beside the last card', () => {
    const stepped = draw(org, LIST, caseOf(org, 'agent', 'faulty', 120, 'route', 1), phone)
    expect(texts(group(stepped, 'role-lead')?.marks ?? [])).toContain('1')
    expect(texts(group(stepped, 'role-ops')?.marks ?? [])).not.toContain('2')
    expect(followedKeys(stepped)).toEqual([])
    const stuck = draw(org, LIST, caseOf(org, 'agent', 'injury'), phone)
    expect(texts(group(stuck, 'role-ceo')?.marks ?? [])).toContain('3')
    const bar = boundsOf(group(stuck, 'followed-dead-end') as GroupMark)
    const boxes = groups(stuck).filter(({ key }) => key.startsWith('role-'))
    expect(boxes.filter(({ marks }) => overlaps(boundsOf(marks[0] as Mark), bar))).toEqual([])
  })
})

test('names of bands inside a narrow page make way for what is followed', () => {
  const org = pinfold()
  const scene = draw(org, DISTANCE, caseOf(org, 'cash-n', 'faulty', 40), { width: 640, height: 700 })
  const thread = groups(scene).flatMap(({ key, marks }) => (/^followed-(hop|hand|hours)/.test(key) ? [...allMarks(marks)] : []))
  const taken = thread.flatMap((mark) => (mark.kind === 'rectangle' || mark.kind === 'text' ? [boundsOf(mark)] : []))
  const names = groups(scene).filter(({ key }) => key.startsWith('band-'))
  expect(thread).not.toEqual([])
  expect(names.map(({ marks }) => texts(marks)[0])).toContain('One step away')
  expect(names.filter((name) => taken.some((box) => overlaps(box, boundsOf(name))))).toEqual([])
})

const drawn = (box: Box) => ({ x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: box.height - 1 })

test('words of a followed case stand on no box and on no other word, in any organisation and view', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom(CONVENTIONAL, MIRROR, DISTANCE), (seed, placing) => {
      const org = orgOfFile(randomOrg(seed))
      const refs = idsOf(org)
        .flatMap((_, role) => casesAt(org, role))
        .slice(0, 3)
      for (const ref of refs) {
        const scene = draw(org, placing, followedCase(org, ref, 'route'))
        const cards = groups(scene)
          .filter(({ key }) => key.startsWith('role-'))
          .map((one) => boundsOf(one))
        const said = groups(scene)
          .filter(({ key }) => /^followed-(hours|settled|open|dead|manager|other)/.test(key))
          .map(({ marks }) => marks.filter((mark) => mark.kind === 'text').map((mark) => drawn(boundsOf(mark))))
        said.forEach((boxes, i) => {
          for (const box of boxes) {
            // A sign without words may stand on the corner of its own card.
            if (boxes.length > 1 || i < 0)
              expect(
                cards.some((card) => overlaps(card, box)),
                `${seed} ${JSON.stringify(ref)}`,
              ).toBe(false)
            expect(
              said.some((others, k) => k !== i && others.some((other) => overlaps(other, box))),
              `${seed} ${JSON.stringify(ref)}`,
            ).toBe(false)
          }
        })
      }
    }),
    { numRuns: 20, seed: 20_261_122 },
  )
})

test('among twenty thousand roles a followed case costs what the page does', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => ({
    id: `r${i}`,
    title: `Role ${i}`,
    reportsTo: i === 0 ? null : `r${Math.floor((i - 1) / 4)}`,
  }))
  const org = orgOfFile({
    headstand: '1.0',
    coverage: { authority: 'complete' },
    roles: rows,
    touchpoints: [{ id: 't', staffedBy: ['r19999'] }],
    issueTypes: [{ id: 'i', name: 'Refund', needs: [{ kind: 'refund' }] }],
    grants: [{ id: 'g', role: 'r0', kind: 'refund' }],
  })
  for (const placing of [CONVENTIONAL, DISTANCE]) {
    const scene = draw(org, placing, caseOf(org, 'r19999', 'i'))
    expect([...allMarks(scene.marks)].length).toBeLessThan(5000)
    expect(followedKeys(scene).filter((key) => key.startsWith('followed-hand'))).toHaveLength(7)
    expect(
      texts(scene.marks.filter((mark) => mark.kind === 'group' && mark.key.startsWith('followed-hours'))).some((text) =>
        text.includes('Role'),
      ),
    ).toBe(true)
  }
})
