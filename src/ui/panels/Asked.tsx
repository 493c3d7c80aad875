// Any number on the page, as the question it is: looks like the number, asks where it comes from.
import type { ReactNode } from 'react'
import type { Figure } from '../../analysis/types'
import { selectIsPanelOpen } from '../../state/derived'
import type { Topic } from '../../state/types'
import { useActions, useWords } from '../app/context'
import styles from './Asked.module.css'
import { topicKey } from './topics/trailFocus'

interface Props {
  readonly figure: Figure
  /** The number with its unit, as it is to be read out: “352 hand-offs a month”. */
  readonly label: string
  readonly children: ReactNode
}

export function Asked({ figure, label, children }: Props) {
  const { say } = useWords()
  const app = useActions()
  const topic: Topic = { kind: 'why', figure }
  const ask = () => {
    if (!selectIsPanelOpen(app.store.getState())) app.togglePanel()
    app.ask(topic)
  }
  return (
    <button
      type="button"
      className={styles.asked}
      aria-label={say('page.why.ask', { what: label })}
      title={say('page.topic.why')}
      data-asks={topicKey(topic)}
      onClick={ask}
    >
      {children}
    </button>
  )
}
