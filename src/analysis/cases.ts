// Every case that arrives, walked once in each run, as columns. Contact lines of one entry role that every grant treats alike are a group; groups
// of one issue type are a pair; the pairs of a role stand together. Groups whose entry roles may do the same and hand on to the same role end
// alike: they share an ending, a row a slice of values, and endings share outcomes. Plain data.
import { countedInOrder } from '../base/counted'
import { bytes, floats, ints } from '../base/growing'
import { PairIndex } from '../base/pairs'
import type { Steps } from '../base/steps'
import { orderOf } from '../model/rank'
import type { Org } from '../model/types'
import { type Authority, authorityOf, authoritySteps, type CaseValue } from './authority'
import { type CaseKind, Kinds } from './kinds'
import type { Run } from './kleene'
import { type Outcome, type OutcomeColumns, outcomeOf, Walker } from './outcome'
import { Powers } from './powers'
import { Ways } from './ways'

/** Where a number of rows belong to one they stand in a row: those of `k` from `start[k]` to `start[k + 1]`. */
export interface CaseColumns {
  readonly kinds: readonly CaseKind[]
  /** By entry role, in order of role index. */
  readonly pairStart: Int32Array<ArrayBuffer>
  /** By pair, those of a role in order of issue type id. */
  readonly groupStart: Int32Array<ArrayBuffer>
  /** By group, those of a pair in order of their first lines. */
  readonly lineStart: Int32Array<ArrayBuffer>
  readonly entry: Int32Array<ArrayBuffer>
  readonly weight: Float64Array<ArrayBuffer>
  readonly ending: Int32Array<ArrayBuffer>
  /** Indexes into org.contacts, those of a group in canonical order. */
  readonly lines: Int32Array<ArrayBuffer>
  readonly endings: EndingColumns
  readonly outcomes: OutcomeColumns
  /** How many slices were walked to make these from what there was before: a count of work. */
  readonly walked: number
}
export interface EndingColumns {
  /** Index into kinds. */
  readonly kind: Int32Array<ArrayBuffer>
  readonly caseStart: Int32Array<ArrayBuffer>
  readonly flags: Uint8Array<ArrayBuffer>
  /** By case (a slice of an ending): index into outcomes, in each run. */
  readonly pessimistic: Int32Array<ArrayBuffer>
  readonly optimistic: Int32Array<ArrayBuffer>
  readonly share: Float64Array<ArrayBuffer>
}
/** Both runs are the same: nothing that decides is in doubt. */
export const IS_SURE = 1
/** In both runs all cases are settled by the one they arrive at. */
export const IS_ON_THE_SPOT = 2
/** In some run some cases are settled by nobody. */
export const IS_DEAD = 4
/** It is known how long all hands take. */
export const IS_TIMED = 8
/** From here on whether the entry role holds a power of each kind that is needed, limits aside (F01). */
export const KINDS_HELD = 4

/** After so many rows whoever waits may look up. */
export const ROWS_A_STEP = 2048

/** Linear in contact lines × depth. */
export function* caseSteps(org: Org): Steps<CaseColumns> {
  const writer = new CaseWriter(org, yield* authoritySteps(org), new Ways(org))
  const { contacts } = org
  const { order, start } = countedInOrder(contacts.role, contacts.length, org.doc.roles.length)
  yield
  // Kinds are told apart in the order of the lines, so that lines of one row follow each other.
  const kindOf = new Int32Array(contacts.length)
  for (let line = 0; line < contacts.length; line++) {
    kindOf[line] = (contacts.boundary[line] as number) < 0 ? writer.kinds.of(line) : -1
    if (line % (ROWS_A_STEP * 8) === 0) yield
  }
  for (let role = 0, seen = 0; role < org.doc.roles.length; role++) {
    const [from, to] = [start[role] as number, start[role + 1] as number]
    if (from === to) continue
    writer.add(role, order.subarray(from, to), kindOf)
    if (++seen % ROWS_A_STEP === 0) yield
  }
  return writer.columns()
}

