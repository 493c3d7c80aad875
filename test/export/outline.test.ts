// An outline that is written is read again as the same organisation, as far as the notation can say it.

import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellAt } from '../../src/base/table'
import { writeOutline } from '../../src/export/formats/outline'
import { format } from '../../src/import/formats/outline'
import { readFile } from '../../src/import/read'
import { sourceOfText } from '../../src/import/source'
import { buildOrg } from '../../src/model/build'
import { Diagnostics } from '../../src/model/diagnostics'
import { heldGrants, idOf } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { orgOfFile, pinfold } from '../organisations'

/** Read as an outline, whether or not it would be taken for one. */
function readAgain(text: string): Org {
  const { draft } = format.read(sourceOfText('outline', text), new Diagnostics(), {})
  const { org } = buildOrg([{ file: 'outline', ...draft! }])
  if (!org) throw new Error('no organisation')
  return org
}

/** Title and headcount of every role in the order of the chart, with how deep it stands. */
function linesOf({ doc, structure }: Org): readonly string[] {
  return [...structure.preorder].map((role) => {
    const title = cellAt(doc.roles, 'title', role) || idOf({ doc }, role)
    return `${structure.depth[role]} ${title.replace(/\s+/g, ' ').trim()} ×${cellAt(doc.roles, 'headcount', role) ?? 1}`
  })
}
/** What every role settles and meets, by its place in that order. */
function clausesOf(org: Org): readonly string[] {
  const { doc, structure, contacts } = org
  const at = new Map([...structure.preorder].map((role, i) => [role, i]))
  const settles = heldGrants(org).map(({ role, grant }) => `${at.get(role)} settles ${grant.kind} ${grant.limit ?? 'any'}`)
  const meets = new Map<string, number>()
  for (let i = 0; i < contacts.length; i++) {
    const issueType = doc.issueTypes?.[contacts.issueType[i] as number]
    const values = doc.demand ? cellAt(doc.demand, 'values', contacts.row[i] as number) : undefined
    const key = `${at.get(contacts.role[i] as number)} meets ${issueType?.name?.toLowerCase()} ${JSON.stringify(issueType?.needs)} ${JSON.stringify(values)}`
    meets.set(key, (meets.get(key) ?? 0) + (contacts.weight[i] as number))
  }
  return [...settles, ...[...meets].map(([key, weight]) => `${key} ×${Number(weight.toPrecision(5))}`)].sort()
}

const orgIn = (path: string): Org | null => {
  const { draft } = readFile(path, readFileSync(path))
  return draft && buildOrg([draft]).org
}
const FILES = ['fixtures', 'public/samples']
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(json|txt)$/.test(name) && name !== 'index.json')
      .map((name) => `${folder}/${name}`),
  )
  .filter((path) => orgIn(path) !== null)

describe.each(FILES)('%s', (path) => {
  const org = orgIn(path) as Org
  test('has the same roles, in the same places, with as many people', () => {
    const again = readAgain(writeOutline(org).text)
    expect(linesOf(again)).toEqual(linesOf(org))
  })
  test('says nothing else when it is written once more', () => {
    const { text } = writeOutline(org)
    expect(writeOutline(readAgain(text)).text).toBe(text)
  })
})

describe.each(FILES.filter((path) => path.startsWith('fixtures/outline-')))('%s', (path) => {
  test('settles and meets the same, and nothing is left out', () => {
    const org = orgIn(path) as Org
    const { text, leftOut } = writeOutline(org)
    expect(clausesOf(readAgain(text))).toEqual(clausesOf(org))
    expect(leftOut).toEqual({})
  })
})

