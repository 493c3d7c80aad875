// The gauge of the chart, small: what becomes of some cases, as a bar and in words.
import type { ReactNode } from 'react'
import { gaugeParts, type Outcome } from '../../../scene/gauge'
import { useWords } from '../../app/context'
import styles from './Gauge.module.css'
import { sayOutcome } from './outcome'

const WIDTH = 200

export function Gauge({ outcome, children }: { outcome: Outcome; children?: ReactNode }) {
  const words = useWords()
  const parts = gaugeParts(outcome, WIDTH)
  return (
    <>
      <span className={styles.gauge} aria-hidden="true">
        {(['solid', 'stripes', 'unknown', 'never'] as const).map(
          (part) => parts[part] > 0 && <span key={part} data-part={part} style={{ flexGrow: parts[part] }} />,
        )}
      </span>
      <span className={styles.says}>
        <span>{sayOutcome(outcome, words)}</span>
        {children}
      </span>
    </>
  )
}
