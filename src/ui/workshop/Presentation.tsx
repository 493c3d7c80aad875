// The story on the whole screen: the chart, the steps under it, and nothing else.
import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { ErrorBoundary } from '../app/ErrorBoundary'
import { useFullScreen } from './fullScreen'
import styles from './Presentation.module.css'
import { RoomPicture } from './RoomPicture'
import { useRest } from './rest'
import { useRoomKeys } from './roomKeys'
import { StepBar } from './StepBar'
import { selectSaid } from './said'

export function Presentation() {
  const words = useWords()
  const app = useActions()
  const isBlank = useApp((s) => s.session.presenting?.isBlank ?? false)
  const room = useRef<HTMLElement>(null)
  const { isAtRest, wake } = useRest()
  useFullScreen()
  useRoomKeys()
  useFocusOf(room)
  return (
    <main
      ref={room}
      className={styles.room}
      tabIndex={-1}
      aria-label={words.say('page.present.room')}
      data-presentation
      data-rest={isAtRest}
      onPointerMove={wake}
    >
      <Thirds onWalk={app.stepStory}>
        <ErrorBoundary what="chart">
          <RoomPicture />
        </ErrorBoundary>
      </Thirds>
      <StepBar />
      {isBlank && <div className={styles.blank} data-blank />}
      <Said />
    </main>
  )
}

/** A tap at the right goes on, at the left back; a drag moves the chart. */
function Thirds({ onWalk, children }: { onWalk: (by: 1 | -1) => void; children: React.ReactNode }) {
  const pressed = useRef({ x: 0, y: 0 })
  const press = ({ clientX, clientY }: PointerEvent) => {
    pressed.current = { x: clientX, y: clientY }
  }
  const walk = (event: MouseEvent<HTMLElement>) => {
    event.stopPropagation()
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const at = (event.clientX - left) / width
    const isDrag = Math.hypot(event.clientX - pressed.current.x, event.clientY - pressed.current.y) > 6
    if (!isDrag && at > 2 / 3) onWalk(1)
    else if (!isDrag && at < 1 / 3) onWalk(-1)
  }
  return (
    <div
      className={styles.picture}
      onPointerDownCapture={press}
      onClickCapture={walk}
      onDoubleClickCapture={(event) => event.stopPropagation()}
    >
      {children}
    </div>
  )
}

function Said() {
  const said = useApp(selectSaid)
  return (
    <p className={controls.hidden} role="status">
      {said}
    </p>
  )
}

/** Taken from the page for as long as the story lasts, and given back to where it was. */
function useFocusOf(room: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    const before = document.activeElement
    room.current?.focus()
    return () => {
      // The page is still hidden at this moment; nowhere is a place too.
      requestAnimationFrame(() => {
        if (document.querySelector('[data-presentation]')) return // it has begun again
        if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus()
        else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      })
    }
  }, [room])
}
