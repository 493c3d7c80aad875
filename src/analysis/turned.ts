// Which findings come, go and change between two analyses: verdicts are compared as bytes, and rows made of the first few only.
import type { Steps } from '../base/steps'
import type { Alike } from './alike'
import { ROWS_A_STEP } from './cases'
import { type Detector, FLAGGED_STATE, SEVERITIES, severityOf, stateOf, UNKNOWN_STATE, wholeOf } from './finding'
import type { Parts } from './parts'
import { rowAbout, rowWithout } from './rows'
import type { Finding, FindingSeverity } from './types'

/** `opens`: it is not known any more; `closes`: it was not known, and is no finding. */
export type FindingTurn = 'appears' | 'vanishes' | 'worsens' | 'eases' | 'opens' | 'closes'
export interface TurnedFinding {
  readonly was: FindingSeverity | 'unknown' | null
  readonly is: FindingSeverity | 'unknown' | null
  /** As it is said where it is said: before the edit where it vanishes or closes, else after it. */
  readonly finding: Finding
}
export interface TurnedFindings {
  readonly count: number
  /** The gravest first, then in order of code. */
  readonly first: readonly TurnedFinding[]
}
export type Turned = Readonly<Record<FindingTurn, TurnedFindings>>

/** So many of each kind are made; of more, how many there are. */
const FIRST = 12

export function* turnedSteps(was: Parts, is: Parts, alike: Alike): Steps<Turned> {
  const turns = new Turns(was, is)
  for (let code = 0; code < is.judgements.length; code++) {
    const { detector, verdicts: after } = is.judgements[code] as Parts['judgements'][number]
    const before = was.judgements[code]?.verdicts as Uint8Array
    const [whole, wholeNow] = [wholeOf(detector, was.survey), wholeOf(detector, is.survey)]
    turns.add(whole ? UNKNOWN : UNSAID, wholeNow ? UNKNOWN : UNSAID, () => rowWithout(detector.code, wholeNow ?? whole))
    const names = alike.of(detector)
    const earlier = names ? new Map<string | number, number>() : null
    if (names && earlier) {
      for (let at = 0; at < before.length; at++) {
        if (at % ROWS_A_STEP === 0) yield
        if (tellingOf(before[at]) !== UNSAID) earlier.set(names.was(at), at)
      }
    }
    const most = names ? after.length : Math.max(before.length, after.length)
    for (let at = 0; at < most; at++) {
      if (at % (ROWS_A_STEP * 8) === 0) yield
      const now = tellingOf(after[at])
      if (names && now === UNSAID) continue
      const place = names && earlier ? earlier.get(names.is(at)) : at
      if (names && place !== undefined) earlier?.delete(names.is(at))
      turns.addAt(detector, place, place === undefined ? UNSAID : tellingOf(before[place]), at, now)
    }
    for (const place of earlier?.values() ?? []) turns.addAt(detector, place, tellingOf(before[place]), -1, UNSAID)
  }
  return turns.all()
}

/** What is said of a subject: rank of its severity, from 0, else one of these. */
const UNKNOWN = -1
const UNSAID = -2
function tellingOf(verdict: number | undefined): number {
  if (verdict === undefined || stateOf(verdict) > UNKNOWN_STATE) return UNSAID
  return stateOf(verdict) === FLAGGED_STATE ? severityOf(verdict) : UNKNOWN
}
const said = (telling: number): TurnedFinding['was'] => (telling === UNKNOWN ? 'unknown' : (SEVERITIES[telling] ?? null))

function turnOf(was: number, is: number): FindingTurn {
  if (is === UNKNOWN) return 'opens'
  if (is === UNSAID) return was === UNKNOWN ? 'closes' : 'vanishes'
  return was < 0 ? 'appears' : is > was ? 'worsens' : 'eases'
}

class Turns {
  private readonly listed = Object.fromEntries(
    (['appears', 'vanishes', 'worsens', 'eases', 'opens', 'closes'] as const).map((turn) => [turn, new Gravest()]),
  ) as Record<FindingTurn, Gravest>

  constructor(
    private readonly before: Parts,
    private readonly after: Parts,
  ) {}

  add(was: number, is: number, finding: () => Finding): void {
    if (was !== is) this.listed[turnOf(was, is)].add(Math.max(was, is), () => ({ was: said(was), is: said(is), finding: finding() }))
  }
  addAt(rule: Detector, place: number | undefined, was: number, at: number, is: number): void {
    if (was === is) return
    const { before, after } = this
    this.add(was, is, () => (is === UNSAID ? rowAbout(before.survey, rule, place as number) : rowAbout(after.survey, rule, at)))
  }
  all(): Turned {
    return Object.fromEntries(
      Object.entries(this.listed).map(([turn, of]) => [turn, { count: of.count, first: of.first() }]),
    ) as unknown as Turned
  }
}

/** The first few of each gravity. */
class Gravest {
  count = 0
  private readonly makers: (() => TurnedFinding)[][] = [[], [], [], []]

  add(telling: number, make: () => TurnedFinding): void {
    this.count++
    const alike = this.makers[telling + 1] as (() => TurnedFinding)[]
    if (alike.length < FIRST) alike.push(make)
  }
  first(): readonly TurnedFinding[] {
    return this.makers
      .toReversed()
      .flat()
      .slice(0, FIRST)
      .map((make) => make())
  }
}
