// Who in the whole organisation holds a need, and how far away the nearest is: asked of each class of roles that may do the same, then of the
// tree, once up and once down. Linear in roles for each distinct need (domain.md 3.1 `holders`, `cross`; 3.6 F04, F05).
import { groupedBy } from '../base/group'
import { byCodeUnit } from '../base/order'
import type { Steps } from '../base/steps'
import { roleOrderOf } from '../model/rank'
import { idOf } from '../model/roles'
import type { Grant, Org } from '../model/types'
import { type Authority, type CaseContext, type CaseValue, isWithin } from './authority'
import type { CaseKind } from './kinds'
import { either, holdsIn, NO, RUNS, type Run, type Truth, YES } from './kleene'
import type { RequiredNeed } from './needs'

export interface Nearest {
  readonly role: number
  /** Steps up to the lowest common manager and down again. */
  readonly steps: number
}
export interface Holders {
  readonly truthOf: (role: number) => Truth
  /** The best truth among the role and its managers up to the top. */
  readonly inChain: (role: number) => Truth
  /** How many hold it for certain. */
  readonly certain: number
  /** Holders that are possible at all, and those of them in the chain of a role. */
  readonly possible: number
  readonly possibleInChain: (role: number) => number
  /** In order of id, so many at most, leaving out some. */
  readonly named: (run: Run, count: number, but: ReadonlySet<number>) => readonly number[]
  /** Steps from a role to the nearest holder of the run; null where none is joined to it by reporting lines. */
  readonly stepsTo: (role: number, run: Run) => number | null
  /** That holder; ties to the smallest id. */
  readonly nearest: (role: number, run: Run) => Nearest | null
  readonly readySteps: () => Steps<void>
}

export class AllHolders {
  private readonly known = new Map<string, Holders>()
  private readonly ofKinds: (Holders | undefined)[][] = []
  private readonly uneven: (readonly Holders[] | undefined)[] = []
  private readonly asked = new Map<RequiredNeed, AskedNeed>()
  private readonly limits: ReadonlyMap<string, readonly number[]>
  private readonly isScoped: boolean

  constructor(
    private readonly org: Org,
    private readonly authority: Authority,
  ) {
    const byKind = groupedBy(authority.powers, ({ grant }) => grant.kind)
    this.limits = new Map([...byKind].map(([kind, powers]) => [kind, limitsOf(powers.map(({ grant }) => grant))]))
    this.isScoped = authority.powers.some(({ grant }) => grant.scope)
  }

  /** Of the kind's need `need` for cases of its slice `slice`. */
  ofKind(kind: CaseKind, slice: number, need: number): Holders {
    const needs = kind.needs as readonly RequiredNeed[]
    let own = this.ofKinds[kind.at]
    if (!own) this.ofKinds[kind.at] = own = []
    const at = slice * needs.length + need
    let holders = own[at]
    if (!holders) own[at] = holders = this.of(needs[need] as RequiredNeed, kind.context, kind.slices[slice]?.value ?? null)
    return holders
  }

  /** Of all that a kind asks for, each once: what not every line holds and somebody may hold. Nothing else can be in a wrong branch (F05). */
  unevenOf(kind: CaseKind): readonly Holders[] {
    let uneven = this.uneven[kind.at]
    if (!uneven) {
      const found = new Set<Holders>()
      for (let slice = 0; slice < kind.slices.length; slice++)
        for (let need = 0; need < (kind.needs?.length ?? 0); need++) found.add(this.ofKind(kind, slice, need))
      const { tops } = this.org.structure
      this.uneven[kind.at] = uneven = [...found].filter(({ possible, truthOf }) => possible > 0 && tops.some((top) => truthOf(top) !== YES))
    }
    return uneven
  }

  /** Whoever asks of all roles (F05) has it made ready before; one role is told without. Linear in roles for each need. */
  *readySteps(kinds: readonly CaseKind[]): Steps<void> {
    for (const kind of kinds) for (const holders of this.unevenOf(kind)) yield* holders.readySteps()
  }

