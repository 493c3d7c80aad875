// Which leaves are alike: same manager, title, unit and grants, filled or vacant alike. Nobody who meets customers and no end of a route, which
// would be drawn, is like another.
import { once } from '../base/memo'
import { ABSENT_TEXT, PRESENT } from '../base/table'
import { countOf, type Texts, textAt } from '../base/texts'
import { foldedTitle } from '../model/titles'
import type { Org } from '../model/types'

export interface Alike {
  /** Everybody who is like somebody before them, and who that is: the first of all that are alike. */
  readonly members: Int32Array
  readonly heads: Int32Array
}

/** Made once an organisation, whichever way it is placed. */
export const alikeIn = once((org: Org): Alike => {
  const { firstChild, nextSibling } = org.structure
  const looks = looksOf(org)
  const head = new Int32Array(looks.kinds)
  const seenUnder = new Int32Array(looks.kinds).fill(-1)
  const members: number[] = []
  const heads: number[] = []
  for (let manager = 0; manager < firstChild.length; manager++)
    for (let role = firstChild[manager] as number; role >= 0; role = nextSibling[role] as number) {
      const look = looks.of[role] as number
      if (look < 0) continue
      if (seenUnder[look] === manager) {
        members.push(role)
        heads.push(head[look] as number)
      } else {
        seenUnder[look] = manager
        head[look] = role
      }
    }
  return { members: Int32Array.from(members), heads: Int32Array.from(heads) }
})

interface Looks {
  /** By role, a small number; -1 where it is like no other. */
  readonly of: Int32Array
  readonly kinds: number
}

function looksOf(org: Org): Looks {
  const { firstChild, distance } = org.structure
  const { title, unit, headcount } = org.doc.roles.columns
  const n = distance.length
  const of = new Int32Array(n).fill(-1)
  if (title.kind !== 'text') return { of, kinds: 0 }
  const titles = foldedPool(title.pool)
  const numbers = new PairNumbers()
  for (let i = 0; i < n; i++) {
    if (firstChild[i] !== -1 || distance[i] === 1 || (title.cells[i] as number) < 0) continue
    const isVacant = headcount.kind === 'number' && headcount.state[i] === PRESENT && headcount.cells[i] === 0
    const unitAt = unit.kind === 'text' ? (unit.cells[i] as number) : ABSENT_TEXT
    of[i] = numbers.of(2 * (titles[title.cells[i] as number] as number) + (isVacant ? 1 : 0), unitAt + 2)
  }
  const { role, grant, length } = org.held
  // Below -1: never a unit.
  for (let k = 0; k < length; k++) {
    const look = of[role[k] as number] as number
    if (look >= 0) of[role[k] as number] = numbers.of(look, -2 - (grant[k] as number))
  }
  for (const { from, to } of org.routes) of[from] = of[to] = -1
  return { of, kinds: numbers.count }
}

/** A number for each title that is written differently, the same for those that say the same. */
function foldedPool(pool: Texts): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from({ length: countOf(pool) }, (_, at) => {
    const folded = foldedTitle(textAt(pool, at))
    const known = numbers.get(folded) ?? numbers.size
    numbers.set(folded, known)
    return known
  })
}

/** Numbers for pairs of whole numbers, 0, 1, 2 … as they come. Open addressing: a Map of a million entries is ten times slower. */
class PairNumbers {
  count = 0
  private first = new Int32Array(64)
  private second = new Int32Array(64)
  /** 1 + a number, 0 = free; twice as many as there are numbers, or more. */
  private slots = new Int32Array(128)

  of(a: number, b: number): number {
    const mask = this.slots.length - 1
    let slot = hashOf(a, b) & mask
    for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const at = (this.slots[slot] as number) - 1
      if (this.first[at] === a && this.second[at] === b) return at
    }
    if (this.count === this.first.length) {
      this.grow()
      return this.of(a, b)
    }
    this.first[this.count] = a
    this.second[this.count] = b
    this.slots[slot] = ++this.count
    return this.count - 1
  }

  private grow() {
    const longer = (cells: Int32Array) => {
      const grown = new Int32Array(2 * cells.length)
      grown.set(cells)
      return grown
    }
    this.first = longer(this.first)
    this.second = longer(this.second)
    this.slots = new Int32Array(2 * this.slots.length)
    const mask = this.slots.length - 1
    for (let at = 0; at < this.count; at++) {
      let slot = hashOf(this.first[at] as number, this.second[at] as number) & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = at + 1
    }
  }
}
function hashOf(a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
