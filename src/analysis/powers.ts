// What those who may do the same do to a case: looked up for each role on a way, worked out once for each class of roles and kind of case.
import { bytes, ints } from '../base/growing'
import { PairIndex } from '../base/pairs'
import type { Authority } from './authority'
import type { CaseKind } from './kinds'
import { both, either, NO, type Truth, UNKNOWN, YES } from './kleene'

const KINDS_HELD = 0
const VACANT = 1
const FIRST_TRUTH = 2

export class Powers {
  /** What is the same for all that a kind asks has one number, whatever else the classes may do. */
  private readonly effects = ints()
  private readonly known = new PairIndex()
  private readonly start = ints()
  private readonly truths = bytes()
  private readonly same = new Map<string, number>()

  constructor(private readonly authority: Authority) {}

  /** Effects of one kind are no effects of another. */
  effectOf(kind: CaseKind, role: number): number {
    const powerClass = this.authority.classOf[role] as number
    const place = this.known.placeOf(kind.at, powerClass)
    if (place === this.effects.length) this.effects.push(this.add(kind, powerClass))
    return this.effects.at(place)
  }

  /** Whether a role of this effect covers the kind's need `need` in its slice `slice`, alone. */
  covers(effect: number, { needs }: CaseKind, slice: number, need: number): Truth {
    return this.truths.at(this.start.at(effect) + FIRST_TRUTH + slice * (needs?.length ?? 0) + need) as Truth
  }
  /** Whether it holds a power of each kind that is needed, limits aside (F01). */
  kindsHeld(effect: number): Truth {
    return this.truths.at(this.start.at(effect) + KINDS_HELD) as Truth
  }
  isVacancy(effect: number): boolean {
    return this.truths.at(this.start.at(effect) + VACANT) === 1
  }
  /** All that can be told of it. */
  textOf(effect: number): string {
    const end = effect + 1 < this.start.length ? this.start.at(effect + 1) : this.truths.length
    let text = ''
    for (let at = this.start.at(effect); at < end; at++) text += this.truths.at(at)
    return text
  }

  private add(kind: CaseKind, powerClass: number): number {
    const from = this.truths.length
    const { needs, slices, context } = kind
    const { authority } = this
    this.truths.push(kindsHeldBy(authority, powerClass, kind))
    this.truths.push(authority.classIsVacancy(powerClass) ? 1 : 0)
    for (const { value } of slices) {
      for (const { alternatives } of needs ?? []) {
        let truth: Truth = NO
        for (const one of alternatives) truth = either(truth, authority.classCovers(powerClass, one, context, value))
        this.truths.push(truth)
      }
    }
    const effect = this.start.length
    this.start.push(from)
    const text = `${kind.at} ${this.textOf(effect)}`
    const known = this.same.get(text)
    if (known === undefined) {
      this.same.set(text, effect)
      return effect
    }
    this.start.length--
    this.truths.length = from
    return known
  }
}

function kindsHeldBy(authority: Authority, powerClass: number, { needs, context }: CaseKind): Truth {
  if (needs === undefined) return UNKNOWN
  let all: Truth = YES
  for (const { alternatives } of needs) {
    let truth: Truth = NO
    for (const one of alternatives) truth = either(truth, authority.classHasKind(powerClass, one, context))
    all = both(all, truth)
  }
  return all
}
