import styles from './controls.module.css'

interface Choice<T extends string> {
  readonly value: T
  readonly label: string
}
interface Props<T extends string> {
  readonly label: string
  readonly choices: readonly Choice<T>[]
  readonly value: T
  readonly onChoose: (value: T) => void
}
export function Segmented<T extends string>({ label, choices, value, onChoose }: Props<T>) {
  return (
    <fieldset className={styles.segmented} aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={styles.choice}
          aria-pressed={choice.value === value}
          onClick={() => onChoose(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  )
}
