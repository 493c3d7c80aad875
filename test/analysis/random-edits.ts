import fc from 'fast-check'
import { cellAt } from '../../src/base/table'
import type { Edit } from '../../src/model/edits/edit'
import { idOf } from '../../src/model/roles'
import type { Grant, Org } from '../../src/model/types'

const KINDS = ['refund', 'replace', 'goodwill', 'discount', 'schedule', 'information', 'exception', 'apologise']
const picked = <T>(of: readonly T[]) => fc.nat().map((at) => of[at % Math.max(1, of.length)] as T)

/** Edits of an organisation: powers by post and by title, some of them for others to agree to, limits, and now and then a route. */
export function editsOf(org: Org): fc.Arbitrary<Edit> {
  const ids = Array.from({ length: org.doc.roles.length }, (_, role) => idOf(org, role) as string)
  const titles = ids.flatMap((_, role) => cellAt(org.doc.roles, 'title', role) ?? []).map((title) => `title:${title}`)
  const issueIds = (org.doc.issueTypes ?? []).map(({ id }) => id as string)
  const limit = fc.option(fc.integer({ min: 0, max: 300 }), { nil: null })
  const grant = fc.record(
    {
      role: fc.oneof({ weight: 4, arbitrary: picked(ids) }, { weight: 1, arbitrary: picked([...titles, ...ids]) }),
      kind: picked(KINDS),
      limit,
      level: fc.constantFrom(3, 5, 7),
      requiresAgreementOf: picked(ids).map((id) => [id]),
      scope: fc.constantFrom({ issueTypes: [issueIds[0] ?? ''] }, { channels: ['phone'] }, {}),
      faultOf: fc.constantFrom('any' as const, 'own-unit' as const),
    },
    { requiredKeys: ['role', 'kind'] },
  )
  const grants = grant.map((one): Edit => ({ kind: 'grant', grant: one as Grant }))
  const route = fc.record({ from: picked(ids), to: picked(ids) }).map((one): Edit => ({ kind: 'route', route: one }))
  const own = org.doc.grants ?? []
  if (own.length === 0) return fc.oneof({ weight: 6, arbitrary: grants }, { weight: 1, arbitrary: route })
  const limits = fc.record({ grant: picked(own.map(({ id }) => id as string)), limit }).map((one): Edit => ({ kind: 'limit', ...one }))
  return fc.oneof({ weight: 6, arbitrary: grants }, { weight: 5, arbitrary: limits }, { weight: 1, arbitrary: route })
}
