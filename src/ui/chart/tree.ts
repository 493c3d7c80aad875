// The reporting line as the lines of a tree that one can walk without seeing it: only open branches are listed.
import type { Structure } from '../../model/types'

export interface TreeLine {
  readonly role: number
  /** 1-based */
  readonly level: number
  readonly place: number
  readonly siblings: number
  /** null where nobody reports to it. */
  readonly isOpen: boolean | null
}

export function linesOf({ tops, firstChild, nextSibling }: Structure, isOpen: (role: number) => boolean): readonly TreeLine[] {
  const lines: TreeLine[] = []
  const childrenOf = (role: number) => {
    const children: number[] = []
    for (let child = firstChild[role] as number; child !== -1; child = nextSibling[child] as number) children.push(child)
    return children
  }
  const waiting: TreeLine[] = []
  const wait = (roles: readonly number[], level: number) => {
    for (let i = roles.length - 1; i >= 0; i--) {
      const role = roles[i] as number
      waiting.push({ role, level, place: i + 1, siblings: roles.length, isOpen: firstChild[role] === -1 ? null : isOpen(role) })
    }
  }
  wait([...tops], 1)
  for (let line = waiting.pop(); line; line = waiting.pop()) {
    lines.push(line)
    if (line.isOpen) wait(childrenOf(line.role), line.level + 1)
  }
  return lines
}
