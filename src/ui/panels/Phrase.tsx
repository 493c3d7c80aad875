// While it turns the panel says what happens, in three breaths.

import type { AppState } from '../../state/types'
import { useApp, useWords } from '../app/context'
import styles from './Panel.module.css'

export function Phrase() {
  const { say } = useWords()
  const key = useApp(selectPhrase)
  return (
    <div className={styles.exhibit}>
      <p className={styles.headline} key={key}>
        {say(key)}
      </p>
    </div>
  )
}

const BREATHS = ['rise', 'front', 'leaders'] as const
export function selectPhrase({ session }: AppState): string {
  const { turning } = session.stand
  if (!turning) return 'page.phrase.rise'
  const breath = BREATHS[Math.min(2, Math.floor(turning.t * 3 * 0.999 + (turning.t > 0.66 ? 0.05 : 0)))] ?? 'leaders'
  return turning.to.orientation === 'flipped' ? `page.phrase.${breath}` : `page.phrase.back.${breath}`
}
