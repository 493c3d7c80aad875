// Nothing that was kept back is anywhere in a file: the bytes are read, whatever the organisation, the part, the kind of file.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { finish } from '../../src/base/steps'
import { findingSteps } from '../../src/export/formats/findings'
import { reportSteps } from '../../src/export/formats/report'
import { writeSvg } from '../../src/export/formats/svg'
import { exported } from '../../src/export/pages'
import { posterOf } from '../../src/export/poster'
import type { Part, Request, Source } from '../../src/export/request'
import { withoutNames } from '../../src/export/unnamed'
import { idsOf } from '../../src/model/roles'
import type { RoleId } from '../../src/model/types'
import { OVERLAYS } from '../../src/scene/overlays'
import { orgFrom } from '../gallery/org'
import { CONVENTIONAL, DISTANCE, MIRROR, words } from '../gallery/scenes'
import { pinfoldFile } from '../organisations'
import { asked, sourceOf } from './asked'

const NAME = 'Zqxname'
const ID = 'zqxid'
const UNTITLED = 'zqxbare'
const PAY = 7_654_321
const FOLDED = 'Zqxfolded'
const EXTRA = 'Zqxextra'

interface Sketch {
  readonly parents: readonly number[]
  readonly titled: readonly boolean[]
  readonly folded: number
  readonly placing: 0 | 1 | 2
  readonly overlay: number
}
const sketches: fc.Arbitrary<Sketch> = fc.array(fc.nat(), { minLength: 4, maxLength: 60 }).chain((picks) =>
  fc.record({
    parents: fc.constant(picks.map((pick, i) => (i === 0 ? -1 : pick % i))),
    titled: fc.array(fc.boolean(), { minLength: picks.length, maxLength: picks.length }),
    folded: fc.integer({ min: 1, max: picks.length - 1 }),
    placing: fc.constantFrom(0, 1, 2),
    overlay: fc.nat({ max: OVERLAYS.length - 1 }),
  }),
)

/** Ids are addresses of people; who stands below the folded role has titles of their own. */
function sourceFrom({ parents, titled, folded, placing, overlay }: Sketch): Source {
  const isBelow = (i: number): boolean => i >= 0 && (parents[i] === folded || isBelow(parents[i] as number))
  const id = (i: number) => (titled[i] || isBelow(i) ? `${ID}.${i}@example.org` : `${UNTITLED}.${i}@example.org`)
  const roles = parents.map((parent, i) => ({
    id: id(i),
    reportsTo: parent < 0 ? null : id(parent),
    ...(isBelow(i) ? { title: `${FOLDED} ${i}` } : titled[i] ? { title: `Clerk ${i}` } : {}),
    pay: PAY,
    payBand: { min: PAY, max: PAY },
    note: EXTRA,
  }))
  const people = parents.map((_, i) => ({ id: `${ID}-p${i}`, name: `${NAME}${i} Person`, role: id(i), mail: EXTRA }))
  const touchpoints = [{ id: 'desk', staffedBy: parents.flatMap((_, i) => (parents.includes(i) ? [] : [id(i)])) }]
  const file = {
    headstand: '1.0',
    organization: { name: 'Open', note: EXTRA },
    roles,
    people,
    touchpoints,
    issueTypes: [{ id: 'return', needs: [{ kind: 'refund', amount: 10 }] }],
    demand: [{ touchpoint: 'desk', issueType: 'return', perPeriod: 40 }],
    grants: [{ id: 'g', role: id(0), kind: 'refund', limit: 100 }],
    segments: [],
  }
  const org = orgFrom(JSON.stringify(file), 'open.json')
  const place = [CONVENTIONAL, MIRROR, DISTANCE][placing] as typeof DISTANCE
  return sourceOf(
    org,
    { ...place, folded: new Set([folded]), isGrouped: titled[0] as boolean },
    { overlays: [OVERLAYS[overlay] as string] },
  )
}
const parts = (source: Source): readonly Part[] => [
  { kind: 'view' },
  { kind: 'everything' },
  { kind: 'levels', levels: 2 },
  { kind: 'branch', role: roleId(source, 0) as RoleId },
  { kind: 'both' },
  { kind: 'before-after' },
  { kind: 'pages' },
]
const roleId = ({ org }: Source, role: number) => idsOf(org)[role] as string

