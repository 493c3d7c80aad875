// What a finding offers mends it: applied, the row is gone or says less.
import { describe, expect, test } from 'vitest'
import { orgOf } from '../../src/model/build'
import { applyEdit, validateEdit } from '../../src/model/edits/apply'
import type { Org } from '../../src/model/types'
import { pinfold } from '../organisations'
import { analyse, type Finding } from './public'

const org = pinfold()
const same = (a: Finding, b: Finding) => a.code === b.code && JSON.stringify(a.subject) === JSON.stringify(b.subject)
const flagged = (of: Org) => analyse(of).findings.filter((one) => one.state === 'flagged')

describe('the first remedy of each finding', () => {
  const rows = flagged(org).filter(({ remedies }) => remedies.length > 0)
  test.each(['F07', 'F08', 'F09', 'F14', 'F15', 'F19'])('%s: offered and, applied, the finding is no longer there', (code) => {
    const found = rows.filter((one) => one.code === code)
    expect(found.length).toBeGreaterThan(0)
    for (const row of found) {
      const after = row.remedies.reduce((doc, edit) => {
        expect(validateEdit(doc, edit)).toBeNull()
        return applyEdit(doc, edit)
      }, org.doc)
      expect(flagged(orgOf(after).org).some((one) => same(one, row))).toBe(false)
    }
  })
  test('a channel that nobody is at the other end of is no remedy', () => {
    expect(validateEdit(org.doc, { kind: 'channel', channel: { from: 'agent', to: 'agent' } })).toBe('channel-incomplete')
    expect(validateEdit(org.doc, { kind: 'goSee', role: 'ops', everyDays: 0 })).toBe('days-not-positive')
    expect(validateEdit(org.doc, { kind: 'deputy', role: 'disp', deputy: 'nobody' })).toBe('role-missing')
    expect(validateEdit(org.doc, { kind: 'measure', role: 'nobody', measure: { name: 'x' } })).toBe('role-missing')
  })
})
