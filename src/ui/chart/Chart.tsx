// The picture takes the page: one chart, or both side by side with the selection in step.

import { useApp, useWords } from '../app/context'
import { ErrorBoundary } from '../app/ErrorBoundary'
import { OverChart } from '../app/OverChart'
import styles from './Chart.module.css'
import { Pane } from './Pane'

export function Chart() {
  const { say } = useWords()
  const isBoth = useApp((s) => s.view.isBoth)
  return (
    <main className={styles.chart} aria-label={say('page.chart')}>
      <ErrorBoundary what="chart">
        {isBoth ? (
          <div className={styles.both}>
            <Pane key="conventional" orientation="conventional" />
            <Pane key="flipped" orientation="flipped" />
          </div>
        ) : (
          <Pane key="one" />
        )}
      </ErrorBoundary>
      <OverChart />
    </main>
  )
}
