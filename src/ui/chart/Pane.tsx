// One canvas with its gestures, keys and small controls. Without an orientation it shows what stands on the page, turns included.

import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Box } from '../../base/geometry'
import type { Place } from '../../layout/neighbour'
import type { Orientation } from '../../layout/types'
import { idOf } from '../../model/roles'
import { selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { useIsNarrow } from '../app/narrow'
import { useStages } from '../app/stages'
import { BranchButton } from './BranchButton'
import styles from './Chart.module.css'
import { choose } from './choosing'
import { FocusedPlace } from './FocusedPlace'
import { whenFontsAreThere } from './fonts'
import { type OverviewHandle, OverviewMap } from './OverviewMap'
import { PointerTip, type TipAt } from './PointerTip'
import { tipFor } from './saying'
import { labelOf, sceneryOf } from './scenery'
import { createStage, type Rest, type Stage } from './stage'
import { entryFor, press } from './walking'

export function Pane({ orientation }: { orientation?: Orientation }) {
  const app = useActions()
  const words = useWords()
  const label = useApp((s) => labelOf(s, orientation))
  const stages = useStages()
  const isNarrow = useIsNarrow()
  const isMapShown = useApp((s) => s.view.isMapShown && s.session.presenting === null)
  const host = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLCanvasElement>(null)
  const ghost = useRef<HTMLCanvasElement>(null)
  const rings = useRef<HTMLCanvasElement>(null)
  const branch = useRef<HTMLDivElement>(null)
  const map = useRef<OverviewHandle>(null)
  const stage = useRef<Stage>(null)
  const segment = useRef<number | null>(null)
  const [fault, setFault] = useState<{ readonly error: unknown } | null>(null)
  const [isLettered, setLettered] = useState(false)
  const [tip, setTip] = useState<TipAt | null>(null)
  const walk = useWalk(orientation, stage, segment)

  useEffect(() => {
    if (!host.current || !picture.current || !ghost.current || !rings.current) return
    const idAt = (role: number) => {
      const org = selectOrg(app.store.getState())
      return org && role >= 0 ? idOf(org, role) : null
    }
    const made = createStage(
      { host: host.current, picture: picture.current, ghost: ghost.current, rings: rings.current },
      {
        // Before a room this page is hidden, and is to be found as it was left.
        scenery: () => (app.store.getState().session.presenting ? null : sceneryOf(app.store.getState(), orientation)),
        subscribe: (listener) => app.store.subscribe(listener),
        onFault: (error) => setFault({ error }),
        hands: {
          focusedSegment: () => segment.current,
          onPoint: app.point,
          onChoose: (hit, isAdding) => choose(app, hit, isAdding),
          onFold(role) {
            const id = idAt(role)
            if (id !== null) app.toggleBranch(id)
          },
          onRest: (rest) => setTip(rest && tipAt(rest, sceneryOf(app.store.getState(), orientation))),
          onFrame(frame) {
            placeAt(branch.current, frame.selected)
            map.current?.follow(frame)
            stages.looked(orientation ?? null, frame.view.kx * frame.scenery.magnified)
          },
        },
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
  // A map that is brought back knows nothing yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever it comes
  useEffect(() => stage.current?.redrawRings(), [isMapShown, isNarrow])

  if (fault) throw fault.error // to the boundary, which leaves the rest of the page alone

  return (
    <div className={styles.pane}>
      <div
        ref={host}
        className={styles.host}
        data-chart-host
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys that are described
        tabIndex={0}
        aria-roledescription={words.say('page.chart.kind')}
        aria-label={words.say('page.chart.walk')}
        aria-describedby={walk.keysId}
        aria-activedescendant={walk.place ? walk.placeId : undefined}
        onKeyDown={walk.onKey}
        onFocus={walk.onFocus}
        onBlur={walk.onBlur}
      >
        <canvas ref={picture} className={styles.picture} data-lettered={isLettered} role="img" aria-label={label} />
        <canvas ref={ghost} className={styles.ghost} data-fading={styles.fading} />
        <canvas ref={rings} className={styles.rings} />
        {walk.place && <FocusedPlace id={walk.placeId} place={walk.place} orientation={orientation} />}
        <p id={walk.keysId} className={controls.hidden}>
          {words.say('page.chart.keys')}
        </p>
        <div ref={branch} className={styles.branch} hidden>
          <BranchButton />
        </div>
      </div>
      {isMapShown && !isNarrow && <OverviewMap ref={map} stage={() => stage.current} />}
      <PointerTip tip={tip} />
    </div>
  )
}

/** The keyboard on this chart. A role it is on is the page's to know; a segment is this chart's own. */
function useWalk(orientation: Orientation | undefined, stage: { readonly current: Stage | null }, segment: { current: number | null }) {
  const app = useActions()
  const placeId = useId()
  const keysId = useId()
  const [isHere, setHere] = useState(false)
  const [onSegment, setOnSegment] = useState<number | null>(null)
  const focused = useApp((s) => s.session.focused)
  const last = useRef<{ readonly opened: number; readonly place: Place } | null>(null)
  const place: Place | null = !isHere
    ? null
    : onSegment !== null
      ? { kind: 'segment', segment: onSegment }
      : focused < 0
        ? null
        : { kind: 'role', role: focused }

  const goTo = (next: Place) => {
    const { opened } = app.store.getState().session
    last.current = { opened, place: next }
    segment.current = next.kind === 'segment' ? next.segment : null
    setOnSegment(segment.current)
    app.focusOn(next.kind === 'role' ? next.role : -1)
    stage.current?.redrawRings()
  }
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const isTyping = event.getModifierState('AltGraph') // brackets, on many keyboards
    if (event.target !== event.currentTarget || (!isTyping && (event.ctrlKey || event.metaKey || event.altKey)) || !stage.current) return
    const walker = {
      app,
      stage: stage.current,
      orientation,
      place: () => place,
      goTo,
      choose: (hit: Parameters<typeof choose>[1]) => choose(app, hit, false),
    }
    setHere(true)
    if (press(event, walker)) event.preventDefault()
  }
  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    setHere(true)
    if (!event.currentTarget.matches(':focus-visible')) return // a mouse is here, not the keyboard
    const { opened } = app.store.getState().session
    const entry = entryFor({ app, orientation }, last.current?.opened === opened ? last.current.place : null)
    if (entry) goTo(entry)
  }
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    setHere(false)
    segment.current = null
    setOnSegment(null)
    app.focusOn(-1)
    stage.current?.redrawRings()
  }
  return { place, placeId, keysId, onKey, onFocus, onBlur }
}

function tipAt({ hit, at, drawn }: Rest, scenery: ReturnType<typeof sceneryOf>): TipAt | null {
  const tip = scenery && !scenery.hidden ? tipFor(hit, drawn, scenery) : null
  return tip && { ...tip, ...at, isLeft: at.x > drawn.view.width / 2, isAbove: at.y > drawn.view.height / 2 }
}

function placeAt(element: HTMLElement | null, box: Box | null) {
  if (!element) return
  element.hidden = box === null
  if (box) element.style.transform = `translate(${Math.round(box.x + box.width / 2)}px, ${Math.round(box.y + box.height)}px)`
}
