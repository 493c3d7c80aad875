// What detectors and totals look at: the columns of the walked cases, read by the row. `Cases` reads numbers, for rules that are asked of a
// million pairs; `Pair`, `EntryRole` and `CaseGroup` tell one of them, for what is said of a few.
import { countedInOrder } from '../base/counted'
import { finish, type Steps } from '../base/steps'
import { roleOrderOf } from '../model/rank'
import { type ThresholdName, thresholdsOf } from '../model/thresholds'
import type { Org, Values } from '../model/types'
import { customerEquity, isLeftOutOfWorth, lifetimeValue } from '../model/worth'
import { type Authority, authorityOf, type CaseContext } from './authority'
import { type CaseColumns, caseSteps, IS_DEAD, IS_ON_THE_SPOT, IS_SURE, IS_TIMED, KINDS_HELD } from './cases'
import type { Slice } from './distribution'
import { type Note, type Notes, noteOf, noteSteps } from './feedback'
import { AllHolders } from './holders'
import type { CaseKind } from './kinds'
import { type Run, type Truth, UNKNOWN, YES } from './kleene'
import type { RequiredNeed } from './needs'
import { DEAD_END, type Outcome, type OutcomeColumns, outcomeOf } from './outcome'
import { type Way, Ways } from './ways'

/** Groups, and cases (the slices of values of a group), by their row. The cases of a group are those from `first` to `end`. */
export class Cases {
  private readonly kinds: readonly CaseKind[]
  private readonly entries: Int32Array
  private readonly weights: Float64Array
  private readonly ending: Int32Array
  private readonly kindOf: Int32Array
  private readonly caseStart: Int32Array
  private readonly flagsOf: Uint8Array
  private readonly pessimistic: Int32Array
  private readonly optimistic: Int32Array
  private readonly shares: Float64Array
  private readonly steps: Int32Array
  private readonly outcomes: OutcomeColumns

  constructor({ kinds, entry, weight, ending, endings, outcomes }: CaseColumns) {
    this.kinds = kinds
    this.entries = entry
    this.weights = weight
    this.ending = ending
    this.kindOf = endings.kind
    this.caseStart = endings.caseStart
    this.flagsOf = endings.flags
    this.pessimistic = endings.pessimistic
    this.optimistic = endings.optimistic
    this.shares = endings.share
    this.steps = outcomes.step
    this.outcomes = outcomes
  }

  kind(group: number): CaseKind {
    return this.kinds[this.kindOf[this.ending[group] as number] as number] as CaseKind
  }
  entry(group: number): number {
    return this.entries[group] as number
  }
  weight(group: number): number {
    return this.weights[group] as number
  }
  first(group: number): number {
    return this.caseStart[this.ending[group] as number] as number
  }
  end(group: number): number {
    return this.caseStart[(this.ending[group] as number) + 1] as number
  }
  /** Whether the entry role holds a power of each kind that is needed, limits aside (F01). */
  kindsHeld(group: number): Truth {
    return (this.flags(group) >> KINDS_HELD) as Truth
  }
  /** Bits of cases.ts. */
  flags(group: number): number {
    return this.flagsOf[this.ending[group] as number] as number
  }

  share(one: number): number {
    return this.shares[one] as number
  }
  /** Hand-offs; null = a dead end. */
  step(one: number, run: Run): number | null {
    const step = this.steps[this.outcome(one, run)] as number
    return step === DEAD_END ? null : step
  }
  /** Clock hours; NaN where a role on the way does not say. */
  hours(one: number, run: Run): number {
    return this.outcomes.hours[this.outcome(one, run)] as number
  }
  /** Of those who say. */
  knownHours(one: number, run: Run): number {
    return this.outcomes.knownHours[this.outcome(one, run)] as number
  }
  /** What an hour of all hands after the first costs; NaN where one does not say. */
  perHour(one: number, run: Run): number {
    return this.outcomes.perHour[this.outcome(one, run)] as number
  }
  /** Places of needs that stay open. */
  open(one: number, run: Run): readonly number[] {
    const { open, opens } = this.outcomes
    return opens[open[this.outcome(one, run)] as number] as readonly number[]
  }
  /** How many of the way after the entry role are gone through, and who has to agree beside them. */
  along(one: number, run: Run): number {
    return this.outcomes.along[this.outcome(one, run)] as number
  }
  agreeing(one: number, run: Run): readonly number[] {
    return this.outcomes.agreeing.get(this.outcome(one, run)) ?? NOBODY
  }
  /** Roles after the entry role, by the row of an outcome: the last of them settles, or is the end of the way. */
  *handsOf(outcome: number, issueType: number, ways: Ways): Generator<number> {
    const { next, along, agreeing } = this.outcomes
    let role = next[outcome] as number
    for (let k = along[outcome] as number; k > 0; k--) {
      yield role
      if (k > 1) role = ways.next(role, issueType)
    }
    yield* agreeing.get(outcome) ?? NOBODY
  }
  /** Of one pair: both go through the same hands. */
  isAlike(one: number, other: number, run: Run): boolean {
    const [a, b] = [this.outcome(one, run), this.outcome(other, run)]
    if (a === b) return true
    const { step, along, agreeing } = this.outcomes
    return step[a] === step[b] && along[a] === along[b] && (agreeing.get(a) ?? NOBODY).join() === (agreeing.get(b) ?? NOBODY).join()
  }
  slice(group: number, one: number): Slice {
    return this.kind(group).slices[one - this.first(group)] as Slice
  }
  /** Row of the outcomes; of one issue type equal rows go through the same hands. */
  outcome(one: number, run: Run): number {
    return (run === 'pessimistic' ? this.pessimistic : this.optimistic)[one] as number
  }
}

