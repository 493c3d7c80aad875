// The chart as a room sees it: no controls on it. It can be moved and zoomed, and fits again with every step.
import { useEffect, useRef, useState } from 'react'
import { selectedRole, selectTopic } from '../../state/derived'
import type { AppState } from '../../state/types'
import { useActions, useApp } from '../app/context'
import chart from '../chart/Chart.module.css'
import { whenFontsAreThere } from '../chart/fonts'
import { labelOf, sceneryOf } from '../chart/scenery'
import { createStage, type Stage } from '../chart/stage'

export function RoomPicture() {
  const app = useActions()
  const label = useApp(labelOf)
  const asked = useApp(askedToLookAt)
  const isMoving = useApp((s) => s.session.stand.turning !== null)
  const host = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLCanvasElement>(null)
  const ghost = useRef<HTMLCanvasElement>(null)
  const rings = useRef<HTMLCanvasElement>(null)
  const stage = useRef<Stage>(null)
  const [fault, setFault] = useState<{ readonly error: unknown } | null>(null)
  const [isLettered, setLettered] = useState(false)

  useEffect(() => {
    if (!host.current || !picture.current || !ghost.current || !rings.current) return
    const made = createStage(
      { host: host.current, picture: picture.current, ghost: ghost.current, rings: rings.current },
      {
        scenery: () => (app.store.getState().session.presenting ? sceneryOf(app.store.getState()) : null),
        subscribe: (listener) => app.store.subscribe(listener),
        onFault: (error) => setFault({ error }),
      },
    )
    stage.current = made
    const forget = whenFontsAreThere(() => {
      setLettered(true)
      made.redraw()
    })
    return () => {
      forget()
      made.destroy()
    }
  }, [app])
  // biome-ignore lint/correctness/useExhaustiveDependencies: fits again when the step changes and when its turn has landed
  useEffect(() => stage.current?.fit(), [asked, isMoving])

  if (fault) throw fault.error // to the boundary
  return (
    <div ref={host} className={chart.host}>
      <canvas ref={picture} className={chart.picture} data-lettered={isLettered} role="img" aria-label={label} />
      <canvas ref={ghost} className={chart.ghost} data-fading={chart.fading} />
      <canvas ref={rings} className={chart.rings} />
    </div>
  )
}

/** Steps about one role keep the place that the stage has found for it. */
function askedToLookAt(state: AppState): string {
  const { presenting, stand } = state.session
  return selectTopic(state) && stand.at.orientation === 'flipped' ? `role ${selectedRole(state)}` : `step ${presenting?.step}`
}
