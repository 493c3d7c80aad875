// The matrix to fill in: what a finance department writes into it is read back as what it meant.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authorityOf } from '../../src/analysis/authority'
import { kindsIn, writeMatrix } from '../../src/export/formats/matrix'
import { wordsFor } from '../../src/i18n/words'
import { joinFiles } from '../../src/import/join'
import { readText } from '../../src/import/read'
import { buildOrg } from '../../src/model/build'
import type { Org } from '../../src/model/types'
import { textOf } from '../../src/model/write'
import { pinfold } from '../gallery/org'

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

  const cellsOf = (of: Org) => linesOf(of).map((line) => line.split(','))
  test('says what is known already, where a cell can say it', () => {
    expect(cellsOf(pinfold())).toEqual([
      ['Job title', 'Exception', 'Refund', 'Replacement', 'Scheduling', 'Discount', 'Admitting liability', 'Customer record'],
      ['Business account manager', '', '', '', '', '250', '', ''],
      ['Care agent', '', '30', '', '', '', '', ''],
      ['Cashier North', '', '20', '', '', '', '', ''],
      ['Cashier South', '', '20', '', '', '', '', ''],
      ['Care team lead', '', '60', '', '', '', '', ''],
      ['Head of sales', '', '500', '', '', '500', '', ''],
      ['Store manager North', '', '100', '', '', '', '', ''],
      ['Store manager South', '', '100', '', '', '', '', ''],
      ['Head of operations', '', '', '', '', '', '', ''],
      ['Managing director', '', '1000', '', '', 'no limit', '', ''],
      ['Dispatcher', '', '', '150', 'yes', '', '', ''],
      ['Head of finance', '', '', '', '', '5000', '', ''],
    ])
  })

  test('says nothing where two with one title may do different things', () => {
    const shared = (change: (file: { roles: { id: string; title: string }[]; grants: { id: string; limit?: number }[] }) => void) =>
      cellsOf(
        pinfold((file) => {
          for (const role of file.roles) if (role.id.startsWith('cash-')) role.title = 'Cashier'
          change(file as never)
        }),
      ).find(([title]) => title === 'Cashier')?.[2]
    expect(shared(() => {})).toBe('20')
    expect(shared(({ grants }) => Object.assign(grants[1] as object, { limit: 25 }))).toBe('')
    expect(shared((file) => Object.assign(file, { grants: file.grants.filter(({ id }) => id !== 'g2') }))).toBe('')
  })

  test('law: what it says already, read again, gives and takes no power', () => {
    const roles = [
      'cash-n',
      'cash-s',
      'mgr-n',
      'agent',
      'lead',
      'sales',
      'title:Cashier',
      'title:Dispatcher',
      'title:Team lead / Deputy',
      'title:Team_lead',
    ]
    const kinds = ['refund', 'discount', 'exception', 'schedule', 'apologise', 'information', 'x-refund-late']
    const grant = fc.record(
      {
        role: fc.constantFrom(...roles),
        kind: fc.constantFrom(...kinds),
        limit: fc.oneof(fc.constantFrom(null, 0, 20, 12.5, 1.234, 1e9, 5000), fc.integer({ min: 1, max: 99_999 })),
        per: fc.constantFrom('case', 'month', null),
        policy: fc.constant('other-store-purchase'),
        system: fc.constant('oms'),
        faultOf: fc.constantFrom('any', 'own-unit'),
        level: fc.constantFrom(2, 6),
        scope: fc.constant({ segments: ['loyal'] }),
        conditions: fc.constant('before noon'),
        requiresAgreementOf: fc.constant(['ceo']),
      },
      { requiredKeys: ['role', 'kind'] },
    )
    const simple = fc.record(
      { role: fc.constantFrom(...roles), kind: fc.constantFrom(...kinds), limit: fc.integer({ min: 1, max: 900 }) },
      { requiredKeys: ['role', 'kind'] },
    )
    let filled = 0
    fc.assert(
      fc.property(fc.array(fc.oneof(grant, simple, simple), { minLength: 1, maxLength: 24 }), (grants) => {
        const before = pinfold((file) => {
          for (const role of file.roles) {
            if (role.id.startsWith('cash-')) role.title = 'Cashier'
            if (role.id === 'lead') role.title = 'Team lead / Deputy'
            if (role.id === 'mgr-n') role.title = 'Deputy'
            if (role.id === 'mgr-s') role.title = 'Team lead'
            if (role.id === 'sales') role.title = 'Team_lead'
          }
          file.grants = grants.map((one, i) => ({ id: `g${i}`, ...one })) as never
          file.issueTypes?.push({ id: 'all', needs: kinds.map((kind) => ({ kind })) } as never)
        })
        const rows = linesOf(before)
          .slice(1)
          .map(
            (line) =>
              line
                .slice(line.indexOf(',') + 1)
                .split(',')
                .filter(Boolean).length,
          )
        const cells = rows.reduce((a, b) => a + b, 0)
        if (cells === 0) return
        filled += cells
        const [matrix] = joinFiles([readText('m.csv', writeMatrix(before, words).text), readText('o.json', textOf(before.doc))])
        if (!matrix?.draft) throw new Error('it is not read')
        const doc = { ...before.doc, grants: [...(before.doc.grants ?? []), ...(matrix.draft.sections.grants?.rows ?? [])] as never }
        const after = buildOrg([readText('o.json', textOf(doc)).draft!]).org!
        expect(powersOf(after)).toEqual(powersOf(before))
      }),
      { numRuns: 60 },
    )
    expect(filled).toBeGreaterThan(50)
    function powersOf(of: Org) {
      const authority = authorityOf(of)
      const bounds = [{}, { policy: 'other-store-purchase' }, { policy: 'another' }, { system: 'oms' }, { system: 'crm' }]
      return Array.from({ length: of.doc.roles.length }, (_, role) =>
        kinds.flatMap((kind) =>
          bounds.flatMap((bound) =>
            [null, 1, 1.3, 12.6, 20, 21, 400, 4999, 1e6].flatMap((value) =>
              ['loyal', 'business'].map((segment) => {
                const need = { kind, ...bound, amount: 'value' } as never
                const context = { issueType: 'all', segment, unit: null, channel: null }
                return `${authority.covers(role, need, context, value)}${authority.holds(role, need, context, value)}`
              }),
            ),
          ),
        ),
      )
    }
  })
})
