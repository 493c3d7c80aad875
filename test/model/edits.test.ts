// Edits that bring people and files further: each is undone by giving the document back, and leaves alone what it does not speak of.
import { describe, expect, test } from 'vitest'
import { analyse, analysisAfter } from '../../src/analysis/analyse'
import { finish } from '../../src/base/steps'
import { cellAt, cellsOf } from '../../src/base/table'
import { readText } from '../../src/import/read'
import { buildOrg } from '../../src/model/build'
import { applyEdit, validateEdit } from '../../src/model/edits/apply'
import type { Edit } from '../../src/model/edits/edit'
import { orgAfter } from '../../src/model/resolve'
import type { GrantId, IssueTypeId, Org, SegmentId, TouchpointId } from '../../src/model/types'

const org = (text: string): Org => buildOrg([readText('test.txt', text).draft!]).org!
const SHOP = 'Owner\n  Lead\n    Till ×4\n    Buyer\n  Lead\n    Till ×2\n'
const edited = (before: Org, edit: Edit): Org => {
  expect(validateEdit(before.doc, edit)).toBeNull()
  return orgAfter(before, applyEdit(before.doc, edit))
}
const titled = ({ doc }: Org, title: string) => cellsOf(doc.roles, 'title').flatMap((one, i) => (one === title ? [i] : []))

describe('who meets customers', () => {
  test('is said of all roles with a title at once, and makes them the front row', () => {
    const before = org(SHOP)
    const met = edited(before, { kind: 'meets', role: 'title:till', meets: true })
    expect(titled(met, 'Till').map((role) => met.structure.distance[role])).toEqual([1, 1])
    expect(titled(met, 'Owner').map((role) => met.structure.distance[role])).toEqual([3])
    expect(before.doc.roles.columns.meetsCustomers.kind).toBe('absent')
  })

  test('is taken back by saying so, and others keep what was said of them', () => {
    const both = edited(edited(org(SHOP), { kind: 'meets', role: 'title:Till', meets: true }), {
      kind: 'meets',
      role: 'title:Buyer',
      meets: true,
    })
    const one = edited(both, { kind: 'meets', role: 'title:Till', meets: false })
    const said = (title: string) => titled(one, title).map((role) => cellAt(one.doc.roles, 'meetsCustomers', role))
    expect([said('Till'), said('Buyer'), said('Owner')]).toEqual([[false, false], [true], [undefined]])
  })

  test('cannot be said of a title that nobody has', () => {
    expect(validateEdit(org(SHOP).doc, { kind: 'meets', role: 'title:Pilot', meets: true })).toBe('role-missing')
  })
})

const BROUGHT: Edit = {
  kind: 'add',
  from: { kind: 'template', name: 'retail' },
  rows: {
    segments: [{ id: 's' as SegmentId, name: 'Regulars', customers: 10 }],
    touchpoints: [{ id: 't' as TouchpointId, staffedBy: ['title:Till'] }],
    issueTypes: [{ id: 'i' as IssueTypeId, needs: [{ kind: 'refund', amount: 40 }] }],
    demand: [{ touchpoint: 't' as TouchpointId, segment: 's' as SegmentId, issueType: 'i' as IssueTypeId, perPeriod: 60 }],
    grants: [{ id: 'g' as GrantId, role: 'title:Lead', kind: 'refund', limit: 100 }],
  },
  coverage: { authority: 'complete' },
}

describe('what a template or a file brings', () => {
  test('stands beside the roles, which stay, and is counted as if it had always been there', () => {
    const before = org(SHOP)
    const met = edited(before, BROUGHT)
    expect(met.doc.roles).toBe(before.doc.roles)
    expect(met.contacts.length).toBe(2)
    const fresh = analyse(met)
    expect(fresh.totals.contacts).toBe(60)
    expect(finish(analysisAfter(analyse(before), met)).totals).toEqual(fresh.totals)
    expect(met.doc.coverage).toEqual({ authority: 'complete' })
  })

  test('replaces rows with the same ids and adds none twice', () => {
    const once = edited(org(SHOP), BROUGHT)
    const twice = edited(once, {
      ...BROUGHT,
      rows: { ...BROUGHT.rows, grants: [{ id: 'g' as GrantId, role: 'title:Till', kind: 'refund' }] },
    })
    expect(twice.doc.grants).toEqual([{ id: 'g', role: 'title:Till', kind: 'refund' }])
    expect(twice.doc.segments).toHaveLength(1)
  })

  test('is something', () => {
    expect(validateEdit(org(SHOP).doc, { kind: 'add', from: { kind: 'file', name: 'a.csv' }, rows: { grants: [] } })).toBe('nothing-to-add')
  })
})
