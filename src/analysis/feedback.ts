// How what customers say travels: from the role that hears it to the one who could change the rule, and back (domain.md F07–F09). For each
// owner the whole graph is searched once, so that to ask for an entry role is to look it up.
import { once, onceEach } from '../base/memo'
import { byCodeUnit } from '../base/order'
import type { Steps } from '../base/steps'
import { isFeedbackKnown, openChannels } from '../model/channels'
import { policyOwnerOf } from '../model/policy'
import { roleOrderOf } from '../model/rank'
import type { FeedbackChannel, Org } from '../model/types'
import { NO, type Truth, UNKNOWN, YES } from './kleene'
import type { Survey } from './survey'
import type { Because } from './types'

/** Days of waiting: `low` counts what the file does not say as nothing, `high` as endless. */
export interface Delay {
  readonly low: number
  readonly high: number
}
interface Hop {
  readonly to: number
  readonly delay: Delay
  readonly channel: FeedbackChannel
}
type Hops = ReadonlyMap<number, readonly Hop[]>
interface Graph {
  readonly forward: Hops
  readonly backward: Hops
  /** Roles from which a note may come to somebody whose channels are not known. */
  readonly leaksFrom: ReadonlySet<number>
  /** Of two as near the one with the smaller id comes first. */
  readonly rank: Int32Array
}
/** To, or from, everybody the search came to; `next`: the neighbour on the fastest way. */
export interface Reach {
  readonly low: ReadonlyMap<number, number>
  readonly high: ReadonlyMap<number, number>
  readonly next: ReadonlyMap<number, Hop & { readonly from: number }>
}

/** A note written at a random moment waits half a period on average. */
export function delayOf({ everyDays, delayDays }: FeedbackChannel): Delay {
  const low = Math.max(0, everyDays ?? 0) / 2 + Math.max(0, delayDays ?? 0)
  return { low, high: typeof everyDays === 'number' && delayDays !== undefined ? low : Number.POSITIVE_INFINITY }
}

/** One for all issue types that no channel singles out. */
const graphsOf = onceEach((org: Org, issueType: string | null): Graph => {
  const forward = new Map<number, Hop[]>()
  const backward = new Map<number, Hop[]>()
  const add = (from: number, to: number, channel: FeedbackChannel) => {
    const delay = delayOf(channel)
    push(forward, from, { to, delay, channel })
    push(backward, to, { to: from, delay, channel })
  }
  for (const { from, to, channel } of [...openChannels(org)].sort((a, b) => byCodeUnit(a.channel.id, b.channel.id))) {
    const { issueTypes } = channel
    if (issueTypes?.length && (issueType === null || !issueTypes.includes(issueType))) continue
    add(from, to, channel)
    if (channel.twoWay) add(to, from, channel)
  }
  const open = [...backward.keys()].filter((role) => !isVoiceKnown(org, role))
  const leaksFrom = new Set(open)
  for (const role of leaksFrom) for (const { to } of backward.get(role) ?? []) leaksFrom.add(to)
  return { forward, backward, leaksFrom, rank: roleOrderOf(org).rank }
})
const singledOut = once((org: Org): ReadonlySet<string> => new Set(openChannels(org).flatMap(({ channel }) => channel.issueTypes ?? [])))
const telling = once(
  (org: Org): ReadonlySet<number> => new Set(openChannels(org).flatMap(({ from, to, channel }) => (channel.twoWay ? [from, to] : [from]))),
)

function push(hops: Map<number, Hop[]>, at: number, hop: Hop): void {
  const known = hops.get(at)
  if (known) known.push(hop)
  else hops.set(at, [hop])
}

const graphsOfIssues = once((org: Org): readonly Graph[] =>
  (org.doc.issueTypes ?? []).map(({ id }) => graphsOf(org, singledOut(org).has(id) ? id : null)),
)
const graphOf = (org: Org, issueType: number): Graph => graphsOfIssues(org)[issueType] as Graph

/** A role is known for feedback if a channel leaves it (domain.md 3.6). */
export const isVoiceKnown = (org: Org, role: number): boolean => isFeedbackKnown(org, role) || telling(org).has(role)
export const hasChannel = (org: Org, role: number): boolean => telling(org).has(role)