const NOBODY: readonly number[] = []

export class Survey {
  readonly cases: Cases
  readonly thresholds: Readonly<Record<ThresholdName, number>>
  readonly pairCount: number
  readonly entryCount: number
  readonly groupCount: number
  /** Whether F18a can be judged (domain.md 3.6). */
  readonly isMoney: boolean
  /** Money that is nowhere anything weighs nothing: then stakes are contacts. */
  readonly areStakesMoney: boolean
  /** Nothing that decides is in doubt anywhere. */
  readonly isSure: boolean
  private readonly risks: readonly Risk[]
  private allHolders: AllHolders | null = null
  private heard: Notes | null = null
  private order: Int32Array | null = null

  constructor(
    readonly org: Org,
    readonly columns: CaseColumns,
    readonly ways = new Ways(org),
  ) {
    this.cases = new Cases(columns)
    this.thresholds = thresholdsOf(org.doc)
    this.entryCount = columns.pairStart.length - 1
    this.pairCount = columns.groupStart.length - 1
    this.groupCount = columns.entry.length
    this.isMoney = isRiskKnown(org)
    this.isSure = isEverySure(columns)
    this.risks = risksIn(org)
    this.areStakesMoney = this.isMoney && this.risks.some(({ escalated, unresolved }) => escalated > 0 || unresolved > 0)
  }

  get authority(): Authority {
    return authorityOf(this.org)
  }
  /** Whether a note about what arrives at a pair is heard by nobody who could change the rule. */
  silence(pair: number): Truth {
    return this.heard ? (this.heard.silent[pair] as Truth) : this.noteAbout(pair).isSilent
  }
  /** What becomes of it; undefined where no channel leads to whoever could change the rule. */
  heardNote(pair: number): Note | undefined {
    if (this.heard) return this.heard.heard[pair]
    const note = this.noteAbout(pair)
    return note.there ? note : undefined
  }
  /** All notes at once, for who asks about every pair; until then each is followed when it is asked for. */
  *notesSteps(): Steps<Notes> {
    this.heard ??= yield* noteSteps(this)
    return this.heard
  }
  get holders(): AllHolders {
    this.allHolders ??= new AllHolders(this.org, this.authority)
    return this.allHolders
  }

