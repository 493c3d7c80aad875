// While files are read: how far it is, and a way out. The chart that was there stays there.

import type { Words } from '../../base/words'
import type { ReadProgress } from '../../worker/read'
import { useApp, useWords } from './context'
import controls from './controls.module.css'
import styles from './Notice.module.css'

export function Reading() {
  const words = useWords()
  const reading = useApp((s) => s.session.reading)
  if (!reading) return null
  const { progress } = reading
  return (
    <section className={`${styles.notice} ${styles.reading}`} aria-label={words.say('page.reading', { names: reading.names })}>
      <p className={styles.sentence}>{words.say('page.reading', { names: reading.names })}</p>
      <progress
        className={styles.progress}
        aria-label={words.say('page.reading', { names: reading.names })}
        {...(progress?.stage === 'bytes' && progress.total > 0 ? { max: progress.total, value: progress.done } : {})}
      />
      <div className={styles.foot}>
        <span className={styles.detail}>{progress ? sayProgress(progress, words) : ''}</span>
        <button type="button" className={controls.button} onClick={reading.cancel}>
          {words.say('page.reading.cancel')}
        </button>
      </div>
    </section>
  )
}

const MEGABYTE = 1e6
function sayProgress(progress: ReadProgress, words: Words): string {
  if (progress.stage !== 'bytes') return words.say(`page.reading.${progress.stage}`)
  const inMegabytes = (bytes: number) => words.number(bytes / MEGABYTE, bytes < 10 * MEGABYTE ? 1 : 0)
  return words.say('page.reading.bytes', { done: inMegabytes(progress.done), total: inMegabytes(progress.total) })
}