/** All that leaves: names of files, titles of pages, the drawing with its ids and titles, as one string. */
function bytesOf(source: Source, request: Request): string {
  const { pages, report } = exported(source, request)
  const files = pages.flatMap((page) => {
    const { name, pieces } = writeSvg(page)
    const sheets = request.paper === 'poster' ? posterOf(page.scene).sheets.map(({ scene }) => JSON.stringify(scene)) : []
    return [name, page.title, JSON.stringify(page.scene), ...pieces, ...sheets]
  })
  return [...files, JSON.stringify(report)].join('\n')
}
const view = { kx: 0.5, ky: 0.5, x: 20, y: 90, width: 900, height: 600 }

test('names, ids that are addresses, pay, what is folded and what nobody asked for are in no drawing', () => {
  fc.assert(
    fc.property(sketches, fc.constantFrom('16:9', 'A4', 'natural'), (sketch, size) => {
      const source = { ...sourceFrom(sketch), view }
      for (const part of parts(source)) {
        const paper = part.kind === 'everything' ? 'poster' : 'one'
        const bytes = bytesOf(source, asked({ part, size: size as Request['size'], hide: { names: true, pay: true }, paper }))
        for (const kept of [NAME, ID, UNTITLED, FOLDED, EXTRA, String(PAY), '7,654', '€7', 'example.org'])
          expect(bytes.includes(kept), `${kept} in ${part.kind}`).toBe(false)
      }
    }),
    { numRuns: 25 },
  )
})

test('what is folded and what nobody asked for is in no drawing either where names are shown', () => {
  fc.assert(
    fc.property(sketches, (sketch) => {
      const source = sourceFrom(sketch)
      for (const part of parts(source)) {
        const bytes = bytesOf(source, asked({ part }))
        if (part.kind !== 'branch') expect(bytes.includes(FOLDED), part.kind).toBe(false)
        expect(bytes.includes(EXTRA), part.kind).toBe(false)
      }
    }),
    { numRuns: 15 },
  )
})

test('as long as nobody asks names stand there, and on which boxes something is folded', () => {
  const source = sourceFrom({ parents: [-1, 0, 1, 1, 0], titled: [false, false, false, false, false], folded: 1, placing: 0, overlay: 0 })
  const bytes = bytesOf(source, asked())
  expect(bytes).toContain(`${NAME}0 Person`)
  expect(bytes).toContain('+2 below')
  expect(bytes).toMatch(/id="below-zqxbare_2e_1/)
})

test('the table and the page of findings call nobody by name or by an id', () => {
  fc.assert(
    fc.property(sketches, (sketch) => {
      const { org, analysis } = sourceFrom(sketch)
      const unnamed = withoutNames(org, words)
      const table = finish(findingSteps(unnamed, analysis, words)).pieces.join('')
      const page = finish(reportSteps(unnamed, analysis, words)).pieces.join('')
      for (const kept of [NAME, ID, UNTITLED, EXTRA, 'example.org']) {
        expect(table.includes(kept), kept).toBe(false)
        expect(page.includes(kept), kept).toBe(false)
      }
    }),
    { numRuns: 15 },
  )
})

test('who accepted a finding is told as long as nobody asks, and then not', () => {
  const file = pinfoldFile()
  file.accepted = [{ code: 'F01', subject: { role: 'cash-s', issueType: 'tag' }, because: 'Known', by: `${NAME} Person` }]
  const org = orgFrom(JSON.stringify(file), 'pinfold.json')
  const { analysis } = sourceOf(org)
  const said = (told: typeof org) =>
    [...finish(findingSteps(told, analysis, words)).pieces, ...finish(reportSteps(told, analysis, words)).pieces].join('')
  expect(said(org)).toContain(NAME)
  expect(said(withoutNames(org, words))).not.toContain(NAME)
  expect(said(withoutNames(org, words))).toContain('Known')
})