describe('whatever an outline says', () => {
  const what = fc.constantFrom('refund', 'discount', 'late delivery', 'Wrong size', 'schedule', 'apologise', 'commit-unit', 'мало', 'x-ray')
  const amount = fc.constantFrom('40', '0', '12.5', '1,000', '1000000')
  const settled = fc.tuple(what, fc.option(amount)).map(([kind, limit]) => (limit === null ? kind : `${kind} up to ${limit}`))
  const met = fc
    .tuple(what, fc.option(amount), fc.option(amount))
    .map(([kind, value, times]) => `${kind}${value === null ? '' : ` of ${value}`}${times === null ? '' : ` ×${times}`}`)
  const title = fc.constantFrom(
    'Agent',
    'Agent',
    '1. Vorsitzende',
    'Nurse -',
    'Room x 8',
    'Store: manager',
    'رئيس',
    'Who meets whom',
    'A –',
    'B ×2',
  )
  const line = fc.record({
    depth: fc.nat(4),
    title,
    headcount: fc.option(fc.constantFrom(0, 1, 7, 0.5)),
    settles: fc.array(settled, { maxLength: 3 }),
    meets: fc.array(met, { maxLength: 3 }),
  })

  test('is said again', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const text = lines.map(({ depth, title: name, headcount, settles, meets }) => {
          const count = headcount === null ? '' : ` ×${headcount}`
          const clauses = `${settles.length ? `  settles: ${settles.join(', ')}` : ''}${meets.length ? `  meets: ${meets.join(', ')}` : ''}`
          return `${'  '.repeat(depth)}- ${name}${count}${clauses}`
        })
        const org = readAgain(text.join('\n'))
        const written = writeOutline(org)
        const again = readAgain(written.text)
        expect(linesOf(again)).toEqual(linesOf(org))
        expect(clausesOf(again)).toEqual(clausesOf(org))
        expect(written.leftOut).toEqual({})
      }),
      { numRuns: 400 },
    )
  })

  test('and no title, whatever it is, becomes something else than a role', () => {
    const titles = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('meets: refund', 'a\nb', 'x settles :', ' ', ':', '×3', '- - a', '2) ')),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(titles, (list) => {
        const roles = list.map((one, i) => ({ id: `r${i}`, title: one, ...(i > 0 ? { reportsTo: `r${(i * 7) % i}` } : {}) }))
        const org = orgOfFile({ headstand: '1.0', roles })
        const again = readAgain(writeOutline(org).text)
        expect([...again.structure.preorder].map((role) => again.structure.depth[role])).toEqual(
          [...org.structure.preorder].map((role) => org.structure.depth[role]),
        )
        expect(again.held.length).toBe(0)
      }),
      { numRuns: 400 },
    )
  })
})

describe('what the notation cannot say is left out, and counted', () => {
  test('of the sample: names, units, what takes several powers', () => {
    const { leftOut, text } = writeOutline(pinfold())
    expect(leftOut).toMatchObject({ segments: 3, units: 8, routes: 1 })
    expect(leftOut.cases).toBeGreaterThan(0)
    expect(text.split('\n')[0]).toMatch(/^Managing director/)
  })
  test('a power that holds for one branch only, or that others must agree to, is none for all', () => {
    const grants = [
      { id: 'a', role: 'r', kind: 'refund', limit: 50, scope: { units: ['n'] } },
      { id: 'b', role: 'r', kind: 'discount', limit: 50, requiresAgreementOf: ['t'] },
      { id: 'c', role: 'r', kind: 'spend', limit: 50 },
    ]
    const roles = [
      { id: 't', title: 'Top' },
      { id: 'r', title: 'Clerk', reportsTo: 't' },
    ]
    const { text, leftOut } = writeOutline(orgOfFile({ headstand: '1.0', roles, grants }))
    expect(text).toBe('Top\n  Clerk   settles: spend up to 50\n')
    expect(leftOut).toEqual({ grants: 2 })
  })
  test('of many roles the deepest layers, and never half a layer', () => {
    const roles = Array.from({ length: 2000 }, (_, i) => ({
      id: `r${i}`,
      title: `Role ${i}`,
      reportsTo: i ? `r${Math.floor((i - 1) / 6)}` : null,
    }))
    const { text, roles: written, leftOut } = writeOutline(orgOfFile({ headstand: '1.0', roles }))
    expect(written).toBe(1 + 6 + 36 + 216)
    expect(text.trimEnd().split('\n')).toHaveLength(written)
    expect(leftOut).toEqual({ roles: 2000 - written })
  })
})
