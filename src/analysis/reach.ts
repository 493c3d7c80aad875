// Who is heard: what is brought to each entry role, by what becomes of a note about it; which owners of rules hear how much after how many
// days; what each channel carries; and where a note stops that nobody hears who could change the rule (domain.md F07, F08).
import { onceInSteps } from '../base/memo'
import { PairIndex } from '../base/pairs'
import type { Steps } from '../base/steps'
import { openChannels } from '../model/channels'
import { ROWS_A_STEP } from './cases'
import { type Delay, delayOf, hearersOf, hopsTo, type Note, noteOf } from './feedback'
import { isAbove } from './finding'
import { UNKNOWN, YES } from './kleene'
import { partsOf } from './parts'
import type { Survey } from './survey'
import type { Analysis } from './types'

/** Contacts, or kinds of case where the file counts none. */
export interface Voices {
  heard: number
  /** Told to nobody who could change the rule. */
  silent: number
  /** Not known which of the two. */
  open: number
}
export interface Hearing extends Voices {
  /** Days until it has them, weighted by what it hears; `high` is endless where a channel does not say. */
  readonly days: { low: number; high: number }
}
export interface Carrying {
  readonly from: number
  readonly to: number
  readonly isTwoWay: boolean
  /** Of one note on this hop. */
  readonly days: Delay
  /** Of notes that are heard in the end, on their fastest way. */
  contacts: number
}
export interface FeedbackReach {
  readonly all: Voices
  /** Of what is heard, later than the file calls slow: for sure, at most. */
  readonly late: { readonly low: number; readonly high: number }
  /** By entry role. */
  readonly at: ReadonlyMap<number, Voices>
  /** By role whose rule it is. */
  readonly owners: ReadonlyMap<number, Hearing>
  readonly channels: readonly Carrying[]
  /** By role: notes that come so far and no further, unheard for sure; perhaps. In large files all stop where they are written. */
  readonly stopping: ReadonlyMap<number, { silent: number; open: number }>
}

/** Made when it is first looked at; null of an analysis that has counted no cases. */
export const feedbackReachOf = onceInSteps(function* (analysis: Analysis): Steps<FeedbackReach | null> {
  const parts = partsOf(analysis)
  return parts ? yield* reachSteps(parts.survey) : null
})

/** Linear in pairs × hops of their way. */
function* reachSteps(survey: Survey): Steps<FeedbackReach> {
  const { org, cases, columns, entryCount, thresholds } = survey
  const tally = new Tally(survey)
  const late = { low: 0, high: 0 }
  const { silent, heard } = yield* survey.notesSteps()
  for (let at = 0; at < entryCount; at++) {
    if (at % ROWS_A_STEP === 0) yield
    const { role, from, to } = survey.entryRole(at)
    for (let pair = from; pair < to; pair++) {
      const { issueType } = cases.kind(columns.groupStart[pair] as number)
      let weight = 0
      for (let group = columns.groupStart[pair] as number; group < (columns.groupStart[pair + 1] as number); group++)
        weight += cases.weight(group)
      const truth = silent[pair] as number
      const note = heard[pair] ?? noteOf(org, role, issueType)
      if (truth === YES) tally.unheard(role, issueType, note, weight, 'silent')
      else if (truth === UNKNOWN) tally.unheard(role, issueType, note, weight, 'open')
      else {
        tally.heard(role, issueType, note, weight)
        if (note.there && isAbove(note.there.low, thresholds.slowFeedbackDays)) late.low += weight
        if (note.there && isAbove(note.there.high, thresholds.slowFeedbackDays)) late.high += weight
      }
    }
  }
  return { ...tally.told(), late }
}

/** Of more entry roles it is not asked how far a note comes that nobody hears: each would search a graph of its own. */
const FOLLOWED = 2000

class Tally {
  private readonly all = voices()
  private readonly at = new Map<number, Voices>()
  private readonly owners = new Map<number, Hearing>()
  private readonly stopping = new Map<number, { silent: number; open: number }>()
  private readonly index = new PairIndex()
  private readonly channels: Carrying[] = []

  private readonly isFollowed: boolean

  constructor(private readonly survey: Survey) {
    this.isFollowed = survey.entryCount <= FOLLOWED
    for (const { from, to, channel } of openChannels(survey.org)) {
      const place = this.index.placeOf(from, to)
      const known = this.channels[place]
      const days = delayOf(channel)
      // Of several between two the faster, in whatever order the file lists them.
      this.channels[place] = {
        from,
        to,
        isTwoWay: channel.twoWay === true || known?.isTwoWay === true,
        days: known ? { low: Math.min(known.days.low, days.low), high: Math.min(known.days.high, days.high) } : days,
        contacts: 0,
      }
    }
  }

  heard(role: number, issueType: number, { owner, there }: Note, weight: number): void {
    this.all.heard += weight
    valueAt(this.at, role, voices).heard += weight
    if (typeof owner !== 'number') return
    const hearing = valueAt(this.owners, owner, newHearing)
    hearing.heard += weight
    if (there && weight > 0) {
      hearing.days.low += weight * there.low
      hearing.days.high += weight * there.high
    }
    if (owner === role) return
    for (const { role: from, hop } of hopsTo(this.survey.org, role, issueType, owner)) {
      const place = this.index.placeOf(from, hop.to)
      const channel = this.channels[place] ?? this.back(from, hop.to, hop.delay)
      channel.contacts += weight
    }
  }

  unheard(role: number, issueType: number, { owner }: Note, weight: number, kind: 'silent' | 'open'): void {
    this.all[kind] += weight
    valueAt(this.at, role, voices)[kind] += weight
    if (typeof owner === 'number') valueAt(this.owners, owner, newHearing)[kind] += weight
    const last = this.isFollowed ? (hearersOf(this.survey.org, role, issueType).at(-1) ?? role) : role
    valueAt(this.stopping, last, () => ({ silent: 0, open: 0 }))[kind] += weight
  }

  /** The other direction of a channel that goes both ways. */
  private back(from: number, to: number, days: Delay): Carrying {
    const channel = { from, to, isTwoWay: true, days, contacts: 0 }
    this.channels.push(channel)
    return channel
  }

  told(): Omit<FeedbackReach, 'late'> {
    const { all, at, owners, stopping, channels } = this
    for (const { heard, days } of owners.values())
      if (heard > 0) {
        days.low /= heard
        days.high /= heard
      }
    return { all, at, owners, stopping, channels }
  }
}

const voices = (): Voices => ({ heard: 0, silent: 0, open: 0 })
const newHearing = (): Hearing => ({ ...voices(), days: { low: 0, high: 0 } })

function valueAt<T>(map: Map<number, T>, key: number, make: () => T): T {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}
