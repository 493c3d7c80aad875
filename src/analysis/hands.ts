// The hands a case goes through after the first: what they take and cost together is summed once for all cases that go through them.
import { cellAt } from '../base/table'
import type { Org } from '../model/types'
import type { Way } from './ways'

/** null where a role does not say. */
export interface Hands {
  readonly roles: readonly number[]
  /** Clock hours from the first hand-off to the last; `knownHours` leaves out who does not say. */
  readonly hours: number | null
  readonly knownHours: number
  /** What an hour of all of them costs. */
  readonly perHour: number | null
}

export function handsOf(org: Org, roles: readonly number[]): Hands {
  let knownHours = 0
  let knownCost = 0
  let areHoursKnown = true
  let areCostsKnown = true
  for (let i = 0; i < roles.length; i++) {
    const role = roles[i] as number
    const hours = cellAt(org.doc.roles, 'responseHours', role)
    const cost = cellAt(org.doc.roles, 'hourlyCost', role)
    if (typeof hours === 'number') knownHours += hours
    else areHoursKnown = false
    if (typeof cost === 'number') knownCost += cost
    else areCostsKnown = false
  }
  return { roles, hours: areHoursKnown ? knownHours : null, knownHours, perHour: areCostsKnown ? knownCost : null }
}

/** What the hands after the first cost. */
export function costOf({ roles, perHour }: Hands, touchMinutes: number | null | undefined): number | null {
  if (roles.length === 0) return 0
  return perHour === null || typeof touchMinutes !== 'number' ? null : (perHour / 60) * touchMinutes
}

/** The first hands of ways, each kept once. */
export class AllHands {
  private readonly known = new Map<Way, (Hands | undefined)[]>()

  constructor(private readonly org: Org) {}

  firstOf(way: Way, count: number): Hands {
    let own = this.known.get(way)
    if (!own) this.known.set(way, (own = []))
    let hands = own[count]
    if (!hands) {
      hands = handsOf(this.org, count === way.roles.length ? way.roles : way.roles.slice(0, count))
      own[count] = hands
    }
    return hands
  }
}