  /** In order of role index. */
  entryRole(at: number): EntryRole {
    return new EntryRole(this, at)
  }
  /** undefined where nothing in scope arrives at the role. */
  entryRoleOf(role: number): EntryRole | undefined {
    let [low, high] = [0, this.entryCount]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.roleAt(middle) < role) low = middle + 1
      else high = middle
    }
    return low < this.entryCount && this.roleAt(low) === role ? this.entryRole(low) : undefined
  }
  /** Those of a role stand together. */
  pair(at: number): Pair {
    return new Pair(this, at, this.entryRoleOf(this.columns.entry[this.columns.groupStart[at] as number] as number) as EntryRole)
  }
  /** undefined where no such case in scope arrives at the role. */
  pairOf(role: number, issueType: number): Pair | undefined {
    return this.entryRoleOf(role)?.pairs.find((pair) => pair.issueType === issueType)
  }
  group(at: number): CaseGroup {
    return new CaseGroup(this, at)
  }
  get groups(): readonly CaseGroup[] {
    return Array.from({ length: this.groupCount }, (_, at) => this.group(at))
  }

  /** Entry roles in order of role id: what is listed, or summed up over roles, goes by it. */
  get inOrder(): Int32Array {
    if (!this.order) {
      const { rank } = roleOrderOf(this.org)
      const ranks = Int32Array.from({ length: this.entryCount }, (_, at) => rank[this.roleAt(at)] as number)
      this.order = countedInOrder(ranks, ranks.length, rank.length).order
    }
    return this.order
  }
  /** In order of role id, then issue type id. */
  *pairsInOrder(): Generator<Pair> {
    for (const at of this.inOrder) yield* this.entryRole(at).pairs
  }

  /** Risk of one contact of a segment that ends so, in money; NaN where it cannot be said. */
  riskOf(segment: number, step: number | null): number {
    const risk = this.risks[segment]
    return risk === undefined ? Number.NaN : step === 0 ? risk.settled : step === null ? risk.unresolved : risk.escalated
  }

  private noteAbout(pair: number): Note {
    const group = this.columns.groupStart[pair] as number
    return noteOf(this.org, this.cases.entry(group), this.cases.kind(group).issueType)
  }
  private roleAt(at: number): number {
    const { entry, groupStart, pairStart } = this.columns
    return entry[groupStart[pairStart[at] as number] as number] as number
  }
}

export class EntryRole {
  readonly role: number
  /** Rows of its pairs. */
  readonly from: number
  readonly to: number
  /** Rows of its groups. */
  readonly firstGroup: number
  readonly endGroup: number
  /** Contacts in scope. */
  readonly weight: number

  constructor(
    readonly survey: Survey,
    /** Its place among the entry roles. */
    readonly at: number,
  ) {
    const { entry, groupStart, pairStart, weight } = survey.columns
    this.from = pairStart[at] as number
    this.to = pairStart[at + 1] as number
    this.firstGroup = groupStart[this.from] as number
    this.endGroup = groupStart[this.to] as number
    this.role = entry[this.firstGroup] as number
    let sum = 0
    for (let group = this.firstGroup; group < this.endGroup; group++) sum += weight[group] as number
    this.weight = sum
  }

  get pairs(): readonly Pair[] {
    return Array.from({ length: this.to - this.from }, (_, i) => new Pair(this.survey, this.from + i, this))
  }
}

export class Pair {
  readonly role: number
  readonly issueType: number
  /** Rows of its groups. */
  readonly from: number
  readonly to: number
  readonly weight: number
  /** Nothing that decides is in doubt. */
  readonly isSure: boolean
  /** In both runs all cases are settled by the one they arrive at. */
  readonly isOnTheSpot: boolean
  /** In some run some cases are settled by nobody. */
  readonly isDead: boolean
  readonly isTimed: boolean
  /** The role holds all kinds of power that are needed; and whether that is in no doubt. */
  readonly isKindHeld: boolean
  readonly isKindSure: boolean

  constructor(
    readonly survey: Survey,
    /** Its place among the pairs. */
    readonly at: number,
    readonly entry: EntryRole,
  ) {
    const { cases, columns } = survey
    this.from = columns.groupStart[at] as number
    this.to = columns.groupStart[at + 1] as number
    this.role = entry.role
    this.issueType = cases.kind(this.from).issueType
    let weight = 0
    let every = -1
    let some = 0
    let isKindHeld = true
    let isKindSure = true
    for (let group = this.from; group < this.to; group++) {
      const flags = cases.flags(group)
      weight += cases.weight(group)
      every &= flags
      some |= flags
      isKindHeld &&= flags >> KINDS_HELD === YES
      isKindSure &&= flags >> KINDS_HELD !== UNKNOWN
    }
    this.weight = weight
    this.isSure = (every & IS_SURE) !== 0
    this.isOnTheSpot = (every & IS_ON_THE_SPOT) !== 0
    this.isDead = (some & IS_DEAD) !== 0
    this.isTimed = (every & IS_TIMED) !== 0
    this.isKindHeld = isKindHeld
    this.isKindSure = isKindSure
  }

  get groups(): readonly CaseGroup[] {
    return Array.from({ length: this.to - this.from }, (_, i) => this.survey.group(this.from + i))
  }
}

/** A slice of values and how it ends in each run; one and the same where nothing that decides is in doubt. */
export interface Case extends Readonly<Record<Run, Outcome>> {
  /** Its row. */
  readonly at: number
  readonly slice: Slice
}

