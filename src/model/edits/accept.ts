import { canonical } from '../canonical'
import type { Accepted, OrgDoc } from '../types'
import type { AcceptEdit, EditKind } from './edit'

type Named = Pick<Accepted, 'code' | 'subject'>
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Accepts findings with a reason, by whom and until when, or takes that back. */
export const accept: EditKind<AcceptEdit> = {
  kind: 'accept',
  validate: (doc, { of, because, until }) => {
    if (of.length === 0) return 'nothing-to-accept'
    if (because === null) return of.every((one) => doc.accepted?.some((line) => keyOf(line) === keyOf(one))) ? null : 'not-accepted'
    if (because.trim() === '') return 'because-missing'
    return until === undefined || isDay(until) ? null : 'not-a-day'
  },
  apply: (doc, { of, because, by, until }): OrgDoc => {
    const named = new Set(of.map(keyOf))
    const kept = (doc.accepted ?? []).filter((line) => !named.has(keyOf(line)))
    const more = because === null ? {} : { ...(by ? { by } : {}), ...(until ? { until } : {}) }
    const accepted =
      because === null ? kept : [...kept, ...of.map(({ code, subject }) => ({ code, subject, because: because.trim(), ...more }))]
    const { accepted: _, ...rest } = doc
    return accepted.length > 0 ? { ...rest, accepted } : rest
  },
}

const keyOf = ({ code, subject }: Named): string => canonical([code, subject ?? {}])
function isDay(text: string): boolean {
  const day = DAY.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
