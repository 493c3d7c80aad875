// The notation of the tests, and of people who paste.
import { describe, expect, test } from 'vitest'
import { readText } from '../../../src/import/read'

const read = (text: string) => readText('x', text)
const sections = (text: string) => {
  const given = read(text).draft?.sections ?? {}
  return Object.fromEntries(Object.entries(given).map(([name, section]) => [name, section?.rows]))
}
const tree = (text: string) =>
  (sections(text).roles as { title: string; reportsTo: string | null }[]).map((row) => [row.title, row.reportsTo])

describe('indentation is the reporting line', () => {
  const expected = [
    ['Director', null],
    ['Lead', 'director'],
    ['Agent', 'lead'],
    ['Clerk', 'director'],
  ]
  test.each([
    ['blanks', 'Director\n  Lead\n    Agent\n  Clerk'],
    ['tabs', 'Director\n\tLead\n\t\tAgent\n\tClerk'],
    ['tabs and blanks mixed', 'Director\n  Lead\n\t\tAgent\n\tClerk'],
    ['bullets', '• Director\n  - Lead\n    * Agent\n  – Clerk'],
    ['bullets with tabs', '•\tDirector\n\t•\tLead\n\t\t•\tAgent\n\t•\tClerk'],
    ['numbers', '1. Director\n  1) Lead\n     1. Agent\n  2) Clerk'],
    ['an indented block', '\n      Director\n        Lead\n            Agent\n        Clerk\n'],
    ['Windows line ends and empty lines', 'Director\r\n\r\n  Lead\r\n    Agent\r\n\r\n  Clerk\r\n'],
  ])('in %s', (_, text) => {
    expect(tree(text)).toEqual(expected)
  })

  test('several tops are several tops', () => {
    expect(tree('North\n  A\nSouth\n  B')).toEqual([
      ['North', null],
      ['A', 'north'],
      ['South', null],
      ['B', 'south'],
    ])
  })

  test('namesakes get ids of their own', () => {
    expect(tree('Boss\n  Lead\n    Agent\n  Lead\n    Agent').map(([, manager]) => manager)).toEqual([
      null,
      'boss',
      'lead',
      'boss',
      'lead-2',
    ])
  })

  test.each(['Agent ×8', 'Agent x8', 'Agent  × 8'])('%j is eight people', (line) => {
    expect(sections(`Lead\n  ${line}`).roles).toMatchObject([{ id: 'lead' }, { id: 'agent', title: 'Agent', headcount: 8 }])
  })
})