/** Only these lines, all at one role, by the way given. */
export function casesAlong(org: Org, role: number, lines: readonly number[], ways: Ways): CaseColumns {
  const writer = new CaseWriter(org, authorityOf(org), ways)
  writer.add(role, lines)
  return writer.columns()
}

/** A case of a value that the file does not name. */
export function outcomesOfValue(org: Org, entry: number, kind: CaseKind, value: CaseValue, ways: Ways): Readonly<Record<Run, Outcome>> {
  const walker = new Walker(org, authorityOf(org), ways, new Powers(authorityOf(org)))
  const own = { ...kind, slices: [{ share: 1, value, mean: value, point: value, isStretch: false }] }
  walker.walk(entry, own, 0)
  const columns = walker.columns()
  return {
    pessimistic: outcomeOf(columns, walker.pessimistic, own, ways),
    optimistic: outcomeOf(columns, walker.optimistic, own, ways),
  }
}

/** The same contacts where what may be done has changed; null where more than that has, so that all is to be walked again. */
export function* caseStepsAfter(before: CaseColumns, was: Org, org: Org): Steps<CaseColumns | null> {
  const isAlike =
    was.contacts === org.contacts &&
    was.structure === org.structure &&
    (['roles', 'demand', 'touchpoints', 'segments', 'issueTypes', 'routes'] as const).every((key) => was.doc[key] === org.doc[key])
  if (!isAlike) return null
  const kinds = new Kinds(org, yield* authoritySteps(org))
  // Grants that tell other sides of cases apart make other kinds of them.
  if (kinds.sides.join() !== new Kinds(was, yield* authoritySteps(was)).sides.join()) return null
  return yield* walkedAgain(before, was, org, kinds)
}

function* walkedAgain(before: CaseColumns, was: Org, org: Org, kinds: Kinds): Steps<CaseColumns> {
  const ways = new Ways(org)
  const isOther = kinds.again(before.kinds)
  const writer = new CaseWriter(org, authorityOf(org), ways, kinds, before)
  const changes = yield* changesOf(before.kinds, was, org)
  const kindOf = before.endings.kind
  const ending = before.ending.slice()
  for (let group = 0; group < ending.length; group++) {
    if (group % (ROWS_A_STEP * 8) === 0) yield
    const at = kindOf[before.ending[group] as number] as number
    const kind = kinds.all[at] as CaseKind
    const entry = before.entry[group] as number
    if (isOther[at] || kind.isAgreed || changes.isMetBy(entry, kind, ways)) ending[group] = writer.endingOf(entry, kind)
    if (writer.walked % ROWS_A_STEP === ROWS_A_STEP - 1) yield
  }
  return { ...before, ...writer.ended(), kinds: kinds.all, ending }
}

/** So many kinds of case are told apart; of more, some are looked at for nothing. */
const BITS = 31
const bitOf = (kind: number) => 1 << (kind % BITS)

/** Which roles do something else to which kinds of case, and who is below them. */
class Changes {
  constructor(
    private readonly own: Int32Array,
    private readonly above: Int32Array,
  ) {}

  /** Whether a case of the kind that arrives at the role may come to somebody who does something else to it than before. */
  isMetBy(entry: number, { at, issueType }: CaseKind, ways: Ways): boolean {
    const bit = bitOf(at)
    if (ways.isLine(entry)) return ((this.above[entry] as number) & bit) !== 0
    return ways.wayOf(entry, issueType).roles.some((role) => ((this.own[role] as number) & bit) !== 0)
  }
}

