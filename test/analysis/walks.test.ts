import { expect, test } from 'vitest'
import { analysed, type File } from '../organisations'

test('cases that may end alike in the worst case and not in the best stay two rows', () => {
  const { walks } = analysed({
    headstand: '1.0',
    coverage: { authority: 'complete' },
    roles: [
      { id: 'ceo', reportsTo: null, responseHours: 5 },
      { id: 'ops', reportsTo: 'ceo', responseHours: 10 },
      { id: 'lead', reportsTo: 'ops', responseHours: 2 },
      { id: 'agent', reportsTo: 'lead' },
      { id: 'law', reportsTo: 'ceo', responseHours: 1 },
    ],
    touchpoints: ['shop', 'phone'].map((id) => ({ id, channel: id, staffedBy: ['agent'] })),
    issueTypes: [{ id: 'i', needs: [{ kind: 'refund', amount: 'value' }], values: [{ amount: 100, share: 1 }] }],
    demand: ['shop', 'phone'].map((touchpoint) => ({ touchpoint, issueType: 'i', perPeriod: 10 })),
    // How far the lead and operations may go is not in the file.
    grants: [
      { id: 'a', role: 'ceo', kind: 'refund', limit: 1000 },
      { id: 'b', role: 'lead', kind: 'refund', requiresAgreementOf: ['law'], scope: { channels: ['shop'] } },
      { id: 'c', role: 'ops', kind: 'refund', scope: { channels: ['phone'] } },
    ],
  })
  expect(
    walks
      .map(({ contacts, step, hours }) => ({ contacts, step, hours }))
      .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
  ).toEqual([
    { contacts: 10, step: { low: 2, high: 3 }, hours: { low: 12, high: 17 } },
    { contacts: 10, step: { low: 2, high: 3 }, hours: { low: 3, high: 17 } },
  ])
})

test('cases of no value and cases of the values of their kind are told apart, whichever row comes first', () => {
  const file = (ids: readonly [string, string]): File => ({
    headstand: '1.0',
    coverage: { authority: 'complete' },
    roles: [
      { id: 'lead', reportsTo: null },
      { id: 'agent', reportsTo: 'lead' },
    ],
    touchpoints: [{ id: 'shop', staffedBy: ['agent'] }],
    issueTypes: [{ id: 'i', needs: [{ kind: 'refund', amount: 'value' }], values: [{ amount: 100, share: 1 }] }],
    demand: [
      { id: ids[0], touchpoint: 'shop', issueType: 'i', perPeriod: 10, values: null },
      { id: ids[1], touchpoint: 'shop', issueType: 'i', perPeriod: 5 },
    ],
    grants: [
      { id: 'a', role: 'agent', kind: 'refund', limit: 50 },
      { id: 'b', role: 'lead', kind: 'refund', limit: null },
    ],
  })
  for (const given of [file(['d1', 'd2']), file(['d2', 'd1'])]) {
    expect(analysed(given).walks.map(({ value, contacts }) => [value, contacts])).toEqual([
      [null, 10],
      [100, 5],
    ])
  }
})