/** Contact lines with one entry role and of one kind. */
export class CaseGroup {
  readonly entry: number
  readonly kind: CaseKind
  readonly weight: number
  #lines: readonly number[] | undefined
  #cases: readonly Case[] | undefined
  #way: Way | undefined

  constructor(
    private readonly survey: Survey,
    /** Its row. */
    readonly at: number,
  ) {
    this.entry = survey.cases.entry(at)
    this.kind = survey.cases.kind(at)
    this.weight = survey.cases.weight(at)
  }

  get issueType(): number {
    return this.kind.issueType
  }
  get context(): CaseContext {
    return this.kind.context
  }
  get values(): Values | null | undefined {
    return this.kind.values
  }
  get needs(): readonly RequiredNeed[] | undefined {
    return this.kind.needs
  }
  /** Indexes into org.contacts, in canonical order. */
  get lines(): readonly number[] {
    const { lines, lineStart } = this.survey.columns
    this.#lines ??= Array.from(lines.subarray(lineStart[this.at], lineStart[this.at + 1]))
    return this.#lines
  }
  get cases(): readonly Case[] {
    this.#cases ??= this.toldCases()
    return this.#cases
  }
  get way(): Way {
    this.#way ??= this.survey.ways.wayOf(this.entry, this.issueType)
    return this.#way
  }

  private toldCases(): readonly Case[] {
    const { cases, columns, ways } = this.survey
    const { pessimistic, optimistic } = columns.endings
    const first = cases.first(this.at)
    return this.kind.slices.map((slice, i) => {
      const at = first + i
      const worst = outcomeOf(columns.outcomes, pessimistic[at] as number, this.kind, ways)
      const isSure = pessimistic[at] === optimistic[at]
      const best = isSure ? worst : outcomeOf(columns.outcomes, optimistic[at] as number, this.kind, ways)
      return { at, slice, pessimistic: worst, optimistic: best }
    })
  }
}

function isEverySure({ ending, endings }: CaseColumns): boolean {
  for (let group = 0; group < ending.length; group++) if (((endings.flags[ending[group] as number] as number) & IS_SURE) === 0) return false
  return true
}

const surveys = new WeakMap<Org, Survey>()

/** undefined where nobody has counted the cases yet. */
export const knownSurveyOf = (org: Org): Survey | undefined => surveys.get(org)

/** One for all who ask of an organisation. */
export function surveyOf(org: Org): Survey {
  return surveys.get(org) ?? surveyFrom(org, finish(caseSteps(org)))
}

/** What was counted elsewhere, for all who ask from now on. */
export function surveyFrom(org: Org, columns: CaseColumns): Survey {
  const survey = new Survey(org, columns)
  surveys.set(org, survey)
  return survey
}

/** Lines and their weights, one by one: what differs by segment asks for them. */
export function linesOf({
  survey,
  from,
  to,
}: Pair): readonly { readonly group: number; readonly segment: number; readonly weight: number }[] {
  const { columns, org } = survey
  const { segment, weight } = org.contacts
  const found: { readonly group: number; readonly segment: number; readonly weight: number }[] = []
  for (let group = from; group < to; group++) {
    for (let k = columns.lineStart[group] as number; k < (columns.lineStart[group + 1] as number); k++) {
      const line = columns.lines[k] as number
      found.push({ group, segment: segment[line] as number, weight: weight[line] as number })
    }
  }
  return found
}

interface Risk {
  readonly settled: number
  readonly escalated: number
  readonly unresolved: number
}
/** By segment; NaN where it cannot be said. */
function risksIn({ doc }: Org): readonly Risk[] {
  const { escalated, unresolved } = doc.strategy?.lossIf ?? {}
  return (doc.segments ?? []).map((_, segment) => {
    const worth = (isLeftOutOfWorth({ doc }, segment) ? 0 : lifetimeValue({ doc }, segment)) ?? Number.NaN
    return { settled: worth * 0, escalated: (escalated ?? Number.NaN) * worth, unresolved: (unresolved ?? Number.NaN) * worth }
  })
}

function isRiskKnown(org: Org): boolean {
  const { lossIf } = org.doc.strategy ?? {}
  const { segments } = org.doc
  return (
    org.contacts.areCounted &&
    typeof lossIf?.escalated === 'number' &&
    typeof lossIf.unresolved === 'number' &&
    segments !== undefined &&
    segments.length > 0 &&
    segments.every((_, segment) => customerEquity(org, segment) !== null || isLeftOutOfWorth(org, segment))
  )
}
