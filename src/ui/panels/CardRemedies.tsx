// What would change what a card says, as buttons that make the change.
import type { Card } from '../../analysis/types'
import { sentenceOfEdit } from '../../i18n/sentences'
import type { Edit } from '../../model/edits/edit'
import { selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { Icon } from '../app/Icon'
import styles from './CardView.module.css'
import { remediesOf } from './cards'

export function CardRemedies({ card, roleTitle }: { card: Card; roleTitle: string }) {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const remedies = remediesOf(card)
  if (!org || remedies.length === 0) return null
  const apply = (edit: Edit) => {
    const what = sentenceOfEdit(org, edit, words)
    if (app.apply([edit])) app.say({ tone: 'good', key: 'page.card.applied', params: { what }, offersUndo: true })
    document.querySelector<HTMLElement>('#findings-title, #topic-title')?.focus() // the card may be gone, and the button with it
  }
  return (
    <fieldset className={styles.remedies} aria-label={`${words.say('page.card.remedies')}: ${roleTitle}`}>
      <h3 className={styles.heading}>{words.say('page.card.remedies')}</h3>
      {remedies.map((edit) => (
        <button key={JSON.stringify(edit)} type="button" className={`${controls.button} ${styles.remedy}`} onClick={() => apply(edit)}>
          <Icon name="plus" size={14} />
          {sentenceOfEdit(org, edit, words)}
        </button>
      ))}
    </fieldset>
  )
}
