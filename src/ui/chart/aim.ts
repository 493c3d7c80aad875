// Where to look, told from what is new since the last frame: another role in focus, followed or selected.
import type { Layout } from '../../layout/types'
import { rolesOn, type Scenery } from './scenery'

/** What is looked for: brought onto the page, or made to fill it. */
export interface Aim {
  /** `reach`: brought onto the page, no nearer. */
  readonly how: 'show' | 'reach' | 'frame'
  /** Where they find no room together the last is shown. */
  readonly roles: readonly number[]
}

export interface Seen {
  readonly key: string
  readonly layout: Layout
  readonly opened: number
  readonly selected: number
  readonly focused: number
  readonly followed: Scenery['followed']
  readonly tried: Scenery['tried']
}
export function seenIn({ key, turn, opened, selected, focused, tried, today }: Scenery): Seen {
  return { key, layout: turn.to, opened, selected, focused, followed: today.followed, tried }
}
/** Where to look because something else is focused, followed or selected than before; null = nothing new. */
export function aimOf(before: Seen, now: Seen): Aim | null {
  const { followed } = now
  if (followed && followed !== before.followed) {
    const roles = rolesOn(followed)
    const isSameWay = before.followed !== null && String(rolesOn(before.followed)) === String(roles)
    const { upTo } = followed
    const isStep = isSameWay && upTo !== null && upTo < roles.length
    return isStep ? { how: 'show', roles: roles.slice(Math.max(0, upTo - 1), upTo + 1) } : { how: 'frame', roles }
  }
  // Whoever comes with the keyboard finds the picture as it was; the first step goes near.
  if (before.focused !== now.focused && now.focused >= 0) return { how: before.focused < 0 ? 'reach' : 'show', roles: [now.focused] }
  return before.selected !== now.selected && now.selected >= 0 ? { how: 'show', roles: [now.selected] } : null
}