function* changesOf(kinds: readonly CaseKind[], was: Org, org: Org): Steps<Changes> {
  const [earlier, now] = [authorityOf(was), authorityOf(org)]
  yield
  const [powersBefore, powers] = [new Powers(earlier), new Powers(now)]
  const { parent, preorder } = org.structure
  const moves = new PairIndex()
  const changed: number[] = []
  const own = new Int32Array(preorder.length)
  const above = new Int32Array(preorder.length)
  for (let k = 0; k < preorder.length; k++) {
    if (k % (ROWS_A_STEP * 16) === 0) yield
    const role = preorder[k] as number
    const move = moves.placeOf(earlier.classOf[role] as number, now.classOf[role] as number)
    if (move === changed.length) {
      const isOther = (kind: CaseKind) =>
        powersBefore.textOf(powersBefore.effectOf(kind, role)) !== powers.textOf(powers.effectOf(kind, role))
      changed.push(kinds.reduce((bits, kind) => (isOther(kind) ? bits | bitOf(kind.at) : bits), 0))
    }
    const bits = changed[move] as number
    own[role] = bits
    const manager = parent[role] as number
    above[role] = manager < 0 ? bits : bits | (above[manager] as number)
  }
  return new Changes(own, above)
}

/** So few are put in order one by one. */
const HANDFUL = 16

class CaseWriter {
  walked = 0
  private readonly powers: Powers
  private readonly walker: Walker
  private readonly issueRank: Int32Array
  private readonly shared = new PairIndex()
  private readonly sharedEnding = ints()

  private readonly pairStart = ints()
  private readonly groupStart = ints()
  private readonly lineStart = ints()
  private readonly entry = ints()
  private readonly weight = floats()
  private readonly ending = ints()
  private readonly lines = ints()

  private readonly kind
  private readonly caseStart
  private readonly flags
  private readonly pessimistic
  private readonly optimistic
  private readonly share

  /** Of the role that is being added: the kinds of its cases, and by kind its first and last line, by line the next of its kind. */
  private readonly found: number[] = []
  private readonly foundAt: number[] = []
  private readonly firstOf: number[] = []
  private readonly lastOf: number[] = []
  private readonly after: number[] = []

  constructor(
    private readonly org: Org,
    authority: Authority,
    private readonly ways: Ways,
    readonly kinds = new Kinds(org, authority),
    before?: CaseColumns,
  ) {
    this.powers = new Powers(authority)
    this.walker = new Walker(org, authority, ways, this.powers, before?.outcomes)
    this.issueRank = orderOf((org.doc.issueTypes ?? []).map((issueType) => issueType.id)).rank
    this.kind = ints(before?.endings.kind)
    this.caseStart = ints(before?.endings.caseStart ?? Int32Array.of(0))
    this.flags = bytes(before?.endings.flags)
    this.pessimistic = ints(before?.endings.pessimistic)
    this.optimistic = ints(before?.endings.optimistic)
    this.share = floats(before?.endings.share)
  }

