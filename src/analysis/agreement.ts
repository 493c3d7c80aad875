// Powers that are held only if others agree: whose agreement, beside those on the way, is enough for all that is still open (domain.md 3.6).
import { byCodeUnit } from '../base/order'
import { idOf } from '../model/roles'
import type { Org } from '../model/types'
import type { Authority } from './authority'
import type { CaseKind } from './kinds'
import { holdsIn, type Run, UNKNOWN } from './kleene'
import type { RequiredNeed } from './needs'

/** Settled after so many of the way and the agreement of further roles, in order of id. */
export interface Agreed {
  readonly step: number
  readonly along: number
  readonly extras: readonly number[]
}

/** One case on its way, role by role. */
export class Agreements {
  /** The fewest hand-offs so far. */
  best: Agreed | null = null
  /** Something looked at is not known. */
  isInDoubt = false
  private readonly offered: (readonly (readonly number[])[] | undefined)[] = []
  private readonly path: number[] = []

  constructor(
    private readonly org: Org,
    private readonly authority: Authority,
    private readonly kind: CaseKind,
    private readonly slice: number,
    private readonly run: Run,
  ) {}

  /** The next role of the way; `covered` says which needs somebody so far covers alone. */
  lookAt(role: number, covered: Uint8Array): void {
    const needs = this.kind.needs as readonly RequiredNeed[]
    const along = this.path.push(role) - 1
    const choices: (readonly (readonly number[])[])[] = []
    let isWithout = false
    for (let i = 0; i < needs.length; i++) {
      if (covered[i]) continue
      if (this.authority.hasAgreements(role)) this.addOffers(i, needs[i] as RequiredNeed, role)
      const offered = this.offered[i]
      if (offered) choices.push(offered)
      else isWithout = true
    }
    if (isWithout) return
    const extras = fewestExtras(this.org, choices, this.path)
    const step = along + extras.length
    if (this.best === null || step < this.best.step) this.best = { step, along, extras }
  }

  isOffered(need: number): boolean {
    return this.offered[need] !== undefined
  }

  private addOffers(i: number, { alternatives }: RequiredNeed, role: number): void {
    const { context, slices } = this.kind
    const found = [...(this.offered[i] ?? [])]
    for (const one of alternatives) {
      for (const { truth, agreement } of this.authority.coversWithAgreement(role, one, context, slices[this.slice]?.value ?? null)) {
        if (truth === UNKNOWN) this.isInDoubt = true
        if (holdsIn(this.run, truth)) found.push(agreement)
      }
    }
    if (found.length > 0) this.offered[i] = found
  }
}

/** More combinations of agreements than this are not tried a need: a file with so many for one case says nothing. */
const MOST_COMBINATIONS = 4096

/** The smallest set of further roles whose agreement is enough, one agreement a need; ties to the ids. In order of id. */
function fewestExtras(org: Org, choices: readonly (readonly (readonly number[])[])[], path: readonly number[]): readonly number[] {
  if (choices.length === 0) return []
  const onPath = new Set(path)
  const id = (role: number) => idOf(org, role)
  let sets: readonly Extras[] = [extrasOf([], id)]
  for (const agreements of choices) {
    const further = distinct(
      agreements.map((agreement) =>
        extrasOf(
          agreement.filter((role) => !onPath.has(role)),
          id,
        ),
      ),
    )
    const tried = sets.slice(0, Math.max(1, Math.floor(MOST_COMBINATIONS / further.length)))
    sets = distinct(tried.flatMap((set) => further.map((more) => extrasOf([...set.roles, ...more.roles], id))))
  }
  return sets[0]?.roles ?? []
}

/** Each role once, in order of id; `ids` says the same as a text to compare. */
interface Extras {
  readonly roles: readonly number[]
  readonly ids: string
}

function extrasOf(roles: readonly number[], id: (role: number) => string): Extras {
  const sorted = [...new Set(roles)].sort((a, b) => byCodeUnit(id(a), id(b)))
  return { roles: sorted, ids: JSON.stringify(sorted.map(id)) }
}

/** Each once, the smallest first. */
function distinct(sets: readonly Extras[]): readonly Extras[] {
  const byIds = new Map(sets.map((set) => [set.ids, set]))
  return [...byIds.values()].sort((a, b) => a.roles.length - b.roles.length || byCodeUnit(a.ids, b.ids))
}