  of(need: RequiredNeed, context: CaseContext, value: CaseValue): Holders {
    const asked = this.askedOf(need)
    let key = asked.key
    for (const kind of asked.byValue) key += ` ${this.limitFor(kind, value)}`
    if (asked.isGranted && this.isScoped) key += JSON.stringify(context)
    let holders = this.known.get(key)
    if (!holders) {
      holders = new HoldersOfOne(this.org, this.authority, this.truths(need, context, value))
      this.known.set(key, holders)
    }
    return holders
  }

  /** Kinds nobody is granted are all alike, and so are values between the same two limits. */
  private askedOf(need: RequiredNeed): AskedNeed {
    let asked = this.asked.get(need)
    if (!asked) {
      const granted = need.alternatives.filter((one) => this.limits.has(one.kind))
      const byValue = granted.filter((one) => one.amount === 'value').map((one) => one.kind)
      asked = { key: JSON.stringify([need.alternatives.length > 0, granted]), byValue, isGranted: granted.length > 0 }
      this.asked.set(need, asked)
    }
    return asked
  }

  /** How many limits of the kind are too low for the value; a value that is not known is a case of its own. */
  private limitFor(kind: string, value: CaseValue): number | null {
    if (value === null) return null
    const limits = this.limits.get(kind) ?? []
    let [low, high] = [0, limits.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isWithin(value, limits[middle] as number)) high = middle
      else low = middle + 1
    }
    return low
  }

  /** By class of roles that may do the same. */
  private truths({ alternatives }: RequiredNeed, context: CaseContext, value: CaseValue): Uint8Array {
    const truths = new Uint8Array(this.authority.classCount)
    for (let at = 0; at < truths.length; at++) {
      let truth = this.authority.classHoldsUngranted(at)
      for (const one of alternatives) truth = either(truth, this.authority.classHolds(at, one, context, value))
      truths[at] = alternatives.length > 0 || truth === YES ? truth : NO
    }
    return truths
  }
}

/** What of a need tells holders apart: the powers that somebody is granted, and which of them ask for the value of the case. */
interface AskedNeed {
  readonly key: string
  readonly byValue: readonly string[]
  readonly isGranted: boolean
}

function limitsOf(grants: readonly Grant[]): readonly number[] {
  return [...new Set(grants.flatMap(({ limit }) => (typeof limit === 'number' ? [limit] : [])))].sort((a, b) => a - b)
}

interface Chains {
  readonly best: Uint8Array
  readonly possible: Int32Array
}

class HoldersOfOne implements Holders {
  readonly certain: number
  readonly possible: number
  private chains: Chains | null = null
  private readonly steps = new Map<Run, Int32Array>()

  constructor(
    private readonly org: Org,
    private readonly authority: Authority,
    private readonly truths: Uint8Array,
  ) {
    let [certain, possible] = [0, 0]
    for (let at = 0; at < truths.length; at++) {
      if (truths[at] === YES) certain += authority.sizeOf(at)
      if (truths[at] !== NO) possible += authority.sizeOf(at)
    }
    this.certain = certain
    this.possible = possible
  }

  *readySteps(): Steps<void> {
    this.chains ??= this.chained()
    yield
    if (this.certain === 0) return
    for (const run of RUNS) {
      const searched = this.searched(run)
      if (!this.steps.has(searched))
        this.steps.set(
          searched,
          stepsFrom(this.org, (at) => holdsIn(run, this.truthOf(at))),
        )
      yield
    }
  }

  truthOf = (role: number): Truth => this.truths[this.authority.classOf[role] as number] as Truth

  inChain = (role: number): Truth => {
    if (this.chains) return this.chains.best[role] as Truth
    let best: Truth = NO
    for (const one of this.lineFrom(role)) best = either(best, this.truthOf(one))
    return best
  }
  possibleInChain = (role: number): number => {
    if (this.chains) return this.chains.possible[role] as number
    let possible = 0
    for (const one of this.lineFrom(role)) if (this.truthOf(one) !== NO) possible++
    return possible
  }

  named = (run: Run, count: number, but: ReadonlySet<number>): readonly number[] => {
    const found: number[] = []
    for (const role of roleOrderOf(this.org).inOrder) {
      if (found.length === count) break
      if (!but.has(role) && holdsIn(run, this.truthOf(role))) found.push(role)
    }
    return found
  }

