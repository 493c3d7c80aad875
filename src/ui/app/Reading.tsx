// While files are read: how far it is, and a way out. The chart that was there stays there.
import { useLayoutEffect, useRef } from 'react'
import type { Words } from '../../base/words'
import type { Reading as AppReading } from '../../state/types'
import type { ReadProgress } from '../../worker/read'
import { useApp, useWords } from './context'
import controls from './controls.module.css'
import styles from './Notice.module.css'

export function Reading() {
  const reading = useApp((s) => s.session.reading)
  return reading && <Progress reading={reading} />
}

function Progress({ reading: { names, progress, cancel } }: { reading: AppReading }) {
  const words = useWords()
  const title = words.say('page.reading', { names })
  const section = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    const here = section.current
    return () => {
      if (!here?.contains(document.activeElement)) return
      // Its own button goes with it: the keyboard goes back to where it came from, or to the chart.
      const came = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : null
      const chart = document.querySelector<HTMLElement>('main [tabindex="0"]')
      ;(came ?? chart)?.focus()
    }
  }, [])
  return (
    <section ref={section} className={`${styles.notice} ${styles.reading}`} aria-label={title}>
      <p className={styles.sentence} dir="auto">
        {title}
      </p>
      <progress
        className={styles.progress}
        aria-label={title}
        {...(progress?.stage === 'bytes' && progress.total > 0 ? { max: progress.total, value: progress.done } : {})}
      />
      <div className={styles.foot}>
        <span className={styles.detail}>{progress ? sayProgress(progress, words) : ''}</span>
        <button type="button" className={controls.button} onClick={cancel}>
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
