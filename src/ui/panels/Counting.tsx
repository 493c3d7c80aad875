// Of a large organisation the chart is there before its cases are counted: the panel keeps the place.
import { useWords } from '../app/context'
import styles from './Findings.module.css'

export function Counting() {
  const { say } = useWords()
  return (
    <section className={styles.findings} aria-labelledby="findings-title" aria-busy="true" data-counting>
      <header className={styles.head}>
        <h2 className={styles.title} id="findings-title" tabIndex={-1}>
          {say('page.counting')}
        </h2>
        <p className={styles.order}>{say('page.counting.about')}</p>
      </header>
    </section>
  )
}
