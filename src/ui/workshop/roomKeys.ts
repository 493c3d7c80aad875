// Keys while presenting: those of slides, and what a clicker sends. The page's own keys rest, but for the turn.
import { useEffect } from 'react'
import type { App } from '../../state/app'
import { selectStory } from '../../state/derived'
import { useActions } from '../app/context'
import { letterOf } from '../app/keys'

const KEYS: Readonly<Record<string, (app: App) => void>> = {
  ArrowRight: (app) => app.stepStory(1),
  ArrowDown: (app) => app.stepStory(1),
  PageDown: (app) => app.stepStory(1),
  ' ': (app) => app.stepStory(1),
  Enter: (app) => app.stepStory(1),
  ArrowLeft: (app) => app.stepStory(-1),
  ArrowUp: (app) => app.stepStory(-1),
  PageUp: (app) => app.stepStory(-1),
  Backspace: (app) => app.stepStory(-1),
  Home: (app) => app.goToStep(0),
  End: (app) => app.goToStep(selectStory(app.store.getState()).length - 1),
  F5: (app) => app.goToStep(0), // “from the beginning” on most clickers
  f: (app) => app.flip(),
  n: (app) => app.showNames(),
  b: (app) => app.blank(),
  '.': (app) => app.blank(),
  p: (app) => app.stopPresenting(),
  Escape: (app) => app.stopPresenting(),
  '?': (app) => app.showKeys(true),
}
/** Held down they would run through the story. */
const ONCE = /^[fnbp.?]$|^Escape$/

export function useRoomKeys() {
  const app = useActions()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { session } = app.store.getState()
      if (!session.presenting || session.areKeysShown || event.key === 'Tab') return
      if (isPressed(event)) return event.stopPropagation()
      const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key.length === 1 ? letterOf(event) : event.key]
      event.stopPropagation()
      if (!act) return
      event.preventDefault()
      if (!event.repeat || !ONCE.test(event.key)) act(app)
    }
    addEventListener('keydown', press, true)
    return () => removeEventListener('keydown', press, true)
  }, [app])
}

/** A button has its own meaning for space and enter. */
function isPressed({ key, target }: KeyboardEvent): boolean {
  return (key === ' ' || key === 'Enter') && target instanceof HTMLElement && target.closest('button') !== null
}
