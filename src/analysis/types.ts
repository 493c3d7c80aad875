// What the analysis says, as plain values (headless.md has the outside form).
import type { Measured, Range } from '../base/range'
import type { Edit } from '../model/edits/edit'
import type { SingleNeed } from '../model/types'

export type FindingState = 'flagged' | 'ok' | 'unknown' | 'not applicable'
export type FindingSeverity = 'high' | 'medium' | 'low'

/** Ids, as in the output of `headstand analyse`; which keys are there depends on the code. */
export interface Subject {
  readonly role?: string
  readonly issueType?: string
  /** Of a role. */
  readonly measure?: string
  readonly need?: Readonly<Record<string, unknown>>
  readonly segment?: string
  readonly grant?: string
  /** Of a rule that says two things. */
  readonly part?: string
}
/** A code and its parameters; the words are in the catalogue under `because.<code>`. */
export interface Because {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>
}
export interface Finding {
  /** F01 … F22 */
  readonly code: string
  readonly state: FindingState
  /** Only where flagged. */
  readonly severity: FindingSeverity | null
  readonly subject: Subject
  readonly contacts: Measured
  /** Affected share of the entry role's contacts, 0–1. */
  readonly share: Measured
  /** Money at risk a period where it can be computed, else contacts affected (domain.md 3.1, order on screen). */
  readonly stake: number
  /** Free per code, documented in README.md of this room. JSON values only. */
  readonly evidence: Readonly<Record<string, unknown>>
  readonly remedies: readonly Edit[]
  /** Why it is not known. */
  readonly because?: Because | undefined
  /** It speaks of so many places at once: `subject` is the first of them, contacts and stake are sums; absent of one. */
  readonly places?: number
}

/**
 * One way a case goes: a row an entry role × issue type × value point (bands, quantiles: a row a step reached).
 * `path` runs from the entry role to the role that settles, both included; where nobody does, to the end of the way.
 */
export interface Walk {
  readonly entry: number
  readonly issueType: number
  readonly value: number | null
  /** Where cut out of a continuous distribution: share of those cases of the entry role and issue type that go this way; else 1. */
  readonly share: number
  readonly isStretch: boolean
  readonly contacts: number | null
  readonly path: readonly number[]
  /** Hand-offs; null = nobody on the way can. A pair where the two runs differ: low is the optimistic. */
  readonly step: number | null | { readonly low: number; readonly high: number | null }
  /** Clock hours; null where unresolved or not known. */
  readonly hours: Measured
  readonly cost: Measured
  /** The way closes a loop instead of ending at a top. */
  readonly loop: boolean
}

/** One case that can be followed: what arrives at a role, of what value, from whom. Ids, so that it outlives an edit. */
export interface CaseRef {
  readonly entry: string
  readonly issueType: string
  /** null where the issue type has no values, or the spread of them is meant. */
  readonly value: number | null
  /** null = whoever brings it. */
  readonly segment: string | null
}
/** What a role on the way may do about one need of the case. */
export interface StopPower {
  /** Of alternatives the one this role comes nearest to. */
  readonly power: SingleNeed
  readonly may: 'yes' | 'no' | 'unknown'
  /** The highest it holds of this power; null = none, or without a limit. */
  readonly limit: number | null
  readonly isUnlimited: boolean
  /** Who must agree before it may; empty where it may alone. */
  readonly agreement: readonly number[]
}
export interface Stop {
  readonly role: number
  /** How the case came here: it arrived, by the reporting line, by a route, or because this role must agree. */
  readonly by: 'arrival' | 'line' | 'route' | 'agreement'
  /** Clock hours until this role answers, money its part of the work costs; 0 where the case arrives, null = not known. */
  readonly hours: number | null
  readonly cost: number | null
  readonly powers: readonly StopPower[]
}
/** One case hand by hand, by the route it takes or by the chart alone (domain.md 3.1 `path`). */
export interface FollowedCase {
  readonly kind: 'case'
  readonly case: CaseRef
  readonly by: 'route' | 'chart'
  /** Such cases a period that go this way; null where the file counts none. */
  readonly contacts: number | null
  /** Of how many: of one value and one context all go alike, of a spread of values only some. */
  readonly ofContacts: number | null
  readonly stops: readonly Stop[]
  /** `open`: the case may be settled on this way or not, for somebody's authority is not known. */
  readonly end: 'settled' | 'dead end' | 'open'
  readonly isLoop: boolean
  /** Of a dead end: roles off the way that could settle what is left. */
  readonly elsewhere: readonly number[]
  /** Sums over the stops; null as soon as one is not known. */
  readonly hours: number | null
  readonly cost: number | null
}
/** The way between two roles by the reporting line: up to the lowest common manager, and down. */
export interface WayBetween {
  readonly kind: 'way'
  /** Both included; empty where no manager is above both. */
  readonly roles: readonly number[]
  readonly up: number
  readonly down: number
  /** -1 where there is none. */
  readonly commonManager: number
}
/** A number on the page that can be asked for its reason; ids narrow it to a part of the organisation. */
export interface Figure {
  readonly name:
    | 'contacts'
    | 'settled'
    | 'afterHandOffs'
    | 'deadEnds'
    | 'handOffs'
    | 'waiting'
    | 'extraCost'
    | 'risk'
    | 'passThrough'
    | 'money'
    | 'apologies'
    | 'unheard'
    | 'heardLate'
    | 'outOfScope'
    | 'equity'
    | 'finding'
    // Of the reporting line, as a whole.
    | 'people'
    | 'roles'
    | 'layers'
    | 'span'
  readonly role?: string
  readonly segment?: string
  readonly issueType?: string
  /** Of a finding: the rest of its subject. */
  readonly code?: string
  readonly measure?: string
  readonly need?: Subject['need']
  readonly grant?: string
  readonly part?: string
}

