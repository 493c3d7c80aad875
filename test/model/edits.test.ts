// Edits that bring people and files further: each is undone by giving the document back, and leaves alone what it does not speak of.
import { describe, expect, test } from 'vitest'
import { analyse, analysisAfter } from '../../src/analysis/analyse'
import { finish } from '../../src/base/steps'
import { cellAt, cellsOf } from '../../src/base/table'
import { wordsFor } from '../../src/i18n/words'
import { readText } from '../../src/import/read'
import { buildOrg } from '../../src/model/build'
import { applyEdit, validateEdit } from '../../src/model/edits/apply'
import type { Edit } from '../../src/model/edits/edit'
import { orgAfter } from '../../src/model/resolve'
import { THRESHOLDS, type ThresholdName, threshold } from '../../src/model/thresholds'
import type { GrantId, IssueTypeId, Org, SegmentId, TouchpointId } from '../../src/model/types'
import { fromText, PARTS, toText } from '../../src/ui/panels/topics/thresholds'
import { orgOfFile, pinfoldFile } from '../organisations'

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

describe('what is accepted', () => {
  const before = org(SHOP)
  const of = [{ code: 'F04', subject: { role: 'till', issueType: 'late' } }]
  const accept = (because: string | null, more: object = {}): Edit => ({ kind: 'accept', of, because, ...more })

  test('stands in the file with its reason, once, and is taken back without a trace', () => {
    const once = edited(before, accept(' It is the law. ', { by: 'Board', until: '2027-03-31' }))
    expect(once.doc.accepted).toEqual([{ ...of[0], because: 'It is the law.', by: 'Board', until: '2027-03-31' }])
    const twice = edited(once, accept('It is still the law.'))
    expect(twice.doc.accepted).toEqual([{ ...of[0], because: 'It is still the law.' }])
    const turned = { ...of[0], subject: { issueType: 'late', role: 'till' } } as (typeof of)[0]
    expect(edited(twice, { kind: 'accept', of: [turned], because: null }).doc).toEqual(before.doc)
  })

  test('needs a reason, something to be accepted, and a day that there is', () => {
    const codeOf = (edit: Edit) => validateEdit(before.doc, edit)
    expect(codeOf(accept('  '))).toBe('because-missing')
    expect(codeOf({ kind: 'accept', of: [], because: 'so' })).toBe('nothing-to-accept')
    expect(codeOf(accept(null))).toBe('not-accepted')
    expect(['2027-02-30', '2027-13-01', '31.12.2027', 'soon', ''].map((until) => codeOf(accept('so', { until })))).toEqual(
      Array(5).fill('not-a-day'),
    )
  })
})

describe('what counts as much', () => {
  const before = org(SHOP)
  const edit = (name: ThresholdName, value: number | null): Edit => ({ kind: 'threshold', name, value })

  test('is the file’s own from now on, and as usual again without a trace', () => {
    const own = edited(before, edit('deepStep', 3))
    expect(threshold(own.doc, 'deepStep')).toBe(3)
    expect(edited(own, edit('deepStep', null)).doc).toEqual(before.doc)
    expect(edited(edited(own, edit('goSeeDays', 30)), edit('deepStep', null)).doc.thresholds).toEqual({ goSeeDays: 30 })
  })

  test('is a number that there can be, whole where it counts steps, and never puts medium above high', () => {
    const codeOf = (name: ThresholdName, value: number) => validateEdit(before.doc, edit(name, value))
    expect(codeOf('severityHigh', Number.NaN)).toBe('not-a-number')
    expect(codeOf('severityHigh', Number.POSITIVE_INFINITY)).toBe('not-a-number')
    expect(codeOf('severityHigh', -0.1)).toBe('below-nothing')
    expect(codeOf('severityHigh', 1.2)).toBe('too-much')
    expect(codeOf('payRatio', 1.2)).toBeNull()
    expect(codeOf('deepStep', 2.5)).toBe('not-whole')
    expect(codeOf('severityMedium', 0.3)).toBe('out-of-order')
    expect(codeOf('overlapHigh', 0.7)).toBe('out-of-order')
    expect(codeOf('severityMedium', 0.25)).toBeNull()
  })

  test('every threshold may be set to what it is, and every one has a place on the page and words', () => {
    const names = Object.keys(THRESHOLDS) as ThresholdName[]
    expect(names.map((name) => validateEdit(before.doc, edit(name, THRESHOLDS[name])))).toEqual(names.map(() => null))
    expect(Object.values(PARTS).flat().sort()).toEqual([...names].sort())
    for (const name of names) {
      expect(wordsFor('en').say(`judging.name.${name}`)).not.toBe('')
      expect(fromText(name, toText(name, THRESHOLDS[name]))).toBeCloseTo(THRESHOLDS[name], 4)
    }
  })

  test('changes what is judged, and nothing that is counted', () => {
    const pinfold = orgOfFile(pinfoldFile())
    const was = analyse(pinfold)
    const after = edited(pinfold, edit('severityHigh', 0.9))
    const is = finish(analysisAfter(was, after))
    expect(is.totals).toEqual(was.totals)
    expect(is.counts).toEqual(was.counts)
    expect(is.findings.filter(({ severity }) => severity === 'high').length).toBeLessThan(
      was.findings.filter(({ severity }) => severity === 'high').length,
    )
    expect(is.findings.map(({ code, severity }) => [code, severity])).toEqual(
      analyse({ ...after }).findings.map(({ code, severity }) => [code, severity]),
    )
  })
})

test('the same at each of many places is one step, all of them or none', () => {
  const before = org(SHOP)
  const give = (role: string): Edit => ({ kind: 'grant', grant: { role, kind: 'refund', limit: 20 } as never })
  expect(edited(before, { kind: 'each', edits: [give('a'), give('b')] }).doc.grants).toHaveLength(2)
  expect(validateEdit(before.doc, { kind: 'each', edits: [give('a'), give('')] })).toBe('grant-incomplete')
  expect(validateEdit(before.doc, { kind: 'each', edits: [] })).toBe('nothing-to-add')
})
