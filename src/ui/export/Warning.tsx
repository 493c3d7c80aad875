// What somebody should know before they send it, and what they may do about it.
import controls from '../app/controls.module.css'
import { Icon } from '../app/Icon'
import styles from './Figures.module.css'

interface Props {
  readonly text: string
  readonly offers?: readonly { readonly label: string; readonly onTake: () => void }[]
}

export function Warning({ text, offers = [] }: Props) {
  return (
    <div className={styles.warning}>
      <Icon name="warning" />
      <p>{text}</p>
      {offers.map(({ label, onTake }) => (
        <button
          key={label}
          type="button"
          className={controls.button}
          onClick={() => {
            onTake()
            document.getElementById('export-title')?.focus() // what was taken is offered no more
          }}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
