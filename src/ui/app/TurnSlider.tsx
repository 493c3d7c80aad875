import { useEffect, useRef } from 'react'
import { useActions, useApp, useWords } from './context'
import controls from './controls.module.css'
import styles from './Strip.module.css'

const STEPS = 1000

/** There while the chart turns. The slider goes along frame by frame outside React. */
export function TurnSlider() {
  const { say } = useWords()
  const app = useActions()
  const heading = useApp((s) => s.session.stand.turning?.heading)
  const slider = useSlider(heading !== undefined)
  if (heading === undefined) return null
  return (
    <>
      <label className={styles.turning}>
        <span className={styles.hint}>{say('page.turning')}</span>
        <input
          ref={slider}
          className={styles.slider}
          type="range"
          min={0}
          max={STEPS}
          step={1}
          defaultValue={0}
          onChange={(event) => app.scrub(Number(event.currentTarget.value) / STEPS)}
          onPointerUp={app.release}
          onKeyUp={app.release}
          onKeyDown={(event) => {
            if (event.code !== 'KeyF' || event.ctrlKey || event.metaKey || event.altKey) return
            event.preventDefault() // the hand is on the turn itself: F asks it back, as on the chart
            app.flip()
          }}
        />
      </label>
      <span className={`${styles.hint} ${styles.long}`}>
        {say('page.turning.drag')} · <kbd className={controls.key}>{say('page.key.space')}</kbd>{' '}
        {say(heading === 'stopped' ? 'page.turning.goes' : 'page.turning.stops')}
      </span>
    </>
  )
}

function useSlider(isTurning: boolean) {
  const app = useActions()
  const slider = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!isTurning) return
    const follow = () => {
      const { turning } = app.store.getState().session.stand
      if (!turning || !slider.current) return
      slider.current.value = String(Math.round(turning.t * STEPS))
      slider.current.style.setProperty('--done', `${turning.t * 100}%`)
    }
    follow()
    return app.store.subscribe(follow)
  }, [app, isTurning])
  return slider
}
