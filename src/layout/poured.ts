// What each role meets, segment by segment: the same for every chart of an organisation, so it is added up once.
import { once } from '../base/memo'
import type { Org } from '../model/types'

/** Of role r the lines start[r] … start[r + 1] - 1, a segment each. */
export interface Poured {
  readonly start: Int32Array
  /** -1 = not known which, or nothing is known of what this role meets. */
  readonly segment: Int32Array
  /** In scope; 0 where none are counted. */
  readonly contacts: Float64Array
}

/** Where no contacts are known, whoever is known to meet customers has one line that counts none. */
export const pouredOf = once((org: Org): Poured => (org.contacts.length > 0 ? addedUp(org) : uncounted(org)))

function addedUp({ contacts: { length, role, segment, weight, boundary, areCounted }, structure }: Org): Poured {
  const count = structure.parent.length
  const start = new Int32Array(count + 1)
  const end = new Int32Array(count)
  for (let i = 0; i < length; i++) if ((boundary[i] as number) < 0) end[role[i] as number] = (end[role[i] as number] as number) + 1
  for (let r = 0; r < count; r++) {
    start[r + 1] = (start[r] as number) + (end[r] as number)
    end[r] = start[r] as number
  }
  const segments = new Int32Array(start[count] as number)
  const sums = new Float64Array(start[count] as number)
  for (let i = 0; i < length; i++) {
    if ((boundary[i] as number) >= 0) continue
    const r = role[i] as number
    const last = end[r] as number
    let at = start[r] as number
    while (at < last && segments[at] !== segment[i]) at++
    if (at === last) {
      segments[at] = segment[i] as number
      end[r] = last + 1
    }
    if (areCounted) sums[at] = (sums[at] as number) + (weight[i] as number)
  }
  // Lines of one role and segment have become one: close the gaps.
  let kept = 0
  for (let r = 0; r < count; r++) {
    const from = start[r] as number
    start[r] = kept
    for (let at = from; at < (end[r] as number); at++, kept++) {
      segments[kept] = segments[at] as number
      sums[kept] = sums[at] as number
    }
  }
  start[count] = kept
  return { start, segment: segments.slice(0, kept), contacts: sums.slice(0, kept) }
}

function uncounted({ structure: { distance } }: Org): Poured {
  const start = new Int32Array(distance.length + 1)
  for (let r = 0; r < distance.length; r++) start[r + 1] = (start[r] as number) + (distance[r] === 1 ? 1 : 0)
  const lines = start[distance.length] as number
  return { start, segment: new Int32Array(lines).fill(-1), contacts: new Float64Array(lines) }
}
