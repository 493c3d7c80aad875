// An edit costs what it changes: every other part of the Org is the very part it was.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buffersIn } from '../../src/base/transfer'
import { orgOf } from '../../src/model/build'
import { applyEdit, validateEdit } from '../../src/model/edits/apply'
import type { Edit } from '../../src/model/edits/edit'
import { orgAfter } from '../../src/model/resolve'
import { idOf, idsOf, roleAt } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { organisation } from '../bench/organisation.mjs'
import { orgOfFile, pinfold } from '../organisations'

const large = orgOfFile(organisation(2000).text)
const grants = large.doc.grants ?? []
/** Columns of the one that the other does not have. */
function newColumns(after: Org, before: Org): number {
  const known = new Set(buffersIn(before))
  return buffersIn(after).filter((buffer) => !known.has(buffer)).length
}
const edited = (org: Org, edit: Edit) => orgAfter(org, applyEdit(org.doc, edit))

describe('columns copied', () => {
  test('none by a limit', () => {
    const after = edited(large, { kind: 'limit', grant: grants.at(-1)?.id as string, limit: 7 })
    expect(newColumns(after, large)).toBe(0)
    expect([after.held, after.structure, after.contacts]).toEqual([large.held, large.structure, large.contacts])
    expect(after.doc.grants?.at(-1)?.limit).toBe(7)
  })
  test('two by a grant: who holds which', () => {
    const after = edited(large, { kind: 'grant', grant: { role: idOf(large, 5), kind: 'refund' } })
    expect(newColumns(after, large)).toBe(2)
    expect(after.held.length).toBe(large.held.length + 1)
  })
  test('none by a route', () => {
    const after = edited(large, { kind: 'route', route: { from: idOf(large, 9), to: idOf(large, 0) } })
    expect(newColumns(after, large)).toBe(0)
  })
})

const ref = fc.constantFrom('ceo', 'agent', 'cash-n', 'nobody', 'title:Cashier', 'title:nothing', 'title:Service lead')
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('limit' as const), grant: fc.nat(40).map((n) => `g${n}`), limit: fc.option(fc.nat(500)) }),
  fc.record({
    kind: fc.constant('grant' as const),
    grant: fc.record(
      { id: fc.nat(40).map((n) => `g${n}`), role: ref, kind: fc.constant('refund'), requiresAgreementOf: fc.array(ref, { maxLength: 3 }) },
      { requiredKeys: ['role', 'kind'], noNullPrototype: true },
    ),
  }),
  fc.record({ kind: fc.constant('route' as const), route: fc.record({ from: ref, to: ref }) }),
)

test('after any edits it is the Org that the document would be built into', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
      let org = pinfold()
      for (const one of edits) {
        if (validateEdit(org.doc, one) !== null) continue
        org = edited(org, one)
        expect(org).toEqual(orgOf(org.doc).org)
      }
    }),
  )
})
test('with a grant taken away, too', () => {
  const doc = { ...large.doc, grants: grants.toSpliced(3, 2) }
  expect(orgAfter(large, doc)).toEqual(orgOf(doc).org)
})
test('where anything else has changed, all is resolved anew', () => {
  const doc = { ...large.doc, touchpoints: (large.doc.touchpoints ?? []).slice(1) }
  expect(orgAfter(large, doc)).toEqual(orgOf(doc).org)
})

test('an Org is plain data', () => {
  const copy = structuredClone(large)
  expect(copy).toEqual(large)
  expect(idsOf(copy).map((id) => roleAt(copy, id))).toEqual(idsOf(large).map((_, role) => role))
})
