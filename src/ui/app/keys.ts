// Keys of the whole page. Letters are the page's only while the keyboard is on the chart or nowhere (WCAG 2.1.4): in a list, a field or a
// menu they have a meaning of their own. Keys of the chart itself are the chart's (ui/chart/Pane), those of the room the room's (ui/workshop).
import { useEffect } from 'react'
import type { App } from '../../state/app'
import { selectIsDistanceKnown, selectIsFlipping } from '../../state/derived'
import { showTotals } from '../panels/AllTotals'
import { useActions } from './context'
import { focusChart, focusOutline, focusSearch, isOnChart } from './focusing'
import { isTyped } from './Opening'
import { saveDocument } from './saving'

type Key = (app: App) => void

/** With Control or Command, everywhere but in text. */
const COMMANDS: Readonly<Record<string, Key>> = {
  z: (app) => app.undo(),
  'shift z': (app) => app.redo(),
  y: (app) => app.redo(),
}
const LETTERS: Readonly<Record<string, Key>> = {
  f: (app) => app.flip(),
  b: (app) => app.showBoth(),
  e: (app) => app.showExport(true),
  1: (app) => app.show('conventional'),
  2: (app) => app.show('flipped'),
  3: (app) => app.showBoth(),
  l: chooseOverlay,
  m: changeOrder,
  o: showOrHideOutline,
  p: (app) => app.present(),
  t: showTotals,
  '/': focusSearch,
  '?': (app) => app.showKeys(true),
}

export function useKeys() {
  const app = useActions()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { presenting } = app.store.getState().session
      if (event.defaultPrevented || presenting || isInDialog(event.target)) return
      const act = keyFor(event, app)
      if (!act) return
      event.preventDefault()
      act(app)
    }
    addEventListener('keydown', press)
    document.addEventListener('mousedown', leaveTheKeyboardThere)
    return () => {
      removeEventListener('keydown', press)
      document.removeEventListener('mousedown', leaveTheKeyboardThere)
    }
  }, [app])
}

function keyFor(event: KeyboardEvent, app: App): Key | undefined {
  const { target } = event
  const letter = letterOf(event)
  if (event.key === 'Escape') return (one) => one.letGo()
  if (event.ctrlKey || event.metaKey) {
    const key = `${event.shiftKey ? 'shift ' : ''}${letter}`
    if (event.altKey) return undefined
    if (key === 's') return event.repeat ? () => {} : saveDocument // in text too, where it means nothing else
    return isTyped(target) ? undefined : COMMANDS[key]
  }
  if (event.altKey || event.repeat) return undefined
  if (event.key === ' ') return selectIsFlipping(app.store.getState()) && !isBusy(target) ? (one) => one.holdOrGo() : undefined
  return isOnChart(target) ? LETTERS[letter] : undefined
}

/** Of the key where it stands on a Latin keyboard, if what it writes is no Latin letter: Ф is F in a Russian layout. */
export function letterOf({ key, code }: KeyboardEvent): string {
  const isOther = /^\p{L}$/u.test(key) && !/^[a-z]$/i.test(key) && /^Key[A-Z]$/.test(code)
  return (isOther ? code.slice(3) : key).toLowerCase()
}

function changeOrder(app: App) {
  const state = app.store.getState()
  const { view } = state
  if ((view.isBoth || view.orientation === 'flipped') && selectIsDistanceKnown(state))
    app.setOrder(view.order === 'distance' ? 'mirror' : 'distance')
}
function chooseOverlay() {
  document.querySelector<HTMLElement>('[data-show] button')?.click()
}
function showOrHideOutline(app: App) {
  app.toggleOutline()
  if (app.store.getState().view.isOutlineOpen) focusOutline()
  else focusChart()
}

/** A mouse on a button of the bar or the strip does not take the keyboard from the chart; the button still does what it does. */
function leaveTheKeyboardThere(event: MouseEvent) {
  const isButton = event.target instanceof Element && event.target.closest('header button, footer button, [data-chart-host] button')
  if (isButton && isOnChart(document.activeElement)) event.preventDefault()
}

/** Where space has a meaning of its own. A button has not, while the chart turns: it has just started the turn that space stops. */
function isBusy(target: EventTarget | null): boolean {
  return isTyped(target) || (target instanceof HTMLElement && target.closest('[role=menu], summary') !== null)
}
function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog') !== null
}
