import { ZOOM_STEP } from '../chart/stage'
import { useWords } from './context'
import { Icon } from './Icon'
import styles from './Strip.module.css'
import { useStages } from './stages'

/** Beside the picture and never over it; beside both, the two charts move in step. */
export function ZoomButtons() {
  const { say } = useWords()
  const stages = useStages()
  const each = (factor: number) => () => {
    for (const { stage } of stages.list()) stage.zoomBy(factor)
  }
  const fit = () => {
    for (const { stage } of stages.list()) stage.fit()
  }
  return (
    <fieldset className={styles.zoom} aria-label={say('page.zoom')}>
      <button type="button" aria-label={say('page.zoom.out')} title={say('page.zoom.out')} onClick={each(1 / ZOOM_STEP)}>
        <Icon name="minus" />
      </button>
      <button type="button" aria-label={say('page.zoom.in')} title={say('page.zoom.in')} onClick={each(ZOOM_STEP)}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-label={say('page.zoom.fit')} title={say('page.zoom.fit')} onClick={fit}>
        <Icon name="fit" />
      </button>
    </fieldset>
  )
}
