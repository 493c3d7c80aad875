// Who in the whole organisation holds a need, and how far away the nearest is: one pass over the grants of a kind, one over the tree, and a
// search from all holders at once. Linear in roles for each distinct need (domain.md 3.1 `holders`, `cross`; 3.6 F04, F05).

import { groupedBy } from '../base/group'
import { roleOrderOf } from '../model/rank'
import { heldGrants } from '../model/roles'
import type { HeldGrant, Org } from '../model/types'
import { type Authority, type CaseContext, type CaseValue, isWithin } from './authority'
import type { CaseKind } from './cases'
import { either, holdsIn, NO, type Run, type Truth, YES } from './kleene'
import type { RequiredNeed } from './needs'

export interface Nearest {
  readonly role: number
  /** Steps up to the lowest common manager and down again. */
  readonly steps: number
}
export interface Holders {
  /** By role. */
  readonly truth: Uint8Array
  /** The best truth among the role and its managers up to the top. */
  readonly inChain: Uint8Array
  /** How many hold it for certain. */
  readonly certain: number
  /** Holders that are possible at all, and those of them in the chain of a role. */
  readonly possible: number
  readonly possibleInChain: (role: number) => number
  /** In order of id. */
  readonly rolesIn: (run: Run) => readonly number[]
  /** From a role to the nearest holder of the run; null where none is joined to it by reporting lines. Ties to the smallest id. */
  readonly nearest: (role: number, run: Run) => Nearest | null
}

export class AllHolders {
  private readonly known = new Map<string, Holders>()
  private readonly ofKinds: (Holders | undefined)[][] = []
  private readonly uneven: (readonly Holders[] | undefined)[] = []
  private readonly asked = new Map<RequiredNeed, AskedNeed>()
  private readonly byKind: ReadonlyMap<string, readonly HeldGrant[]>
  private readonly limits: ReadonlyMap<string, readonly number[]>
  /** Who may hold what nobody is granted: because it is not known, or as what is not delegated. */
  private readonly base: Uint8Array
  private readonly isScoped: boolean

  constructor(
    private readonly org: Org,
    private readonly authority: Authority,
  ) {
    this.byKind = groupedBy(heldGrants(org), (held) => held.grant.kind)
    this.limits = new Map([...this.byKind].map(([kind, held]) => [kind, limitsOf(held)]))
    this.isScoped = heldGrants(org).some((held) => held.grant.scope)
    this.base = new Uint8Array(org.doc.roles.length)
    for (let role = 0; role < this.base.length; role++) this.base[role] = authority.holdsUngranted(role)
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
      this.uneven[kind.at] = uneven = [...found].filter(({ possible, truth }) => possible > 0 && tops.some((top) => truth[top] !== YES))
    }
    return uneven
  }

  of(need: RequiredNeed, context: CaseContext, value: CaseValue): Holders {
    const asked = this.askedOf(need)
    let key = asked.key
    for (const kind of asked.byValue) key += ` ${this.limitFor(kind, value)}`
    if (asked.isGranted && this.isScoped) key += JSON.stringify(context)
    let holders = this.known.get(key)
    if (!holders) {
      holders = holdersFrom(this.org, this.truthOf(need, context, value))
      this.known.set(key, holders)
    }
    return holders
  }

  /** Kinds nobody is granted are all alike, and so are values between the same two limits. */
  private askedOf(need: RequiredNeed): AskedNeed {
    let asked = this.asked.get(need)
    if (!asked) {
      const granted = need.alternatives.filter((one) => this.byKind.has(one.kind))
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

  private truthOf(need: RequiredNeed, context: CaseContext, value: CaseValue): Uint8Array {
    const truth = this.base.slice()
    for (const one of need.alternatives) {
      const roles = new Set((this.byKind.get(one.kind) ?? []).map((held) => held.role))
      for (const role of roles) truth[role] = either(truth[role] as Truth, this.authority.holds(role, one, context, value))
    }
    return need.alternatives.length === 0 ? truth.map((one) => (one === YES ? YES : NO)) : truth
  }
}

/** What of a need tells holders apart: the powers that somebody is granted, and which of them ask for the value of the case. */
interface AskedNeed {
  readonly key: string
  readonly byValue: readonly string[]
  readonly isGranted: boolean
}

function limitsOf(held: readonly HeldGrant[]): readonly number[] {
  return [...new Set(held.flatMap(({ grant }) => (typeof grant.limit === 'number' ? [grant.limit] : [])))].sort((a, b) => a - b)
}

function holdersFrom(org: Org, truth: Uint8Array): Holders {
  const { parent, preorder } = org.structure
  const inChain = new Uint8Array(truth.length)
  const possibleAbove = new Int32Array(truth.length)
  let possible = 0
  let certain = 0
  for (let k = 0; k < preorder.length; k++) {
    const role = preorder[k] as number
    const manager = parent[role] as number
    const own = truth[role] as Truth
    if (own !== NO) possible++
    if (own === YES) certain++
    inChain[role] = manager < 0 ? own : either(own, inChain[manager] as Truth)
    possibleAbove[role] = (manager < 0 ? 0 : (possibleAbove[manager] as number)) + (own === NO ? 0 : 1)
  }
  const lists = new Map<Run, readonly number[]>()
  const searches = new Map<Run, { steps: Int32Array; source: Int32Array }>()
  const rolesIn = (run: Run) => {
    let list = lists.get(run)
    if (!list) {
      const found: number[] = []
      for (const role of roleOrderOf(org).inOrder) if (holdsIn(run, truth[role] as Truth)) found.push(role)
      lists.set(run, (list = found))
    }
    return list
  }
  return {
    truth,
    inChain,
    certain,
    possible,
    possibleInChain: (role) => possibleAbove[role] as number,
    rolesIn,
    nearest: (role, run) => {
      let search = searches.get(run)
      if (!search) {
        search = searchFrom(org, rolesIn(run))
        searches.set(run, search)
      }
      const steps = search.steps[role] as number
      return steps < 0 ? null : { role: search.source[role] as number, steps }
    },
  }
}

/** Breadth-first from all holders at once, in order of id, so that each role keeps the smallest id among its nearest. */
function searchFrom(org: Org, holders: readonly number[]): { steps: Int32Array; source: Int32Array } {
  const { parent, firstChild, nextSibling } = org.structure
  const n = parent.length
  const steps = new Int32Array(n).fill(-1)
  const source = new Int32Array(n).fill(-1)
  const queue = new Int32Array(n)
  let end = 0
  const reach = (role: number, distance: number, from: number) => {
    if (role < 0 || steps[role] !== -1) return
    steps[role] = distance
    source[role] = from
    queue[end++] = role
  }
  for (const holder of holders) reach(holder, 0, holder)
  for (let k = 0; k < end; k++) {
    const at = queue[k] as number
    const distance = (steps[at] as number) + 1
    const from = source[at] as number
    reach(parent[at] as number, distance, from)
    for (let child = firstChild[at] as number; child >= 0; child = nextSibling[child] as number) reach(child, distance, from)
  }
  return { steps, source }
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
