// References by title (domain.md 2.3, "References by title"): as a source every role with the title, as a target the nearest manager
// with it up the line, else the only one in the file.
import { once } from '../base/memo'
import { type Column, cellAt } from '../base/table'
import { countOf, textAt } from '../base/texts'
import { roleAt } from './roles'
import type { OrgDoc } from './types'

const PREFIX = 'title:'

/** Case and spaces folded. */
export function foldedTitle(title: string): string {
  return title.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}

export type Roles = ArrayLike<number> & Iterable<number>

export class RoleRefs {
  private readonly nearest = new Map<number, Map<number, number>>()

  constructor(
    readonly doc: OrgDoc,
    private readonly parent: Int32Array,
  ) {}

  /** Every role that `ref` stands for as a source, in order of index; empty where there is none. */
  sources(ref: string): Roles {
    const title = this.titleOf(ref)
    if (title >= 0) return this.rolesTitled(title)
    const at = roleAt(this, ref)
    return at === undefined ? [] : [at]
  }

  /** The one role that `ref` stands for as a target, seen from `role` (-1: from nowhere); undefined where there is none. */
  target(ref: string, role: number): number | undefined {
    const title = this.titleOf(ref)
    if (title < 0) return roleAt(this, ref)
    const titled = this.rolesTitled(title)
    if (titled.length === 1) return titled[0]
    const found = role < 0 ? -1 : this.nearestAbove(title, role)
    return found < 0 ? undefined : found
  }

  /** The nearest strict manager with the title, else -1. What was found on the way is kept: many ask from one line. */
  private nearestAbove(title: number, role: number): number {
    const { of } = this.titles()
    let known = this.nearest.get(title)
    if (!known) this.nearest.set(title, (known = new Map()))
    const below: number[] = []
    let found: number | undefined
    for (let at = role; found === undefined; ) {
      found = known.get(at)
      if (found !== undefined) break
      below.push(at)
      const up = this.parent[at] as number
      if (up < 0 || of[up] === title) found = up
      else at = up
    }
    for (const one of below) known.set(one, found)
    return found
  }

  /** The title that a reference speaks of; -1 where it means an id. */
  private titleOf(ref: string): number {
    if (!ref.startsWith(PREFIX) || roleAt(this, ref) !== undefined) return -1
    return this.titles().numbers.get(foldedTitle(ref.slice(PREFIX.length))) ?? -1
  }

  private rolesTitled(title: number): Int32Array {
    const { start, roles } = this.titles()
    return roles.subarray(start[title], start[title + 1])
  }

  private titles(): Titled {
    return titlesOf(this.doc.roles.columns.title, this.doc.roles.length)
  }
}

/** Roles by folded title; made for the first reference by title, many files have none. */
interface Titled {
  readonly numbers: ReadonlyMap<string, number>
  /** By role the number of its title, -1 without one. */
  readonly of: Int32Array
  /** Where the roles of each title stand in `roles`. */
  readonly start: Int32Array
  readonly roles: Int32Array
}

const titlesOf = once((title: Column, length: number): Titled => {
  const numbers = new Map<string, number>()
  const of = new Int32Array(length).fill(-1)
  if (title.kind === 'text') {
    const folded = new Int32Array(countOf(title.pool))
    for (let at = 0; at < folded.length; at++) {
      const text = foldedTitle(textAt(title.pool, at))
      const known = numbers.get(text) ?? numbers.size
      numbers.set(text, known)
      folded[at] = known
    }
    for (let role = 0; role < length; role++) of[role] = folded[title.cells[role] as number] ?? -1
  }
  return { numbers, of, ...rolesBy(of, numbers.size) }
})

/** By role the number of its title, equal where titles are when case and spaces are folded; -1 without one. */
export const titleNumbersOf = ({ roles }: Pick<OrgDoc, 'roles'>): Int32Array => titlesOf(roles.columns.title, roles.length).of
/** How many roles have the title of this number. */
export function countTitled({ roles }: Pick<OrgDoc, 'roles'>, title: number): number {
  const { start } = titlesOf(roles.columns.title, roles.length)
  return (start[title + 1] ?? 0) - (start[title] ?? 0)
}

/** The reference that means these roles and no other; null where there is none. */
export function titleRef(doc: Pick<OrgDoc, 'roles'>, roles: ArrayLike<number>): string | null {
  const title = titleNumbersOf(doc)[roles[0] as number] ?? -1
  if (title < 0 || countTitled(doc, title) !== roles.length) return null
  return PREFIX + (cellAt(doc.roles, 'title', roles[0] as number) as string)
}

/** Roles sorted by the number of their title, each title's in order. */
function rolesBy(of: Int32Array, titles: number): Pick<Titled, 'start' | 'roles'> {
  const start = new Int32Array(titles + 1)
  for (let role = 0; role < of.length; role++) {
    const at = of[role] as number
    if (at >= 0) start[at + 1] = (start[at + 1] as number) + 1
  }
  for (let at = 0; at < titles; at++) start[at + 1] = (start[at + 1] as number) + (start[at] as number)
  const roles = new Int32Array(start[titles] as number)
  const next = start.slice()
  for (let role = 0; role < of.length; role++) {
    const at = of[role] as number
    if (at < 0) continue
    const k = next[at] as number
    roles[k] = role
    next[at] = k + 1
  }
  return { start, roles }
}