/** Everything counted once in each run; `between` two of them makes what is said. */
export interface Totals {
  readonly contacts: number | null
  readonly outOfScope: number | null
  /** By hand-offs: [0] = settled at first contact. */
  readonly settledAtStep: readonly (number | Range)[] | null
  readonly unresolved: Measured
  readonly firstContactResolution: Measured
  readonly escalatedResolved: Measured
  readonly handOffs: Measured
  readonly passThrough: Measured
  readonly waitingHours: Measured
  readonly extraCost: Measured
  readonly apologyNotPermitted: Measured
  /** Told to nobody who could change the rule; told to somebody who could, and late. */
  readonly unheard: Measured
  readonly heardLate: Measured
  readonly customerEquity: number | null
  readonly riskPerPeriod: Measured
  /** Σ amount of monetary cases settled at first contact. */
  readonly moneyDecidedAtFirstContact: Measured
}
export interface SegmentTotals {
  readonly segment: number
  readonly contacts: number | null
  readonly settledAtFirstContact: Measured
  readonly firstContactResolution: Measured
  readonly escalatedResolved: Measured
  readonly unresolved: Measured
  readonly waitingHours: Measured
  readonly clv: number | null
  readonly equity: number | null
  readonly riskPerPeriod: Measured
}
/** What becomes of cases of one kind, wherever they arrive; weights where the file counts none. */
export interface IssueTotals {
  readonly issueType: number
  readonly weight: number
  readonly settledAtFirstContact: number | Range
  readonly unresolved: number | Range
}
/** The role that most of what is handed on and settled passes after the first desk. */
export interface Bottleneck {
  readonly role: number
  readonly arrivals: number | Range
  /** Of all that is handed on and settled. */
  readonly share: number | Range
}
/** What becomes of what one role meets: the gauge over its card. Sums to `contacts` in each run. */
export interface RoleTotals {
  readonly role: number
  /** null where the file has no demand; the three below are then counts of (touchpoint × issue type) pairs. */
  readonly contacts: number | null
  readonly weight: number
  readonly settledAtFirstContact: number | Range
  readonly escalatedResolved: number | Range
  readonly unresolved: number | Range
}
/** Contacts a leader's policies block (domain.md 3.4); a guess where no owner is recorded. */
export interface Roadblock {
  readonly role: number
  readonly contacts: Measured
  /** Of these, what rests on a guess: no owner is recorded. */
  readonly guessed: Measured
  /** The same by issue type, most first. */
  readonly issues: readonly { readonly issueType: number; readonly contacts: Measured; readonly guessed: Measured }[]
}
/** What is not known and how many contacts come out differently because of it. */
export interface NextQuestion {
  readonly role?: number
  readonly issueType?: number
  readonly section: 'authority' | 'values' | 'needs'
  readonly contacts: number
}
/**
 * Findings about one (entry role × issue type), one role, or the organisation: what a room talks about. Of several roles of one title that the
 * same is said of for the same reason it is one card.
 */
