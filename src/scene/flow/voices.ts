// What is said of a role about being heard: of an entry role how much of what it is told reaches whoever could change the rule, of the owner
// of a rule how much it hears and after how many days, of others what they pass on.
import { type FeedbackReach, feedbackReachOf, type Hearing, type Voices } from '../../analysis/reach'
import { once } from '../../base/memo'
import { between, isRange, type Range, rounded } from '../../base/range'
import type { Layout } from '../../layout/types'
import type { Picture } from '../picture'

/** By box, for all who are shown by it. */
export interface BoxVoices {
  readonly entry: Voices | null
  readonly owner: Hearing | null
  readonly passesOn: number
  readonly stopping: { readonly silent: number; readonly open: number }
}
export interface Line {
  readonly from: number
  readonly to: number
  readonly isTwoWay: boolean
  readonly contacts: number
  /** Infinity where no channel says how long. */
  readonly days: Range
}
export interface VoicesOn {
  readonly reach: FeedbackReach
  readonly lines: readonly Line[]
  readonly of: (box: number) => BoxVoices | undefined
  /** Where notes stop. */
  readonly ends: readonly number[]
}

export function voicesOn({ analysis, moment }: Pick<Picture, 'analysis' | 'moment'>): VoicesOn | null {
  const reach = feedbackReachOf(analysis)
  return reach && madeOf(reach)(moment.to)
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

const madeOf = once((reach: FeedbackReach) =>
  once(({ boxOf }: Layout): VoicesOn => {
    const boxes = new Map<number, Writable<BoxVoices>>()
    const at = (role: number) => {
      const box = boxOf[role] as number
      let known = boxes.get(box)
      if (!known) boxes.set(box, (known = { entry: null, owner: null, passesOn: 0, stopping: { silent: 0, open: 0 } }))
      return known
    }
    for (const [role, voices] of reach.at) {
      const box = at(role)
      box.entry = box.entry ? added(box.entry, voices) : voices
    }
    for (const [role, hearing] of reach.owners) {
      const box = at(role)
      box.owner = box.owner ? addedHearing(box.owner, hearing) : hearing
    }
    for (const [role, { silent, open }] of reach.stopping) {
      const box = at(role)
      box.stopping = { silent: box.stopping.silent + silent, open: box.stopping.open + open }
    }
    const lines = new Map<string, Writable<Line>>()
    for (const { from, to, isTwoWay, contacts, days } of reach.channels) {
      const [a, b] = [boxOf[from] as number, boxOf[to] as number]
      at(from).passesOn += contacts
      if (a === b || a < 0 || b < 0) continue // within one box, or to somebody who is not on the chart
      const known = lines.get(`${a} ${b}`) ?? (isTwoWay ? lines.get(`${b} ${a} both`) : undefined)
      if (known) {
        known.contacts += contacts
        known.days = { low: Math.min(known.days.low, days.low), high: Math.max(known.days.high, days.high) }
      } else lines.set(isTwoWay ? `${a} ${b} both` : `${a} ${b}`, { from: a, to: b, isTwoWay, contacts, days })
    }
    const ends = [...boxes].flatMap(([box, { stopping }]) => (box >= 0 && stopping.silent + stopping.open > 0 ? [box] : []))
    return { reach, lines: [...lines.values()], of: (box) => boxes.get(box), ends }
  }),
)

const added = (a: Voices, b: Voices): Voices => ({ heard: a.heard + b.heard, silent: a.silent + b.silent, open: a.open + b.open })

function addedHearing(a: Hearing, b: Hearing): Hearing {
  const heard = a.heard + b.heard
  const mean = (end: 'low' | 'high') =>
    heard > 0 ? ((a.heard > 0 ? a.heard * a.days[end] : 0) + (b.heard > 0 ? b.heard * b.days[end] : 0)) / heard : 0
  return { ...added(a, b), days: { low: mean('low'), high: mean('high') } }
}

/** In place of the unit, the longest first. */
export function saidOfVoices(picture: Picture, box: number): readonly string[] {
  const { words, labels, moment, org } = picture
  const voices = voicesOn(picture)?.of(box)
  if (!voices || labels.isVacant(box)) return []
  const { entry, owner, passesOn } = voices
  const areKinds = org.contacts.areCounted ? 0 : 1
  if (entry) {
    const all = entry.heard + entry.silent + entry.open
    const heard = between(rounded(entry.heard), rounded(entry.heard + entry.open))
    const isUnknown = isRange(heard) && heard.low === 0 && heard.high === rounded(all)
    const share = isUnknown ? '?' : words.percent(between(entry.heard / all, (entry.heard + entry.open) / all))
    const said = words.say('reach.share', { share })
    return moment.isFlipped && org.structure.distance[box] === 1 ? [said] : [words.say('reach.heard', { heard, all: rounded(all) }), said]
  }
  if (owner) {
    const all = rounded(owner.heard + owner.silent + owner.open)
    if (owner.heard > 0) {
      const days = daysOf(picture, owner.days)
      const count = between(rounded(owner.heard), rounded(owner.heard + owner.open))
      const of = count === all ? null : all
      return [
        words.say('reach.hears.cases', { count, of, days, areKinds }),
        words.say('reach.hears', { count, of, days }),
        words.say('reach.hears.some', { count, of }),
      ]
    }
    if (rounded(owner.open) > 0) return [words.say('reach.hears.unknown')]
    return all > 0 ? [words.say('reach.hears.none.cases', { count: all, areKinds }), words.say('reach.hears.none', { count: all })] : []
  }
  return passesOn > 0
    ? [words.say('reach.passes', { count: rounded(passesOn), areKinds }), words.say('reach.passes.some', { count: rounded(passesOn) })]
    : []
}

/** `23.5 days`, `? days`. */
export function daysOf({ words }: Pick<Picture, 'words'>, { low, high }: Range): string {
  const days = Number.isFinite(high) ? between(nearest(low), nearest(high)) : null
  return days === null ? words.say('reach.days.unknown') : words.say('reach.days', { count: days })
}
const nearest = (days: number): number => Math.round(days * 10) / 10
