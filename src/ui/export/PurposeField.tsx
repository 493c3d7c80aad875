// What it is for, in people's words; the name of the format stands beside it for whoever looks for that.
import { useWords } from '../app/context'
import { PICTURES, type Purpose, TEXTS } from './choices'
import styles from './Fields.module.css'

interface Props {
  readonly purpose: Purpose
  readonly onChoose: (purpose: Purpose) => void
}

export function PurposeField(props: Props) {
  const { say } = useWords()
  return (
    <fieldset className={styles.purposes}>
      <legend className={styles.label}>{say('dialog.for')}</legend>
      <Purposes {...props} of={PICTURES} />
      <p className={styles.between}>{say('dialog.for.texts')}</p>
      <Purposes {...props} of={TEXTS} />
    </fieldset>
  )
}

function Purposes({ of, purpose, onChoose }: Props & { readonly of: readonly Purpose[] }) {
  const { say } = useWords()
  return of.map((one) => (
    <label key={one} className={styles.purpose}>
      <input type="radio" name="export-purpose" checked={one === purpose} onChange={() => onChoose(one)} />
      <span>{say(`dialog.for.${one}`)}</span>
      <small className={styles.format}>{say(`dialog.format.${one}`)}</small>
    </label>
  ))
}
