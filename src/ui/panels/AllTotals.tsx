// From the few totals in sight to all of them.

import type { App } from '../../state/app'
import { selectDoc, selectIsPanelOpen } from '../../state/derived'
import type { Topic } from '../../state/types'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { topicKey } from './topics/trailFocus'

const TOTALS: Topic = { kind: 'totals' }

export function AllTotals() {
  const { say } = useWords()
  const app = useActions()
  // Beside the conventional chart nothing is said of cases before it is turned.
  const isTold = useApp((s) => selectDoc(s) !== null && (s.view.isBoth || s.view.orientation === 'flipped'))
  if (!isTold) return null
  return (
    <button
      type="button"
      className={controls.quiet}
      title={say('totals.all.title')}
      data-asks={topicKey(TOTALS)}
      onClick={() => showTotals(app)}
    >
      {say('totals.all')}
    </button>
  )
}

/** The page takes the keyboard: it stands before a part of the chart. */
export function showTotals(app: App): void {
  const state = app.store.getState()
  if (!selectIsPanelOpen(state)) app.togglePanel()
  if (state.session.isNarrow) app.setSheetTall(true)
  app.tell(TOTALS)
  requestAnimationFrame(() => document.getElementById('topic-title')?.focus())
}
