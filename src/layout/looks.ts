// Which leaves are alike: same manager, title, unit and grants, filled or vacant alike. Nobody who meets customers and no end of a route, which
// would be drawn, is like another.
import { once } from '../base/memo'
import { PairIndex } from '../base/pairs'
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
  const numbers = new PairIndex()
  for (let i = 0; i < n; i++) {
    if (firstChild[i] !== -1 || distance[i] === 1 || (title.cells[i] as number) < 0) continue
    const isVacant = headcount.kind === 'number' && headcount.state[i] === PRESENT && headcount.cells[i] === 0
    const unitAt = unit.kind === 'text' ? (unit.cells[i] as number) : ABSENT_TEXT
    of[i] = numbers.placeOf(2 * (titles[title.cells[i] as number] as number) + (isVacant ? 1 : 0), unitAt + 2)
  }
  const { role, grant, length } = org.held
  // Below -1: never a unit.
  for (let k = 0; k < length; k++) {
    const look = of[role[k] as number] as number
    if (look >= 0) of[role[k] as number] = numbers.placeOf(look, -2 - (grant[k] as number))
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
