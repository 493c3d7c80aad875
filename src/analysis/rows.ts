// Findings as rows that are made when somebody looks at them, evidence and remedies when somebody looks at those.
import { lazy } from '../base/memo'
import { between, type Measured } from '../base/range'
import type { Edit } from '../model/edits/edit'
import { idOf } from '../model/roles'
import {
  type Detector,
  type Judged,
  type Judgements,
  type ListedRule,
  NOT_APPLICABLE,
  NOT_KNOWN,
  type Said,
  SEVERITIES,
  STATES,
  severityOf,
  stateOf,
  UNKNOWN_STATE,
  verdictOf,
  wholeOf,
} from './finding'
import { inOrder } from './order'
import { stakeAt, stakeOfPair, stakeOfRole } from './stakes'
import type { EntryRole, Pair, Survey } from './survey'
import type { Because, Finding, FindingSeverity, FindingState, Subject } from './types'

/** Flagged and unknown, in order, what cannot be judged anywhere last; the others only `withOk`. */
export function findingsOf(survey: Survey, judgements: readonly Judgements[], withOk: boolean): readonly Finding[] {
  const { code, subject } = inOrder(survey, judgements, withOk)
  const rows = Array.from(subject, (at, row) => rowAbout(survey, judgements[code[row] as number]?.detector as Detector, at))
  const without = judgements.flatMap(({ detector }) => {
    const because = wholeOf(detector, survey)
    const isBare = detector.of !== 'listed' && survey.pairCount === 0
    return because || isBare ? [rowWithout(detector.code, because)] : []
  })
  return [...rows, ...without]
}

/** What a rule says of one subject, by its place. */
export function rowAbout(survey: Survey, detector: Detector, at: number): Finding {
  if (detector.of === 'listed') return rowListed(survey, detector, at)
  const { org } = survey
  const { judged, say, role, whole, issueType, stake } =
    detector.of === 'pair' ? aboutPair(survey.pair(at), detector) : aboutRole(survey.entryRole(at), detector)
  const issueId = issueType === null ? undefined : (org.doc.issueTypes?.[issueType]?.id as string)
  const verdict = verdictOf(judged)
  const isSaid = stateOf(verdict) <= UNKNOWN_STATE
  const [worst, best] = [judged.pessimistic, judged.optimistic]
  return new Row(
    detector.code,
    verdict,
    { role: idOf(org, role), ...(issueId === undefined ? {} : { issueType: issueId }) },
    isSaid && org.contacts.areCounted ? between(worst, best) : null,
    isSaid && whole > 0 ? between(worst / whole, best / whole) : null,
    stake,
    say,
  )
}

function rowListed(survey: Survey, rule: ListedRule, at: number): Finding {
  const verdict = verdictOf(rule.judge(survey, at))
  const { contacts, share } = (stateOf(verdict) <= UNKNOWN_STATE && rule.figures?.(survey, at)) || { contacts: null, share: null }
  const counted = survey.org.contacts.areCounted ? contacts : null
  const stake = stakeAt(survey, rule.role(survey, at))
  return new Row(rule.code, verdict, rule.subject(survey, at), counted, share, stake, () => rule.say(survey, at))
}

/** What is said of the first of many places, said of all of them; what would change it is looked for when it is asked. */
export const rowOver = (first: Finding, sums: Sums, remedies: () => readonly Edit[]): Finding => new RowOver(first, sums, remedies)

/** Of all places together. */
interface Sums {
  readonly places: number
  readonly contacts: Measured
  readonly share: Measured
  readonly stake: number
}

/** Of a code that cannot be judged in this file, or not all of it. */
export function rowWithout(code: string, because: Because | null): Finding {
  const verdict = verdictOf(because ? NOT_KNOWN : NOT_APPLICABLE)
  return new Row(code, verdict, {}, null, null, 0, () => (because ? { because } : {}))
}

interface About {
  readonly role: number
  readonly issueType: number | null
  /** Contacts of the entry role. */
  readonly whole: number
  readonly stake: number
  readonly judged: Judged
  readonly say: () => Said
}
function aboutPair(pair: Pair, { judge, say }: Extract<Detector, { of: 'pair' }>): About {
  const { role, issueType, entry } = pair
  return { role, issueType, whole: entry.weight, stake: stakeOfPair(pair), judged: judge(pair), say: () => say(pair) }
}
function aboutRole(entry: EntryRole, { judge, say }: Extract<Detector, { of: 'role' }>): About {
  const { role, weight } = entry
  return { role, issueType: null, whole: weight, stake: stakeOfRole(entry), judged: judge(entry), say: () => say(entry) }
}

const NO_EVIDENCE: Finding['evidence'] = {}
const NO_REMEDIES: readonly Edit[] = []
const NOTHING: Said = {}

class Row implements Finding {
  readonly state: FindingState
  readonly severity: FindingSeverity | null
  readonly #say: () => Said
  #said: Said | undefined

  constructor(
    readonly code: string,
    verdict: number,
    readonly subject: Subject,
    readonly contacts: Measured,
    readonly share: Measured,
    readonly stake: number,
    say: () => Said,
  ) {
    this.state = STATES[stateOf(verdict)] as FindingState
    this.severity = SEVERITIES[severityOf(verdict)] ?? null
    this.#say = say
  }

  get evidence(): Finding['evidence'] {
    return this.said.evidence ?? NO_EVIDENCE
  }
  get remedies(): readonly Edit[] {
    return this.state === 'flagged' ? (this.said.remedies ?? NO_REMEDIES) : NO_REMEDIES
  }
  get because(): Because | undefined {
    return this.state === 'unknown' ? (this.said.because ?? { code: 'depends-on-unknown' }) : undefined
  }
  private get said(): Said {
    this.#said ??= this.state === 'flagged' || this.state === 'unknown' ? this.#say() : NOTHING
    return this.#said
  }
}

class RowOver implements Finding {
  readonly code: string
  readonly state: FindingState
  readonly severity: FindingSeverity | null
  readonly subject: Subject
  readonly places: number
  readonly contacts: Measured
  readonly share: Measured
  readonly stake: number
  readonly #first: Finding
  readonly #remedies: () => readonly Edit[]

  constructor(first: Finding, { places, contacts, share, stake }: Sums, remedies: () => readonly Edit[]) {
    this.code = first.code
    this.state = first.state
    this.severity = first.severity
    this.subject = first.subject
    this.places = places
    this.contacts = contacts
    this.share = share
    this.stake = stake
    this.#first = first
    this.#remedies = lazy(() => (first.state === 'flagged' ? remedies() : NO_REMEDIES))
  }

  get evidence(): Finding['evidence'] {
    return this.#first.evidence
  }
  get remedies(): readonly Edit[] {
    return this.#remedies()
  }
  get because(): Because | undefined {
    return this.#first.because
  }
}