export interface Card {
  /** -1 = the organisation; of several the one with most at stake. */
  readonly role: number
  readonly issueType: number | null
  /** The worst of its flagged findings; null where all are unknown. */
  readonly severity: FindingSeverity | null
  /** Of all its places. */
  readonly stake: number
  /** Flagged before unknown, the worst and most telling first: it speaks for the card. */
  readonly findings: readonly Finding[]
  readonly places: number
  /** Its places, a card each, the most at stake first. */
  readonly from: (start: number, count: number) => readonly Card[]
}
/** Cards, each made when it is asked for: of a quarter of a million a page shows a dozen. */
export interface CardList {
  /** A card of many places counts once. */
  readonly length: number
  /** How many say something that is so. */
  readonly flagged: number
  /** Places where a kind of case gets stuck. */
  readonly stuck: number
  /** A page of them: what is so before what may be so, then in order of stake. The first few dozen cost nothing. */
  readonly from: (start: number, count: number) => readonly Card[]
  /** Those of one role, of the organisation where -1, each a single place, in order of `Analysis.cards`. */
  readonly at: (role: number) => readonly Card[]
  /** Those of one issue type, the first of them, as they stand on a page. */
  readonly about: (issueType: number, most: number) => readonly Card[]
}
export interface FileTotals {
  readonly roles: number
  readonly people: number
  readonly tops: number
  readonly layers: number
  readonly rung: number
}
/**
 * What becomes of what each role meets, by role index; zero where it meets nothing in scope. Contacts a period, where the file counts none
 * (touchpoint × issue type) pairs. `pessimistic` and `optimistic` are one column where nothing is in doubt; in each run weight = settled +
 * escalated + unresolved. Do not write into them.
 */
export interface RoleColumns {
  readonly weight: Float64Array
  /** Settled by the one it arrives at. */
  readonly settled: RunColumns
  /** Settled after hand-offs. */
  readonly escalated: RunColumns
  /** Settled by nobody. */
  readonly unresolved: RunColumns
  /** Kinds of case (role × issue type) by the worst that is said of them. */
  readonly flags: Readonly<Record<FindingSeverity, Uint16Array>>
  /** Kinds of case of which nothing is flagged and something not known. */
  readonly unknown: Uint16Array
}
export interface RunColumns {
  readonly pessimistic: Float64Array
  readonly optimistic: Float64Array
}
/**
 * Totals and counts are there; every list is made when it is first looked at, and may be long. For a part of one see `cardListOf`,
 * `roleTotalsOf` and `walksAt` (parts.ts).
 */
export interface Analysis {
  /** Nothing is counted yet: only `file` says something (`uncounted`). */
  readonly isUncounted?: true
  readonly file: FileTotals
  readonly totals: Totals
  readonly segments: readonly SegmentTotals[]
  /** Issue types that somebody meets in scope, in order of the file. */
  readonly issues: readonly IssueTotals[]
  /** null where nothing is handed on and settled. */
  readonly bottleneck: Bottleneck | null
  /** Roles that meet something in scope, by role index ascending. */
  readonly roles: readonly RoleTotals[]
  /** The same and flags as columns by role index, for sums over branches. */
  readonly roleColumns: RoleColumns
  readonly walks: readonly Walk[]
  /** How many of the findings are flagged, and how many unknown: to count them makes no row. */
  readonly counts: { readonly flagged: number; readonly unknown: number }
  /** Flagged and unknown, and if asked for the rest; in the order of domain.md 3.1. */
  readonly findings: readonly Finding[]
  /** Flagged and unknown, what is accepted left out, a card a place, same order. `cardListOf` has one of many places alike. */
  readonly cards: readonly Card[]
  readonly roadblocks: readonly Roadblock[]
  readonly nextQuestions: readonly NextQuestion[]
  /** Whether stakes are money (`riskPerPeriod` can be said) or contacts. */
  readonly stakeIsMoney: boolean
}
