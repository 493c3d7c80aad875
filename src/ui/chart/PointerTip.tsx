// What a box is too small to say, beside a pointer that rests on it.
import styles from './Chart.module.css'
import type { Tip } from './saying'

export interface TipAt extends Tip {
  readonly x: number
  readonly y: number
  /** On the side where there is room. */
  readonly isLeft: boolean
  readonly isAbove: boolean
}

export function PointerTip({ tip }: { tip: TipAt | null }) {
  if (!tip) return null
  const { x, y, isLeft, isAbove, title, lines } = tip
  const shift = `translate(${isLeft ? 'calc(-100% - 10px)' : '14px'}, ${isAbove ? 'calc(-100% - 10px)' : '18px'})`
  return (
    <div className={styles.tip} role="tooltip" dir="auto" style={{ left: x, top: y, transform: shift }}>
      <strong>{title}</strong>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}
