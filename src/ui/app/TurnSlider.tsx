import { useActions, useApp, useWords } from './context'
import controls from './controls.module.css'
import styles from './Strip.module.css'

const STEPS = 1000

export function TurnSlider() {
  const { say } = useWords()
  const app = useActions()
  const turning = useApp((s) => s.session.stand.turning)
  if (!turning) return null
  return (
    <>
      <label className={styles.turning}>
        <span className={styles.hint}>{say('page.turning')}</span>
        <input
          className={styles.slider}
          type="range"
          min={0}
          max={STEPS}
          step={1}
          value={Math.round(turning.t * STEPS)}
          style={{ '--done': `${turning.t * 100}%` } as React.CSSProperties}
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
        {say(turning.heading === 'stopped' ? 'page.turning.goes' : 'page.turning.stops')}
      </span>
    </>
  )
}
