// How many levels from the top.
import { selectOrg } from '../../state/derived'
import { useApp, useWords } from '../app/context'
import { Choice } from '../import/Choice'
import styles from './Fields.module.css'

export function LevelsField({ levels, onChoose }: { readonly levels: number; readonly onChoose: (levels: number) => void }) {
  const { say } = useWords()
  const deepest = useApp((state) => selectOrg(state)?.structure.layers ?? 1)
  const all = Array.from({ length: deepest }, (_, i) => i + 1)
  return (
    <div className={styles.under}>
      <Choice
        label={say('dialog.levels')}
        isLabelHidden
        value={String(Math.min(levels, deepest))}
        options={all.map((count) => ({ value: String(count), label: say('dialog.levels.of', { count }) }))}
        onChoose={(value) => onChoose(Number(value))}
      />
    </div>
  )
}
