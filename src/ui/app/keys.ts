// Keys of the whole page. Letters act outside text fields only; keys of the chart are the chart's (ui/chart/Pane).
import { useEffect } from 'react'
import { selectIsFlipping } from '../../state/derived'
import { useActions } from './context'
import { isTyped } from './Opening'

export function useKeys() {
  const app = useActions()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isCommand = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      if (isTyped(event.target)) return
      if (isCommand && key === 'z') event.shiftKey ? app.redo() : app.undo()
      else if (isCommand && key === 'y') app.redo()
      else if (isCommand || event.altKey || event.repeat) return
      else if (key === 'f') app.flip()
      else if (key === 'p') app.present()
      else if (key === 'escape') app.letGo()
      else if (key === ' ' && selectIsFlipping(app.store.getState()) && !isBusy(event.target)) app.holdOrGo()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [app])
}

/** Where space has a meaning of its own. A button has not, while the chart turns: it has just started the turn that space stops. */
function isBusy(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role=menu], summary') !== null
}
