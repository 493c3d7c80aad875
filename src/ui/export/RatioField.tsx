// How many pixels: more where it is shown large, as far as browsers and other programs go.
import { ratioFor } from '../../export/formats/png'
import { useWords } from '../app/context'
import { Segmented } from '../app/Segmented'
import { type Choices, RATIOS } from './choices'
import { Field } from './Field'
import styles from './Fields.module.css'
import type { Making } from './useMade'

interface Props {
  readonly ratio: Choices['ratio']
  readonly making: Making
  readonly onChoose: (ratio: Choices['ratio']) => void
}

export function RatioField({ ratio, making, onChoose }: Props) {
  const { say } = useWords()
  const bounds = making.made?.pages[0]?.scene.bounds
  const given = bounds && ratioFor(bounds, ratio)
  return (
    <Field label={say('dialog.ratio')}>
      <Segmented
        label={say('dialog.ratio')}
        value={String(ratio)}
        choices={RATIOS.map((times) => ({ value: String(times), label: say('dialog.ratio.times', { times }) }))}
        onChoose={(value) => onChoose(Number(value) as Choices['ratio'])}
      />
      {bounds && given !== undefined && (
        <p className={styles.note}>
          {say(given < ratio ? 'dialog.pixels.capped' : 'dialog.pixels', {
            width: String(Math.floor(bounds.width * given)),
            height: String(Math.floor(bounds.height * given)),
          })}
        </p>
      )}
    </Field>
  )
}
