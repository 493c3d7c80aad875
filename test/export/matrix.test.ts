// The matrix to fill in: what a finance department writes into it is read back as what it meant.
import { describe, expect, test } from 'vitest'
import { kindsIn, writeMatrix } from '../../src/export/formats/matrix'
import { wordsFor } from '../../src/i18n/words'
import { joinFiles } from '../../src/import/join'
import { readText } from '../../src/import/read'
import { buildOrg } from '../../src/model/build'
import type { Org } from '../../src/model/types'

const words = wordsFor('en')
const org = (text: string): Org => buildOrg([readText('test.txt', text).draft!]).org!
const SHOP = org('Owner\n  Lead   settles: refund up to 100\n    Till ×4   meets: refund of 40 ×60\n    Buyer\n')
const linesOf = (of: Org) =>
  writeMatrix(of, words)
    .text.replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')

describe('the matrix to fill in', () => {
  test('has the organisation’s own titles, those who meet customers first, and what its cases need', () => {
    const [header, ...rows] = linesOf(SHOP)
    expect(header).toBe('Job title,Refund')
    expect(rows.map((row) => row.split(',')[0])).toEqual(['Till', 'Lead', 'Buyer', 'Owner'])
  })

  test('filled in, every kind of power and every title is found again', () => {
    const kinds = [
      'refund',
      'discount',
      'replace',
      'goodwill',
      'spend',
      'exception',
      'apologise',
      'schedule',
      'information',
      'commit-unit',
      'admit-liability',
      'x-late-delivery',
    ]
    const doc = { ...SHOP.doc, issueTypes: [{ id: 'all', needs: kinds.map((kind) => ({ kind })) }] } as unknown as Org['doc']
    const all = { ...SHOP, doc }
    expect(kindsIn(all)).toEqual(kinds)
    const [header, ...rows] = linesOf(all)
    const filled = [header, ...rows.map((row) => row.replace(/,+$/, `,${kinds.map((_, i) => 10 * (i + 1)).join(',')}`))].join('\r\n')
    const people = readText('people.txt', 'Owner\n  Lead\n    Till ×4\n    Buyer\n')
    const matrix = joinFiles([readText('matrix.csv', filled), people])[0]
    const grants = (matrix?.draft?.sections.grants?.rows ?? []) as readonly { role: string; kind: string; limit: number }[]
    const till = grants.filter(({ role }) => role === 'title:Till')
    expect(till.map(({ kind, limit }) => [kind, limit])).toEqual(kinds.map((kind, i) => [kind, 10 * (i + 1)]))
    expect(matrix?.understood?.authority?.notUnderstood).toEqual([])
  })

  test('a title that a spreadsheet would calculate is a text, and one with a comma is one cell', () => {
    const roles = [
      { id: 'a', title: '=1+1' },
      { id: 'b', title: 'Clerk, first "class"', reportsTo: 'a' },
    ]
    const lines = linesOf(org(JSON.stringify({ headstand: '1.0', roles })))
    expect(lines.slice(1).map((line) => line.replace(/,+$/, ''))).toEqual([' =1+1', '"Clerk, first ""class"""'])
  })

  test('says what is known already, where a cell can say it', () => {
    const held = {
      ...SHOP,
      doc: {
        ...SHOP.doc,
        grants: [
          { id: 'g', role: 'title:Lead', kind: 'refund', limit: 100 },
          { id: 'h', role: 'title:Owner', kind: 'refund', limit: null },
        ],
      },
    } as unknown as Org
    expect(linesOf(held)).toContain('Lead,100')
    expect(linesOf(held)).toContain('Owner,no limit')
    expect(linesOf(held)).toContain('Till,')
  })
})
