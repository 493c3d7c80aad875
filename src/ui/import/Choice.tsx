// One of several, in the platform's own list: by mouse, keyboard and finger as everywhere on the machine.
import { useId } from 'react'
import { Icon } from '../app/Icon'
import styles from './Choice.module.css'

export interface Option {
  readonly value: string
  readonly label: string
}
interface Props {
  readonly label: string
  /** The label is said, and seen elsewhere. */
  readonly isLabelHidden?: boolean
  readonly value: string
  readonly options: readonly Option[]
  readonly onChoose: (value: string) => void
  /** It could be something else just as well. */
  readonly isGuess?: boolean
}

export function Choice({ label, isLabelHidden = false, value, options, onChoose, isGuess = false }: Props) {
  const id = useId()
  return (
    <span className={styles.choice} data-guess={isGuess}>
      {!isLabelHidden && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <span className={styles.field}>
        <select
          id={id}
          className={styles.select}
          value={value}
          onChange={(event) => onChoose(event.target.value)}
          {...(isLabelHidden ? { 'aria-label': label } : {})}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" size={14} />
      </span>
    </span>
  )
}
