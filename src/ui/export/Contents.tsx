// What a file holds that is no picture.

import { useWords } from '../app/context'
import type { TEXTS } from './choices'
import styles from './Figures.module.css'

export function Contents({ purpose }: { readonly purpose: (typeof TEXTS)[number] }) {
  const { say } = useWords()
  return (
    <div className={styles.contents}>
      <h3 className={styles.heading}>{say(`dialog.for.${purpose}`)}</h3>
      <p>{say(`dialog.about.${purpose}`)}</p>
    </div>
  )
}
