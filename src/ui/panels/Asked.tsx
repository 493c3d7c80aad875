// Any number on the page, as the question it is: looks like the number, asks where it comes from.
import type { ReactNode } from 'react'
import type { Figure } from '../../analysis/types'
import { useActions, useWords } from '../app/context'
import styles from './Asked.module.css'

interface Props {
  readonly figure: Figure
  /** The number with its unit, as it is to be read out: “352 hand-offs a month”. */
  readonly label: string
  readonly children: ReactNode
}

export function Asked({ figure, label, children }: Props) {
  const { say } = useWords()
  const app = useActions()
  return (
    <button
      type="button"
      className={styles.asked}
      aria-label={say('page.why.ask', { what: label })}
      title={say('page.topic.why')}
      onClick={() => app.ask({ kind: 'why', figure })}
    >
      {children}
    </button>
  )
}
