// What the question beside the conventional chart counts: customers, whom they meet, and in which row those stand.
import { once } from '../../base/memo'
import type { Org } from '../../model/types'
import { selectOrg } from '../../state/derived'
import type { AppState } from '../../state/types'
import { peopleIn } from '../roles'

export interface QuestionCounts {
  readonly key: 'page.question.customers' | 'page.question.meet' | 'page.question.unknown'
  readonly customers: number
  readonly front: number
  readonly people: number
  /** Of the front, those in the lowest layer. */
  readonly bottom: number
  readonly [other: string]: string | number
}
export function selectQuestion(state: AppState): QuestionCounts | null {
  const org = selectOrg(state)
  return org && countsOf(org)
}

export const countsOf = once(({ doc, structure }: Org): QuestionCounts => {
  let front = 0
  let people = 0
  let bottom = 0
  for (let role = 0; role < doc.roles.length; role++) {
    const here = peopleIn(doc, role)
    people += here
    if (structure.distance[role] !== 1) continue
    front += here
    if (structure.depth[role] === structure.layers - 1) bottom += here
  }
  const customers = (doc.segments ?? []).reduce((sum, segment) => sum + (segment.internal ? 0 : (segment.customers ?? 0)), 0)
  const key = front === 0 ? 'page.question.unknown' : customers === 0 ? 'page.question.meet' : 'page.question.customers'
  return { key, customers, front, people, bottom }
})
