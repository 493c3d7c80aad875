// The hands a case goes through after the first, and what they take and cost together.
import { cellAt } from '../base/table'
import type { Org } from '../model/types'

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
