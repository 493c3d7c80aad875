// Where the keyboard goes on when the panel tells of something else: at the heading of what a link led to, and, gone back, at that link:
// the one that was pressed, in the panel or in the strip. Who is elsewhere on the page (on the chart, in the search) stays there.
import { type RefObject, useEffect, useRef } from 'react'
import type { Topic } from '../../../state/types'
import { useApp } from '../../app/context'

export const topicKey = (topic: Topic): string => JSON.stringify(topic)

export function useTrailFocus(panel: RefObject<HTMLElement | null>) {
  const trail = useApp((s) => s.view.trail)
  const before = useRef(trail)
  /** By depth, what was asked to get there: a case is stepped through and turned over after that. */
  const entered = useRef<readonly Link[]>([])
  const pressed = usePressedLink()
  useEffect(() => {
    const was = before.current
    before.current = trail
    const left = entered.current[trail.length]
    const last = trail.at(-1)
    entered.current = [
      ...entered.current.slice(0, Math.min(was.length, trail.length)),
      ...(trail.length > was.length && last ? [linkOf(topicKey(last), pressed.current)] : []),
    ]
    const active = document.activeElement
    const isLost = active === null || active === document.body
    // Another organisation was opened over an untouched panel: nothing was asked, nothing is lost.
    if (was.length + trail.length === 0) return
    if (was === trail || !panel.current || !(isLost || panel.current.contains(active))) return
    if (trail.length < was.length && left !== undefined) focusOn(linkTo(left) ?? headingIn(panel.current))
    else if (trail.length > was.length || isLost) focusOn(headingIn(panel.current))
  }, [trail, panel, pressed])
}

/** The link to a topic, and which of those that lead there it is: a role may be named three times. */
interface Link {
  readonly key: string
  readonly place: number
}
const linkOf = (key: string, pressed: Link | null): Link => (pressed?.key === key ? pressed : { key, place: 0 })

function usePressedLink(): RefObject<Link | null> {
  const pressed = useRef<Link | null>(null)
  useEffect(() => {
    const keep = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest<HTMLElement>('[data-asks]') : null
      const key = link?.dataset.asks
      pressed.current = link && key !== undefined ? { key, place: linksTo(key).indexOf(link) } : null
    }
    document.addEventListener('click', keep, true)
    return () => document.removeEventListener('click', keep, true)
  }, [])
  return pressed
}

function focusOn(element: HTMLElement | null) {
  element?.focus()
}
function linkTo({ key, place }: Link): HTMLElement | null {
  const links = linksTo(key)
  return links[place] ?? links[0] ?? null
}
function linksTo(key: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-asks]')].filter((link) => link.dataset.asks === key)
}
/** A card opens where it stands and keeps the keyboard; a list that is back has a heading of its own. */
function headingIn(panel: HTMLElement): HTMLElement | null {
  const isKept = panel.contains(document.activeElement) && !panel.querySelector('#topic-title')
  return isKept ? null : (panel.querySelector<HTMLElement>('h2[tabindex]') ?? panel)
}
