import { useEffect } from 'react'
import { useActions, useApp } from './context'

/** A tab that was away for a while does not jump to the end of its turn. */
const LONGEST_STEP_MS = 64

/** Moves a turn on, frame by frame, while there is one and nobody holds it. */
export function useClock() {
  const app = useActions()
  const isRunning = useApp(({ session: { stand } }) => stand.turning !== null && stand.turning.heading !== 'stopped')
  useEffect(() => {
    if (!isRunning) return
    let last = performance.now()
    let frame = requestAnimationFrame(function tick(now) {
      frame = requestAnimationFrame(tick)
      app.step(Math.min(LONGEST_STEP_MS, Math.max(0, now - last)))
      last = now
    })
    return () => cancelAnimationFrame(frame)
  }, [app, isRunning])
}
