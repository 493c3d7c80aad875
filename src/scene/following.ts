// One followed case, or way, in the terms of one picture at rest: which boxes it passes, how far the reader has stepped, what each box says.
import type { Org } from '../model/types'
import type { Followed } from './followed'
import type { Moment } from './moment'

export interface Following {
  readonly followed: Followed
  /** A box a stop, in order; neighbours are alike where one box shows both. */
  readonly boxes: readonly number[]
  /** The same of the other way; empty where there is none. */
  readonly others: readonly number[]
  /** The last stop reached. */
  readonly reached: number
  /** The first stop that a box shows, and the last one. */
  readonly firstAt: ReadonlyMap<number, number>
  readonly lastAt: ReadonlyMap<number, number>
  /** Segments it comes from; of a way none. */
  readonly segments: ReadonlySet<number>
}

/** Null while the chart turns, and where nothing is followed. */
export function followingOf(org: Org, followed: Followed | null | undefined, moment: Moment): Following | null {
  if (!followed || moment.isTurning) return null
  const { path, other, upTo } = followed
  const boxOf = (role: number) => moment.to.boxOf[role] as number
  const boxes = rolesOf(path).map(boxOf)
  return {
    followed,
    boxes,
    others: other ? rolesOf(other).map(boxOf) : [],
    reached: upTo === null ? boxes.length - 1 : Math.min(upTo, boxes.length - 1),
    firstAt: new Map(boxes.map((box, k) => [box, k] as const).reverse()),
    lastAt: new Map(boxes.map((box, k) => [box, k] as const)),
    segments: segmentsOf(org, path),
  }
}

function rolesOf(path: Followed['path']): readonly number[] {
  return path.kind === 'way' ? path.roles : path.stops.map(({ role }) => role)
}

const found = new WeakMap<Followed['path'], ReadonlySet<number>>()
const NONE: ReadonlySet<number> = new Set()

/** -1 where the file does not say. Of an organisation with many contacts one frame has no time to look through them again. */
export function segmentsOf({ contacts, issueTypeAt, segmentAt }: Org, path: Followed['path']): ReadonlySet<number> {
  if (path.kind === 'way') return NONE
  let segments = found.get(path)
  if (!segments) {
    const { issueType, segment } = path.case
    const [entry, issue, only] = [path.stops[0]?.role, issueTypeAt.get(issueType), segment === null ? undefined : segmentAt.get(segment)]
    const from = new Set<number>()
    for (let line = 0; line < contacts.length; line++) {
      const isOfCase = contacts.role[line] === entry && contacts.issueType[line] === issue && (contacts.boundary[line] as number) < 0
      const of = contacts.segment[line] as number
      if (isOfCase && (only === undefined || of === only)) from.add(of)
    }
    segments = from
    found.set(path, segments)
  }
  return segments
}
