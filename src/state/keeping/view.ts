// How an organisation was looked at, as plain values, and back. What comes back was written by some version of this page: it is believed
// field by field, and what points at something that is no longer there is left out.
import { roleAt } from '../../model/roles'
import { isRecord } from '../../model/shape'
import type { Org, RoleId } from '../../model/types'
import { OVERLAYS } from '../../scene/overlays'
import type { Topic, View } from '../types'
import { topicIn } from './topic'

type Flag = { [K in keyof View]: View[K] extends boolean ? K : never }[keyof View]
/** The compiler sees to it that none is forgotten. */
const FLAGS: Readonly<Record<Flag, true>> = {
  isBoth: true,
  isPanelOpen: true,
  isPanelOpenBesideBoth: true,
  isSheetTall: true,
  isOutlineOpen: true,
  isMapShown: true,
}
/** Theme and language belong to the reader, not to an organisation. */
export type Look = Omit<View, 'theme' | 'language'>

export function lookAsValue({ theme: _, language: __, folded, unstacked, ...plain }: View): Readonly<Record<string, unknown>> {
  return { ...plain, folded: [...folded], unstacked: [...unstacked] }
}

/** Before the organisation is read (`org` null) roles are believed by their ids, and topics wait. */
export function lookIn(value: unknown, org: Org | null): Partial<Look> {
  if (!isRecord(value)) return {}
  const { orientation, order, overlay, trail } = value
  const flags = Object.keys(FLAGS).flatMap((name) => (typeof value[name] === 'boolean' ? [[name, value[name]] as const] : []))
  return {
    ...(orientation === 'conventional' || orientation === 'flipped' ? { orientation } : {}),
    ...(order === 'mirror' || order === 'distance' ? { order } : {}),
    ...(typeof overlay === 'string' && OVERLAYS.includes(overlay) ? { overlay } : {}),
    ...Object.fromEntries(flags),
    folded: rolesIn(value.folded, org),
    unstacked: rolesIn(value.unstacked, org),
    trail: org ? trailIn(trail, org) : [],
  }
}

function rolesIn(value: unknown, org: Org | null): ReadonlySet<RoleId> {
  const isRole = (id: unknown): id is RoleId => typeof id === 'string' && (org === null || roleAt(org, id) !== undefined)
  return new Set(Array.isArray(value) ? value.filter(isRole) : [])
}
function trailIn(value: unknown, org: Org): readonly Topic[] {
  return Array.isArray(value) ? value.slice(-20).flatMap((one) => topicIn(one, org) ?? []) : []
}
