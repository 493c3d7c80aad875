import { useEffect } from 'react'
import { useActions, useApp } from './context'

/** Long enough to have read the question. */
const MOMENT_MS = 1900

/** At the first visit the sample turns once by itself; whoever touches anything first keeps the chart as it is. */
export function useFirstTurn() {
  const app = useActions()
  const isDue = useApp(
    (s) =>
      s.session.isFirstVisit &&
      !s.session.isMotionReduced &&
      s.workbook.history !== null &&
      s.workbook.origin?.kind === 'sample' &&
      s.session.opened === 1 &&
      s.view.orientation === 'conventional' &&
      s.session.stand.turning === null,
  )
  useEffect(() => {
    if (!isDue) return
    const stop = () => clearTimeout(timer)
    const timer = setTimeout(() => {
      forget()
      app.show('flipped')
    }, MOMENT_MS)
    const forget = () => {
      removeEventListener('pointerdown', stop, true)
      removeEventListener('keydown', stop, true)
    }
    addEventListener('pointerdown', stop, true)
    addEventListener('keydown', stop, true)
    return () => {
      stop()
      forget()
    }
  }, [app, isDue])
}
