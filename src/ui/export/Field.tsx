// A question and its answers; the controls within say the question themselves.
import type { ReactNode } from 'react'
import styles from './Fields.module.css'

export function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  )
}
