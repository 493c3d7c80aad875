// The frame of every topic: what kind of thing it is, its name, one step back, and away with it.
import { type ReactNode, useEffect, useRef } from 'react'
import { useActions, useApp, useWords } from '../../app/context'
import controls from '../../app/controls.module.css'
import { Icon } from '../../app/Icon'
import styles from './Topics.module.css'

interface Props {
  readonly kicker: string
  readonly title: string
  /** Stays at the foot while the rest scrolls. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

export function Frame({ kicker, title, foot, children }: Props) {
  const { say } = useWords()
  const app = useActions()
  const isDeep = useApp((s) => s.view.trail.length > 1)
  const heading = useRef<HTMLHeadingElement>(null)
  const depth = useApp((s) => s.view.trail.length)
  // A link in the panel took its own button away: the keyboard goes on from the heading of what it led to.
  useEffect(() => {
    if (depth > 1 && document.activeElement === document.body) heading.current?.focus()
  }, [depth])
  return (
    <section className={styles.topic} aria-labelledby="topic-title">
      <header className={styles.head}>
        <p className={styles.kicker}>{kicker}</p>
        <span className={styles.ways}>
          {isDeep && (
            <button
              type="button"
              className={`${controls.quiet} ${controls.icon}`}
              aria-label={say('page.topic.back')}
              title={say('page.topic.back')}
              onClick={app.back}
            >
              <Icon name="back" />
            </button>
          )}
          <button
            type="button"
            className={`${controls.quiet} ${controls.icon}`}
            aria-label={say('page.topic.close')}
            title={say('page.topic.close')}
            onClick={() => app.tell(null)}
          >
            <Icon name="close" />
          </button>
        </span>
        <h2 className={styles.title} id="topic-title" tabIndex={-1} dir="auto" ref={heading}>
          {title}
        </h2>
      </header>
      <div className={styles.body}>{children}</div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </section>
  )
}
