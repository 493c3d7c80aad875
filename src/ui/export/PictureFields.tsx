// What of the chart, on what page, with what kept back, in which colours.
import type { ThemeId } from '../../scene/theme'
import { useWords } from '../app/context'
import { Segmented } from '../app/Segmented'
import { Choice } from '../import/Choice'
import { BranchField } from './BranchField'
import { type Choices, PARTS, type Paper, type PartKind, type Picture, papersFor, themesFor } from './choices'
import { Field } from './Field'
import styles from './Fields.module.css'
import { HideField } from './HideField'
import { LevelsField } from './LevelsField'
import { RatioField } from './RatioField'
import type { Making } from './useMade'

interface Props {
  readonly choices: Choices
  readonly purpose: Picture
  /** Whose branch; -1 = nobody. */
  readonly role: number
  readonly making: Making
  readonly onChange: (change: Partial<Choices>) => void
}

export function PictureFields({ choices, purpose, role, making, onChange }: Props) {
  const { say } = useWords()
  const papers = papersFor(purpose)
  const paper = papers.includes(choices.paper) ? choices.paper : 'natural'
  const themes = themesFor(purpose)
  const theme = themes.includes(choices.theme) ? choices.theme : 'light'
  return (
    <>
      <Field label={say('dialog.part')}>
        <Choice
          label={say('dialog.part')}
          isLabelHidden
          value={choices.part}
          options={PARTS.map((value) => ({ value, label: say(`dialog.part.${value}`) }))}
          onChoose={(part) => onChange({ part: part as PartKind })}
        />
        {choices.part === 'branch' && <BranchField role={role} onPick={(id) => onChange({ role: id })} />}
        {choices.part === 'levels' && <LevelsField levels={choices.levels} onChoose={(levels) => onChange({ levels })} />}
      </Field>
      <Field label={say('dialog.paper')}>
        <Segmented<Paper>
          label={say('dialog.paper')}
          value={paper}
          choices={papers.map((value) => ({ value, label: say(`dialog.paper.${value}`) }))}
          onChoose={(one) => onChange({ paper: one })}
        />
        {paper === 'poster' && <p className={styles.note}>{say('dialog.paper.poster.about')}</p>}
      </Field>
      {purpose === 'png' && <RatioField ratio={choices.ratio} making={making} onChoose={(ratio) => onChange({ ratio })} />}
      <Field label={say('dialog.theme')}>
        <Segmented<ThemeId>
          label={say('dialog.theme')}
          value={theme}
          choices={themes.map((value) => ({ value, label: say(`dialog.theme.${value}`) }))}
          onChoose={(one) => onChange({ theme: one })}
        />
      </Field>
      <HideField choices={choices} hasPay onChange={onChange} />
    </>
  )
}
