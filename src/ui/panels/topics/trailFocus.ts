// Where the keyboard goes on when the panel tells of something else: at the heading of what a link led to, and, gone back, at that link.
// Who is elsewhere on the page (on the chart, in the search) stays there.
import { type RefObject, useEffect, useRef } from 'react'
import type { Topic } from '../../../state/types'
import { useApp } from '../../app/context'

export const topicKey = (topic: Topic): string => JSON.stringify(topic)

export function useTrailFocus(panel: RefObject<HTMLElement | null>) {
  const trail = useApp((s) => s.view.trail)
  const before = useRef(trail)
  /** By depth, what was asked to get there: a case is stepped through and turned over after that. */
  const entered = useRef<readonly string[]>([])
  useEffect(() => {
    const was = before.current
    before.current = trail
    const left = entered.current[trail.length]
    const last = trail.at(-1)
    entered.current = [
      ...entered.current.slice(0, Math.min(was.length, trail.length)),
      ...(trail.length > was.length && last ? [topicKey(last)] : []),
    ]
    const active = document.activeElement
    const isLost = active === null || active === document.body
    // Another organisation was opened over an untouched panel: nothing was asked, nothing is lost.
    if (was.length + trail.length === 0) return
    if (was === trail || !panel.current || !(isLost || panel.current.contains(active))) return
    if (trail.length < was.length && left !== undefined) focusOn(linkTo(panel.current, left) ?? headingIn(panel.current))
    else if (trail.length > was.length || isLost) focusOn(headingIn(panel.current))
  }, [trail, panel])
}

function focusOn(element: HTMLElement | null) {
  element?.focus()
}
function linkTo(panel: HTMLElement, key: string): HTMLElement | null {
  return [...panel.querySelectorAll<HTMLElement>('[data-asks]')].find((link) => link.dataset.asks === key) ?? null
}
/** A card opens where it stands and keeps the keyboard; a list that is back has a heading of its own. */
function headingIn(panel: HTMLElement): HTMLElement | null {
  const isKept = panel.contains(document.activeElement) && !panel.querySelector('#topic-title')
  return isKept ? null : (panel.querySelector<HTMLElement>('h2[tabindex]') ?? panel)
}
