// What is kept back: of a picture names and pay, of what was found names, for it tells of no pay.
import { useWords } from '../app/context'
import type { Choices } from './choices'
import { Field } from './Field'
import styles from './Fields.module.css'

interface Props {
  readonly choices: Choices
  readonly hasPay?: boolean
  readonly onChange: (change: Partial<Choices>) => void
}

export function HideField({ choices, hasPay = false, onChange }: Props) {
  const { say } = useWords()
  return (
    <Field label={say('dialog.hide')}>
      <div className={styles.checks}>
        <Check
          label={say('dialog.hide.names')}
          isChecked={choices.areNamesHidden}
          onChange={(areNamesHidden) => onChange({ areNamesHidden })}
        />
        {hasPay && (
          <Check label={say('dialog.hide.pay')} isChecked={choices.isPayHidden} onChange={(isPayHidden) => onChange({ isPayHidden })} />
        )}
      </div>
    </Field>
  )
}

interface CheckProps {
  readonly label: string
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
}
function Check({ label, isChecked, onChange }: CheckProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}
