// Beside the picture and never over it: how large the chart is, and how much of it there is to see. Beside both, the two charts move in step.
import { useMemo } from 'react'
import type { Words } from '../../base/words'
import type { App } from '../../state/app'
import { selectOrg } from '../../state/derived'
import { selectLevelsShown } from '../../state/doors/folding'
import { type Stage, ZOOM_STEP } from '../chart/stage'
import { useActions, useApp, useWords } from './context'
import { Icon } from './Icon'
import { Menu, type MenuGroup } from './Menu'
import styles from './Strip.module.css'
import { useStages, useZoom } from './stages'

export function ZoomButtons() {
  const words = useWords()
  const { say } = words
  const stages = useStages()
  const zoom = useZoom()
  const each = (change: (stage: Stage) => void) => () => {
    for (const { stage } of stages.list()) change(stage)
  }
  const percent = zoom < 1 ? say('page.zoom.far') : words.percent(zoom / 100)
  const folds = useFolds()
  const map = useMap()
  return (
    <fieldset className={styles.zoom} aria-label={say('page.zoom')}>
      <button
        type="button"
        aria-label={say('page.zoom.out')}
        title={say('page.zoom.out')}
        onClick={each((stage) => stage.zoomBy(1 / ZOOM_STEP))}
      >
        <Icon name="minus" />
      </button>
      <Menu
        label={say('page.zoom.menu', { percent })}
        className={styles.percent ?? ''}
        align="end"
        face={percent}
        groups={[
          {
            key: 'zoom',
            items: [
              { key: 'fit', label: say('page.zoom.fit'), onChoose: each((stage) => stage.fit()) },
              { key: 'selection', label: say('page.zoom.selection'), onChoose: each((stage) => stage.fitSelection()) },
              { key: 'actual', label: say('page.zoom.actual'), onChoose: each((stage) => stage.actualSize()) },
            ],
          },
          ...(folds ? [folds, map] : [map]),
        ]}
      />
      <button type="button" aria-label={say('page.zoom.in')} title={say('page.zoom.in')} onClick={each((stage) => stage.zoomBy(ZOOM_STEP))}>
        <Icon name="plus" />
      </button>
    </fieldset>
  )
}

/** More layers than these are not told apart in a menu. */
const MOST_LEVELS = 8

/** To fold to any of its layers; null where there is but one. */
export function useFolds(): MenuGroup | null {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const folded = useApp((s) => s.view.folded)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is folded decides it, and counting takes a walk over all roles
  const shown = useMemo(() => selectLevelsShown(app.store.getState()), [app, org, folded])
  const layers = org?.structure.layers ?? 0
  return layers < 2 ? null : levels(app, words, layers, shown)
}

function useMap(): MenuGroup {
  const { say } = useWords()
  const app = useActions()
  const isMapShown = useApp((s) => s.view.isMapShown)
  return {
    key: 'map',
    items: [{ key: 'map', label: say('page.map'), isChosen: isMapShown, onChoose: () => app.showMap(!isMapShown) }],
  }
}

function levels(app: App, { say }: Words, layers: number, shown: number): MenuGroup {
  const folds = Array.from({ length: Math.min(layers - 1, MOST_LEVELS) }, (_, k) => k + 1).map((level) => ({
    key: `level ${level}`,
    label: say('page.fold.level', { level }),
    isChosen: shown === level,
    onChoose: () => app.foldToLevel(level),
  }))
  return {
    key: 'fold',
    heading: say('page.fold.levels'),
    items: [...folds, { key: 'all', label: say('page.unfold.all'), isChosen: shown === layers, onChoose: app.unfoldAll }],
  }
}
