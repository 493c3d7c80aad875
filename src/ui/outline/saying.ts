// What a line of the outline says: what stands on the box, and of those who meet customers what the picture shows of them.
import type { Analysis, SegmentTotals } from '../../analysis/types'
import { isRange, type Measured } from '../../base/range'
import type { Words } from '../../base/words'
import { segmentName } from '../../i18n/sentences'
import type { Org } from '../../model/types'
import { customerCount } from '../../scene/bands'
import { factsOf, type Met } from '../../scene/facts'
import { labelsOf } from '../../scene/labels'
import { namesIn } from '../../state/people'
import { peopleIn } from '../roles'
import { type LineOf, rowsOf } from './lines'

export interface Told {
  readonly org: Org
  readonly analysis: Analysis
  readonly words: Words
  /** On the conventional chart nothing is said of customers. */
  readonly isFlipped: boolean
  readonly areNamesHidden: boolean
}
export interface Saying {
  readonly title: string
  /** Unit and people. */
  readonly about: string
  /** Settled on the spot; '' where it is no question. */
  readonly share: string
  readonly flags: string
  /** All of it in one sentence. */
  readonly whole: string
}

export function titleOfLine(of: LineOf, { org, words, areNamesHidden }: Told): string {
  switch (of.kind) {
    case 'role':
      return labelsOf(org, 'screen', words, { names: areNamesHidden }).title(of.role)
    case 'segment':
      return segmentName(org, of.segment) || words.say('scene.segment.unknown')
    case 'row':
      return rowTitle(of.row, words)
  }
}

export function sayLine(of: LineOf, told: Told): Saying {
  const title = titleOfLine(of, told)
  switch (of.kind) {
    case 'role':
      return sayRole(title, of.role, told)
    case 'segment':
      return saySegment(title, of.segment, told)
    case 'row':
      return saying(title, [rowCount(of.row, told)])
  }
}

function sayRole(title: string, role: number, { org, analysis, words, isFlipped, areNamesHidden }: Told): Saying {
  const unit = labelsOf(org, 'screen', words, { names: areNamesHidden }).unit(role)
  const about = [unit, peopleOf(org, role, words, areNamesHidden)].filter((part) => part !== title)
  if (!isFlipped || org.structure.distance[role] !== 1) return saying(title, about)
  const facts = factsOf(analysis)
  const met = facts.metBy(role)
  const flags = facts.flagsOf(role)
  const flagged = flags ? flags.high + flags.medium + flags.low : 0
  const saidFlags = flags && flagged + flags.unknown > 0 ? words.say('find.flags', { ...flags }) : ''
  return saying(title, about, {
    share: met ? settledOf(met) : null,
    hasShare: met !== null,
    flags:
      flagged > 0 ? words.say('find.flags.short', { count: flagged }) : (flags?.unknown ?? 0) > 0 ? words.say('find.flags.unknown') : '',
    flagsWhole: saidFlags,
    words,
  })
}

/** The name of who has the role alone, else how many they are. */
function peopleOf(org: Org, role: number, words: Words, areNamesHidden: boolean): string {
  const names = areNamesHidden ? [] : namesIn(org, role)
  const people = peopleIn(org.doc, role)
  if (people === 0) return words.say('scene.vacant')
  if (names.length === 1 && people === 1) return names[0] as string
  return people > 1 ? words.say('scene.people', { count: people }) : ''
}

function saySegment(title: string, segment: number, { org, analysis, words }: Told): Saying {
  const customers = org.doc.segments?.[segment]?.customers
  const count = typeof customers === 'number' ? words.say('scene.customers.count', { count: customers }) : ''
  const totals = factsOf(analysis).segmentOf.get(segment)
  return saying(title, [count], {
    share: totals ? resolutionOf(totals) : null,
    hasShare: totals !== undefined,
    flags: '',
    flagsWhole: '',
    words,
  })
}

function rowTitle(row: number, { say }: Words): string {
  if (row === 0) return say('scene.band.customers')
  if (row < 0) return say('scene.band.unlinked')
  return row === 1 ? say('scene.band.meet') : say('scene.band.away', { steps: row - 1 })
}
function rowCount(row: number, { org, words }: Told): string {
  if (row === 0) {
    const count = customerCount({ org })
    return count === null ? '' : words.number(count)
  }
  return words.say('scene.people', { count: peopleInRow(org, row) })
}
const counted = new WeakMap<Org, Map<number, number>>()
function peopleInRow(org: Org, row: number): number {
  let counts = counted.get(org)
  if (!counts) counted.set(org, (counts = new Map()))
  let people = counts.get(row)
  if (people === undefined) {
    people = 0
    for (const role of rowsOf(org).find((one) => one.row === row)?.members ?? []) people += peopleIn(org.doc, role)
    counts.set(row, people)
  }
  return people
}

interface Front {
  readonly share: Measured
  readonly hasShare: boolean
  readonly flags: string
  readonly flagsWhole: string
  readonly words: Words
}
function saying(title: string, about: readonly string[], front?: Front): Saying {
  const parts = about.filter((part) => part !== '')
  const isKnown = front?.share !== null && front?.share !== undefined
  const share = !front?.hasShare ? '' : isKnown ? front.words.percent(front.share as Measured) : '?'
  const shareWhole = !front?.hasShare ? '' : isKnown ? front.words.say('scene.share', { share }) : front.words.say('find.share.unknown')
  return {
    title,
    about: parts.join(' · '),
    share,
    flags: front?.flags ?? '',
    whole: [title, ...parts, shareWhole, front?.flagsWhole ?? ''].filter((part) => part !== '').join(', '),
  }
}

/** Anything between nothing and all is nothing known. */
function settledOf({ settled, weight }: Met): Measured {
  if (!isRange(settled)) return settled / weight
  return settled.low <= 0 && settled.high >= weight ? null : { low: settled.low / weight, high: settled.high / weight }
}
function resolutionOf({ firstContactResolution: share }: SegmentTotals): Measured {
  return isRange(share) && share.low <= 0 && share.high >= 1 ? null : share
}
