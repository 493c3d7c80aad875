// One canvas with its gestures, keys and small controls. Without an orientation it shows what stands on the page, turns included.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Box } from '../../base/geometry'
import type { Orientation } from '../../layout/types'
import { selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import { useStages } from '../app/stages'
import { BranchButton } from './BranchButton'
import styles from './Chart.module.css'
import { whenFontsAreThere } from './fonts'
import { labelOf, sceneryOf } from './scenery'
import { createStage, type Stage, ZOOM_STEP } from './stage'

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}
const STEP = 80

export function Pane({ orientation }: { orientation?: Orientation }) {
  const app = useActions()
  const words = useWords()
  const label = useApp((s) => labelOf(s, orientation))
  const stages = useStages()
  const host = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLCanvasElement>(null)
  const ghost = useRef<HTMLCanvasElement>(null)
  const rings = useRef<HTMLCanvasElement>(null)
  const branch = useRef<HTMLDivElement>(null)
  const stage = useRef<Stage>(null)
  const [fault, setFault] = useState<{ readonly error: unknown } | null>(null)
  const [isLettered, setLettered] = useState(false)

  useEffect(() => {
    if (!host.current || !picture.current || !ghost.current || !rings.current) return
    const idOf = (role: number) => selectOrg(app.store.getState())?.roleIds[role] ?? null
    const made = createStage(
      { host: host.current, picture: picture.current, ghost: ghost.current, rings: rings.current },
      {
        // While a room looks on it has a picture of its own (ui/workshop), and this one stays as it is.
        scenery: () => (app.store.getState().session.presenting ? null : sceneryOf(app.store.getState(), orientation)),
        subscribe: (listener) => app.store.subscribe(listener),
        onPoint: app.point,
        onSelect: (role) => app.select(idOf(role)),
        onFold(role) {
          const id = idOf(role)
          if (id !== null) app.toggleBranch(id)
        },
        onDrawn: (box) => placeAt(branch.current, box),
        onFault: (error) => setFault({ error }),
      },
    )
    stage.current = made
    const leave = stages.enter({ orientation: orientation ?? null, stage: made })
    const forget = whenFontsAreThere(() => {
      setLettered(true)
      made.redraw()
    })
    return () => {
      forget()
      leave()
      made.destroy()
    }
  }, [app, orientation, stages])

  if (fault) throw fault.error // to the boundary, which leaves the rest of the page alone

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== host.current) return
    const arrow = ARROWS[event.key]
    if (arrow) stage.current?.moveBy(arrow[0] * STEP, arrow[1] * STEP)
    else if (event.key === '+' || event.key === '=') stage.current?.zoomBy(ZOOM_STEP)
    else if (event.key === '-') stage.current?.zoomBy(1 / ZOOM_STEP)
    else if (event.key === '0') stage.current?.fit()
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.pane}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys: plus, minus, 0, arrows */}
      {/* biome-ignore lint/a11y/useSemanticElements: a group of one picture, not of form fields */}
      <div ref={host} className={styles.host} role="group" tabIndex={0} aria-label={words.say('page.chart.keys')} onKeyDown={onKey}>
        <canvas ref={picture} className={styles.picture} data-lettered={isLettered} role="img" aria-label={label} />
        <canvas ref={ghost} className={styles.ghost} data-fading={styles.fading} />
        <canvas ref={rings} className={styles.rings} />
        <div ref={branch} className={styles.branch} hidden>
          <BranchButton />
        </div>
      </div>
    </div>
  )
}

function placeAt(element: HTMLElement | null, box: Box | null) {
  if (!element) return
  element.hidden = box === null
  if (box) element.style.transform = `translate(${Math.round(box.x + box.width / 2)}px, ${Math.round(box.y + box.height)}px)`
}