  stepsTo = (role: number, run: Run): number | null => {
    const steps = this.steps.get(this.searched(run))
    if (!steps) return this.nearest(role, run)?.steps ?? null
    const found = steps[role] as number
    return found < 0 ? null : found
  }

  nearest = (role: number, run: Run): Nearest | null => nearestTo(this.org, role, (at) => holdsIn(run, this.truthOf(at)))

  /** Where nothing is in doubt both runs search the same. */
  private searched(run: Run): Run {
    return this.certain === this.possible ? 'pessimistic' : run
  }

  private *lineFrom(role: number): Generator<number> {
    const { parent } = this.org.structure
    for (let at = role; at >= 0; at = parent[at] as number) yield at
  }

  private chained(): Chains {
    const { parent, preorder } = this.org.structure
    const best = new Uint8Array(parent.length)
    const possible = new Int32Array(parent.length)
    for (let k = 0; k < preorder.length; k++) {
      const role = preorder[k] as number
      const manager = parent[role] as number
      const own = this.truthOf(role)
      best[role] = manager < 0 ? own : either(own, best[manager] as Truth)
      possible[role] = (manager < 0 ? 0 : (possible[manager] as number)) + (own === NO ? 0 : 1)
    }
    return { best, possible }
  }
}

function inOrderOfId(org: Org, roles: readonly number[]): readonly number[] {
  const named = roles.map((role) => ({ role, id: idOf(org, role) }))
  return named.sort((a, b) => byCodeUnit(a.id, b.id)).map(({ role }) => role)
}

/** Breadth-first from one role, until a ring around it has a holder. */
function nearestTo(org: Org, from: number, isHolder: (role: number) => boolean): Nearest | null {
  const { parent, firstChild, nextSibling } = org.structure
  // The reporting line is a tree: whoever came from a role does not go back to it.
  let ring: { readonly at: number; readonly from: number }[] = [{ at: from, from: -1 }]
  for (let steps = 0; ring.length > 0; steps++) {
    const found = inOrderOfId(
      org,
      ring.flatMap(({ at }) => (isHolder(at) ? [at] : [])),
    )[0]
    if (found !== undefined) return { role: found, steps }
    const further: typeof ring = []
    for (const { at, from: came } of ring) {
      const manager = parent[at] as number
      if (manager >= 0 && manager !== came) further.push({ at: manager, from: at })
      for (let child = firstChild[at] as number; child >= 0; child = nextSibling[child] as number)
        if (child !== came) further.push({ at: child, from: at })
    }
    ring = further
  }
  return null
}

/** Steps to the nearest holder, from all holders at once; -1 where none is joined. */
function stepsFrom(org: Org, isHolder: (role: number) => boolean): Int32Array {
  const { parent, preorder } = org.structure
  const steps = new Int32Array(preorder.length).fill(-1)
  const shorter = (role: number, by: number) => {
    const way = steps[by] as number
    if (way >= 0 && ((steps[role] as number) < 0 || (steps[role] as number) > way + 1)) steps[role] = way + 1
  }
  // What is below comes up first, then what is above and beside comes down.
  for (let k = preorder.length - 1; k >= 0; k--) {
    const role = preorder[k] as number
    if (isHolder(role)) steps[role] = 0
    const manager = parent[role] as number
    if (manager >= 0) shorter(manager, role)
  }
  for (let k = 0; k < preorder.length; k++) {
    const role = preorder[k] as number
    const manager = parent[role] as number
    if (manager >= 0) shorter(role, manager)
  }
  return steps
}

/** Steps up from a to the lowest common manager, and down to b; null where they have none. */
export function crossing(org: Org, a: number, b: number): { readonly manager: number; readonly up: number; readonly down: number } | null {
  const { parent, depth } = org.structure
  let [x, y] = [a, b]
  while ((depth[x] as number) > (depth[y] as number)) x = parent[x] as number
  while ((depth[y] as number) > (depth[x] as number)) y = parent[y] as number
  while (x !== y) {
    x = parent[x] as number
    y = parent[y] as number
    if (x < 0 || y < 0) return null
  }
  return { manager: x, up: (depth[a] as number) - (depth[x] as number), down: (depth[b] as number) - (depth[x] as number) }
}