describe('what a role settles and meets', () => {
  test('the example of the architecture', () => {
    const text = `
      Managing director        settles: refund
        Service lead           settles: refund up to 100
          Agent                meets: refund, late delivery`
    expect(sections(text)).toEqual({
      roles: [
        { id: 'managing-director', title: 'Managing director', reportsTo: null },
        { id: 'service-lead', title: 'Service lead', reportsTo: 'managing-director' },
        { id: 'agent', title: 'Agent', reportsTo: 'service-lead' },
      ],
      touchpoints: [{ id: 'at-agent', name: 'Agent', staffedBy: ['agent'] }],
      issueTypes: [
        { id: 'refund', name: 'refund', needs: [{ kind: 'refund', amount: 'value' }] },
        { id: 'late-delivery', name: 'late delivery', needs: [{ kind: 'x-late-delivery' }] },
      ],
      grants: [
        { id: 'managing-director-refund', role: 'managing-director', kind: 'refund', limit: null, per: 'case' },
        { id: 'service-lead-refund', role: 'service-lead', kind: 'refund', limit: 100, per: 'case' },
      ],
    })
    expect(read(text).draft?.whole).toEqual({ coverage: { authority: 'complete' } })
  })

  test.each([
    ['refund up to 100', { kind: 'refund', limit: 100 }],
    ['refund up to €1,000', { kind: 'refund', limit: 1000 }],
    ['refund up to 20.50 EUR', { kind: 'refund', limit: 20.5 }],
    ['refund', { kind: 'refund', limit: null }],
    ['goodwill without limit', { kind: 'goodwill', limit: null }],
    ['Schedule', { kind: 'schedule' }],
    ['admit liability', { kind: 'admit-liability' }],
    ['apologise', { kind: 'apologise', faultOf: 'any' }],
    ['late delivery', { kind: 'x-late-delivery' }],
    ['Потерянный билет', { kind: 'x-потерянный-билет' }],
  ])('settles: %s', (text, grant) => {
    const { id, role, per, ...said } = (sections(`Boss   settles: ${text}\n  Agent`).grants as Record<string, unknown>[])[0] as Record<
      string,
      unknown
    >
    expect(said).toEqual(grant)
  })

  test('a comma parts items, but not the thousands of a number', () => {
    expect(sections('Boss   settles: refund up to 1,000, schedule, spend up to 5\n  Agent').grants).toMatchObject([
      { kind: 'refund', limit: 1000 },
      { kind: 'schedule' },
      { kind: 'spend', limit: 5 },
    ])
  })

  test('values and contacts: refund of 40 ×60', () => {
    const text = 'Boss\n  Agent   meets: refund of 40 ×60, refund of 150 ×20, late delivery ×100   settles: refund up to 50'
    expect(sections(text).demand).toMatchObject([
      { touchpoint: 'at-agent', issueType: 'refund', perPeriod: 60, values: [{ amount: 40, share: 1 }] },
      { touchpoint: 'at-agent', issueType: 'refund', perPeriod: 20, values: [{ amount: 150, share: 1 }] },
      { touchpoint: 'at-agent', issueType: 'late-delivery', perPeriod: 100 },
    ])
    expect(read(text).diagnostics.map((one) => one.code)).toEqual(['outline-complete'])
  })

  test('contacts are counted once each, and that is said, only where roles meet different things', () => {
    const same = 'Boss\n  A   meets: refund\n  B   meets: refund'
    const different = 'Boss\n  A   meets: refund\n  B   meets: schedule'
    expect(sections(same)).not.toHaveProperty('demand')
    expect(sections(different).demand).toMatchObject([
      { touchpoint: 'at-a', issueType: 'refund', perPeriod: 1 },
      { touchpoint: 'at-b', issueType: 'schedule', perPeriod: 1 },
    ])
    expect(read(different).diagnostics.map((one) => one.code)).toContain('outline-counted-once')
  })

  test('what cannot be read is told with its line, the rest is read', () => {
    const { draft, diagnostics } = read('Boss   settles: refund, ???\n  Agent')
    expect(draft?.sections.grants?.rows).toHaveLength(1)
    expect(diagnostics).toMatchObject([
      { code: 'clause-unreadable', places: [{ row: 1, params: { texts: ['???'] } }] },
      { code: 'outline-complete' },
    ])
  })

  test('titles only: nothing is claimed about authority', () => {
    expect(read('Boss\n  Agent').draft).toMatchObject({ whole: {}, sections: { roles: {} } })
    expect(Object.keys(read('Boss\n  Agent').draft?.sections ?? {})).toEqual(['roles'])
  })
})

describe('what is no outline', () => {
  test.each([
    ['prose', 'Dear all,\n  thank you for coming. It was a good day.\nYours,\n  me.'],
    ['a list without levels', 'Bread\nMilk\nEggs'],
    ['a table', 'City,Rain\n  Oslo,3\n  Rome,1'],
    ['program text', 'def f(x):\n    return x\n'],
    ['YAML', 'team:\n  name: North\n  size: 3\n'],
    ['JSON, broken or not', '{\n  "name": "A",\n'],
    ['a web page', '<ul>\n  <li>Boss\n</ul>'],
    ['a style sheet', 'a {\n  color: red;\n}\n'],
    ['a mail with quotes', 'Hello\n  > You wrote: see below\n  > and more'],
    ['one line', 'Boss'],
    ['one very long line', `Boss\n  ${'x '.repeat(30_000)}`],
  ])('%s', (_, text) => {
    expect(read(text).recognised).toBeNull()
  })
})
