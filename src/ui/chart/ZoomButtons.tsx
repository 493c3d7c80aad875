import type { RefObject } from 'react'
import { useWords } from '../app/context'
import { Icon } from '../app/Icon'
import styles from './Chart.module.css'
import type { Stage } from './stage'
import { ZOOM_STEP } from './stage'

export function ZoomButtons({ stage }: { stage: RefObject<Stage | null> }) {
  const { say } = useWords()
  return (
    <fieldset className={styles.zoom} aria-label={say('page.zoom')}>
      <button type="button" aria-label={say('page.zoom.in')} title={say('page.zoom.in')} onClick={() => stage.current?.zoomBy(ZOOM_STEP)}>
        <Icon name="plus" />
      </button>
      <button
        type="button"
        aria-label={say('page.zoom.out')}
        title={say('page.zoom.out')}
        onClick={() => stage.current?.zoomBy(1 / ZOOM_STEP)}
      >
        <Icon name="minus" />
      </button>
      <button type="button" aria-label={say('page.zoom.fit')} title={say('page.zoom.fit')} onClick={() => stage.current?.fit()}>
        <Icon name="fit" />
      </button>
    </fieldset>
  )
}
