// The frame of every topic: what kind of thing it is, its name, one step back, and away with it.
import type { KeyboardEvent, ReactNode } from 'react'
import { useActions, useApp, useWords } from '../../app/context'
import controls from '../../app/controls.module.css'
import { Icon, type IconName } from '../../app/Icon'
import styles from './Topics.module.css'

interface Props {
  readonly kicker: string
  readonly title: string
  /** Stays at the foot while the rest scrolls. */
  readonly foot?: ReactNode
  readonly onKeyDown?: (event: KeyboardEvent) => void
  readonly children?: ReactNode
}

export function Frame({ kicker, title, foot, onKeyDown, children }: Props) {
  const { say } = useWords()
  const app = useActions()
  const isDeep = useApp((s) => s.view.trail.length > 1)
  return (
    <section className={styles.topic} aria-labelledby="topic-title" tabIndex={-1} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <p className={styles.kicker} dir="auto">
          {kicker}
        </p>
        <span className={styles.ways}>
          {isDeep && <Way icon="back" label={say('page.topic.back')} go={app.back} />}
          <Way icon="close" label={say('page.topic.close')} go={() => app.tell(null)} />
        </span>
        <h2 className={styles.title} id="topic-title" tabIndex={-1} dir="auto">
          {title}
        </h2>
      </header>
      <div className={styles.body}>{children}</div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </section>
  )
}

interface WayProps {
  readonly icon: IconName
  readonly label: string
  readonly go: () => void
}
function Way({ icon, label, go }: WayProps) {
  return (
    <button type="button" className={`${controls.quiet} ${controls.icon}`} aria-label={label} title={label} onClick={go}>
      <Icon name={icon} />
    </button>
  )
}
