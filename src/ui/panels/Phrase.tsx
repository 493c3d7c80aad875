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

/** Customers have passed everybody; then the front line is up. */
const BREATHS = [0.42, 0.68] as const
export function selectPhrase({ session }: AppState): string {
  const { turning } = session.stand
  if (!turning) return 'page.phrase.rise'
  const breath = turning.t < BREATHS[0] ? 'rise' : turning.t < BREATHS[1] ? 'front' : 'leaders'
  return turning.to.orientation === 'flipped' ? `page.phrase.${breath}` : `page.phrase.back.${breath}`
}
