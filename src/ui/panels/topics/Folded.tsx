// A list of which a few are shown, the rest when asked for.
import { type ReactNode, useState } from 'react'
import { useWords } from '../../app/context'
import styles from './Topics.module.css'

interface Props<T> {
  readonly of: readonly T[]
  readonly atFirst?: number
  readonly keyOf: (item: T) => string | number
  readonly className?: string | undefined
  readonly children: (item: T) => ReactNode
}
const AT_FIRST = 5
const MORE = 50

export function Folded<T>({ of, atFirst = AT_FIRST, keyOf, className, children }: Props<T>) {
  const { say } = useWords()
  const [asked, setAsked] = useState(atFirst)
  // One more that is folded away takes as much room as the button that would show it.
  const shown = of.length === asked + 1 ? of : of.slice(0, asked)
  const hidden = of.length - shown.length
  return (
    <>
      <ul className={className ?? styles.list}>
        {shown.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className={styles.more} onClick={() => setAsked(asked + MORE)}>
          {say('page.topic.others', { count: hidden })}
        </button>
      )}
      {hidden === 0 && shown.length > atFirst + 1 && (
        <button type="button" className={styles.more} onClick={() => setAsked(atFirst)}>
          {say('page.topic.fewer')}
        </button>
      )}
    </>
  )
}
