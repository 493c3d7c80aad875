// The remedies of the worked example (domain.md 4.6), as edits.
import type { Edit } from '../../src/model/edits/edit'

const grant = (role: string, kind: string, more: object = {}): Edit => ({ kind: 'grant', grant: { role, kind, ...more } })
export const A = [grant('cash-s', 'exception', { policy: 'other-store-purchase' })]
export const B: readonly Edit[] = [
  { kind: 'limit', grant: 'g1', limit: 40 },
  { kind: 'limit', grant: 'g2', limit: 40 },
]
export const C = [grant('agent', 'schedule')]
export const D = [grant('cash-n', 'information', { system: 'oms' }), grant('cash-s', 'information', { system: 'oms' })]
export const E: readonly Edit[] = [{ kind: 'route', route: { from: 'acct', to: 'disp', issueTypes: ['late'] } }]
