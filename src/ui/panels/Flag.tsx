// The pennant of the chart, small: shape and letter carry the severity, colour comes third.
import type { FindingSeverity } from '../../analysis/types'
import { useWords } from '../app/context'
import styles from './CardView.module.css'

export function Flag({ severity }: { severity: FindingSeverity | null }) {
  const { say } = useWords()
  const kind = severity ?? 'unknown'
  return (
    <svg
      className={styles.flag}
      viewBox="0 0 18 16"
      width="18"
      height="16"
      role="img"
      aria-label={say(`page.card.severity.${kind}`)}
      data-kind={kind}
    >
      <path className={styles.pole} d="M1.5 1v14.5" />
      <path className={styles.cloth} d="M2.5 1.75h14l-3 4 3 4h-14z" />
      {kind === 'medium' && <path className={styles.half} d="M2.5 1.75H8v8H2.5z" />}
      {kind === 'high' && <path className={styles.sign} d="M8 3.2v3M8 7.9v.1" />}
      {kind === 'unknown' && <path className={styles.sign} d="M6.6 4.3a1.5 1.5 0 1 1 2 1.4c-.5.2-.6.4-.6.9M8 8.2v.1" />}
    </svg>
  )
}