/** By who is searched from. */
const reaches = once(
  (_: Graph): Readonly<Record<'forward' | 'backward', Map<number, Reach>>> => ({ forward: new Map(), backward: new Map() }),
)
function reachOf(graph: Graph, direction: 'forward' | 'backward', source: number): Reach {
  const made = reaches(graph)[direction]
  let reach = made.get(source)
  if (!reach) made.set(source, (reach = reachedFrom(graph[direction], source, graph.rank)))
  return reach
}

function reachedFrom(hops: Hops, source: number, rank: Int32Array): Reach {
  const next = new Map<number, Hop & { readonly from: number }>()
  const low = shortest(hops, source, rank, (delay) => delay.low, next)
  const isSure = ![...hops.values()].some((list) => list.some(({ delay }) => delay.high !== delay.low))
  return { low, high: isSure ? low : shortest(hops, source, rank, (delay) => delay.high), next }
}

function shortest(
  hops: Hops,
  source: number,
  rank: Int32Array,
  cost: (delay: Delay) => number,
  next?: Map<number, Hop & { readonly from: number }>,
) {
  const days = new Map<number, number>()
  const queue = new Queue(rank)
  queue.push(0, source)
  for (let first = queue.pop(); first; first = queue.pop()) {
    const { at, key } = first
    if (days.has(at)) continue
    days.set(at, key)
    for (const hop of hops.get(at) ?? []) {
      if (days.has(hop.to)) continue
      const reached = key + cost(hop.delay)
      if (queue.push(reached, hop.to)) next?.set(hop.to, { ...hop, from: at })
    }
  }
  return days
}

/** The smallest first; of one place only what is better than before is taken in. */
class Queue {
  private readonly heap: { readonly key: number; readonly at: number }[] = []
  private readonly best = new Map<number, number>()

  constructor(private readonly rank: Int32Array) {}

  push(key: number, at: number): boolean {
    const known = this.best.get(at)
    if (known !== undefined && known <= key) return false
    this.best.set(at, key)
    const { heap } = this
    let k = heap.length
    heap.push({ key, at })
    for (; k > 0; k = (k - 1) >> 1) {
      const above = (k - 1) >> 1
      if (!this.isBefore(k, above)) break
      this.swap(k, above)
    }
    return true
  }

  pop(): { readonly key: number; readonly at: number } | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (!last || heap.length === 0) return first
    heap[0] = last
    for (let k = 0; ; ) {
      const [left, right] = [2 * k + 1, 2 * k + 2]
      let least = k
      if (left < heap.length && this.isBefore(left, least)) least = left
      if (right < heap.length && this.isBefore(right, least)) least = right
      if (least === k) return first
      this.swap(k, least)
      k = least
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [one, other] = [this.heap[a] as (typeof this.heap)[number], this.heap[b] as (typeof this.heap)[number]]
    return one.key < other.key || (one.key === other.key && (this.rank[one.at] as number) < (this.rank[other.at] as number))
  }
  private swap(a: number, b: number): void {
    const { heap } = this
    const one = heap[a] as (typeof heap)[number]
    heap[a] = heap[b] as (typeof heap)[number]
    heap[b] = one
  }
}

/** That no channel is listed means that there is none. */
export const isClosed = ({ doc }: Org): boolean => doc.coverage.feedback === 'complete'

/** Where the file says nothing of channels or owners, nothing can be said of anybody. */
export function notRecorded({ org }: Pick<Survey, 'org'>): Because | null {
  if (!org.doc.feedback?.length && !isClosed(org)) return { code: 'no-feedback' }
  return org.policyOwners.every(({ kind }) => kind === 'not known') ? { code: 'no-policy-owners' } : null
}

/** What becomes of a note of `entry` about `issueType`. */
export interface Note {
  /** A role; null = nobody; undefined = not known. */
  readonly owner: number | null | undefined
  /** No channel leads to the owner. */
  readonly isSilent: Truth
  /** Days until the owner has it; null where no channel is known to lead there. */
  readonly there: Delay | null
  /** Days until an answer is back. */
  readonly back: Delay | null
  /** The owner has it and no answer comes back. */
  readonly isUnanswered: Truth
}