  /** What arrives at a role; lines in canonical order. */
  add(role: number, lines: ArrayLike<number>, kindOf?: Int32Array): void {
    const { found, firstOf, lastOf, after } = this
    let count = 0
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as number
      const kind = kindOf ? (kindOf[line] as number) : this.kinds.of(line)
      if (kind < 0) continue
      after[i] = -1
      if (this.foundAt[kind] === role) after[lastOf[kind] as number] = i
      else {
        this.foundAt[kind] = role
        firstOf[kind] = i
        found[count++] = kind
      }
      lastOf[kind] = i
    }
    if (count === 0) return
    this.sortFound(count)
    this.pairStart.push(this.groupStart.length)
    for (let k = 0, issueType = -1; k < count; k++) {
      const kind = this.kinds.all[found[k] as number] as CaseKind
      if (kind.issueType !== issueType) this.groupStart.push(this.entry.length)
      issueType = kind.issueType
      this.addGroup(role, kind, lines, firstOf[kind.at] as number)
    }
  }

  private addGroup(role: number, kind: CaseKind, lines: ArrayLike<number>, first: number): void {
    this.entry.push(role)
    this.ending.push(this.endingOf(role, kind))
    this.lineStart.push(this.lines.length)
    let weight = 0
    for (let i = first; i >= 0; i = this.after[i] as number) {
      this.lines.push(lines[i] as number)
      weight += this.org.contacts.weight[lines[i] as number] as number
    }
    this.weight.push(weight)
  }

  /** By issue type; those of one stay in order of their first lines. A handful. */
  private sortFound(count: number): void {
    const { found, issueRank } = this
    const rankOf = (kind: number) => issueRank[(this.kinds.all[kind] as CaseKind).issueType] as number
    if (count > HANDFUL) {
      const sorted = found.slice(0, count).sort((a, b) => rankOf(a) - rankOf(b))
      for (let k = 0; k < count; k++) found[k] = sorted[k] as number
      return
    }
    for (let k = 1; k < count; k++) {
      const kind = found[k] as number
      const rank = rankOf(kind)
      let to = k
      for (; to > 0 && rankOf(found[to - 1] as number) > rank; to--) found[to] = found[to - 1] as number
      found[to] = kind
    }
  }

  /** Shared by all who may do the same and hand on to the same role. */
  endingOf(entry: number, kind: CaseKind): number {
    const next = this.ways.next(entry, kind.issueType)
    if (kind.isAgreed || this.ways.mayComeBack(next, kind.issueType)) return this.walk(entry, kind)
    const place = this.shared.placeOf(next, this.powers.effectOf(kind, entry))
    if (place === this.sharedEnding.length) this.sharedEnding.push(this.walk(entry, kind))
    return this.sharedEnding.at(place)
  }

  columns(): CaseColumns {
    const { pairStart, groupStart, lineStart, entry, weight, ending, lines } = this
    pairStart.push(groupStart.length)
    groupStart.push(entry.length)
    lineStart.push(lines.length)
    return {
      kinds: this.kinds.all,
      pairStart: pairStart.cut(),
      groupStart: groupStart.cut(),
      lineStart: lineStart.cut(),
      entry: entry.cut(),
      weight: weight.cut(),
      ending: ending.cut(),
      lines: lines.cut(),
      ...this.ended(),
    }
  }

  ended(): Pick<CaseColumns, 'endings' | 'outcomes' | 'walked'> {
    const { kind, caseStart, flags, pessimistic, optimistic, share, walked } = this
    const endings = {
      kind: kind.cut(),
      caseStart: caseStart.cut(),
      flags: flags.cut(),
      pessimistic: pessimistic.cut(),
      optimistic: optimistic.cut(),
      share: share.cut(),
    }
    return { endings, outcomes: this.walker.columns(), walked }
  }

  private walk(entry: number, kind: CaseKind): number {
    const { walker } = this
    let flags = IS_SURE | IS_ON_THE_SPOT | IS_TIMED
    for (let slice = 0; slice < kind.slices.length; slice++) {
      walker.walk(entry, kind, slice)
      const { pessimistic, optimistic } = walker
      this.pessimistic.push(pessimistic)
      this.optimistic.push(optimistic)
      this.share.push(kind.slices[slice]?.share as number)
      if (pessimistic !== optimistic) flags &= ~IS_SURE
      const [worst, best] = [walker.stepOf(pessimistic), walker.stepOf(optimistic)]
      if (worst !== 0 || best !== 0) flags &= ~IS_ON_THE_SPOT
      if (worst < 0 || best < 0) flags |= IS_DEAD
      if (!walker.areHoursKnown(pessimistic) || !walker.areHoursKnown(optimistic)) flags &= ~IS_TIMED
    }
    this.walked += kind.slices.length
    this.caseStart.push(this.pessimistic.length)
    this.kind.push(kind.at)
    this.flags.push(flags | (this.powers.kindsHeld(this.powers.effectOf(kind, entry)) << KINDS_HELD))
    return this.kind.length - 1
  }
}
