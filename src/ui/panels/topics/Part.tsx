// A part of a topic under its own small heading.
import { type ReactNode, useId } from 'react'
import styles from './Topics.module.css'

export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.partHead}>
        <h3 className={styles.partTitle} id={id}>
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  )
}