export function noteOf(org: Org, entry: number, issueType: number): Note {
  const owner = policyOwnerOf(org, issueType, entry)
  const none = { owner, there: null, back: null, isUnanswered: NO } as const
  if (owner === undefined) return { ...none, isSilent: UNKNOWN }
  if (owner === null) return { ...none, isSilent: YES }
  if (owner === entry) return { ...none, isSilent: NO }
  const graph = graphOf(org, issueType)
  const there = daysTo(reachOf(graph, 'backward', owner), entry)
  if (!there) return { ...none, isSilent: mayGoOn(org, graph, entry) ? UNKNOWN : YES }
  const back = daysTo(reachOf(graph, 'forward', owner), entry)
  return { owner, there, back, isSilent: NO, isUnanswered: back ? NO : mayGoOn(org, graph, owner) ? UNKNOWN : YES }
}

/** A note may come to somebody whose channels are not known. */
const mayGoOn = (org: Org, graph: Graph, role: number): boolean => !isVoiceKnown(org, role) || graph.leaksFrom.has(role)

function daysTo({ low, high }: Reach, role: number): Delay | null {
  const days = low.get(role)
  return days === undefined ? null : { low: days, high: high.get(role) ?? Number.POSITIVE_INFINITY }
}

/** Entry roles after which whoever waits may look up. */
const ROLES_A_STEP = 1024

/** Notes of all pairs, for the three rules that ask for them. */
export function* noteSteps(survey: Survey): Steps<Notes> {
  const { org, entryCount, pairCount, columns, cases } = survey
  const silent = new Uint8Array(pairCount)
  const heard: (Note | undefined)[] = new Array(pairCount)
  openChannels(org)
  yield
  const isQuiet = (org.doc.issueTypes ?? []).map((_, issueType) => graphOf(org, issueType).forward.size === 0)
  const tells = telling(org)
  yield
  for (let at = 0; at < entryCount; at++) {
    if (at % ROLES_A_STEP === ROLES_A_STEP - 1) yield
    const { role, from, to } = survey.entryRole(at)
    const isAlone = !tells.has(role) && isFeedbackKnown(org, role)
    for (let pair = from; pair < to; pair++) {
      const { issueType } = cases.kind(columns.groupStart[pair] as number)
      if (isAlone || isQuiet[issueType]) {
        silent[pair] = silenceOf(org, role, issueType, isAlone || isVoiceKnown(org, role))
        continue
      }
      const note = noteOf(org, role, issueType)
      silent[pair] = note.isSilent
      if (note.there) heard[pair] = note
    }
  }
  return { silent, heard }
}
export interface Notes {
  /** By pair: Truth. */
  readonly silent: Uint8Array
  /** By pair, where a channel leads to the owner. */
  readonly heard: readonly (Note | undefined)[]
}

/** Of somebody whom no channel leaves. */
function silenceOf(org: Org, role: number, issueType: number, isSure: boolean): Truth {
  const owner = policyOwnerOf(org, issueType, role)
  if (owner === undefined) return UNKNOWN
  if (owner === null) return YES
  return owner === role ? NO : isSure ? YES : UNKNOWN
}

/** The hops of the fastest way to the owner. */
export function hopsTo(org: Org, entry: number, issueType: number, owner: number): readonly { readonly role: number; readonly hop: Hop }[] {
  const { next } = reachOf(graphOf(org, issueType), 'backward', owner)
  const found: { role: number; hop: Hop }[] = []
  for (let at = entry; at !== owner; ) {
    const hop = next.get(at)
    if (!hop) return []
    found.push({ role: at, hop: { ...hop, to: hop.from } })
    at = hop.from
  }
  return found
}

/** Everybody a note of `entry` comes to, the farthest last; itself where nobody. */
export function hearersOf(org: Org, entry: number, issueType: number): readonly number[] {
  return [...reachOf(graphOf(org, issueType), 'forward', entry).low.keys()]
}
