// What would settle a case on the spot, or at least sooner: remedies of the findings about it, each with what it would come to.
import type { CaseRef, FollowedCase } from '../../../analysis/types'
import type { Words } from '../../../base/words'
import { sentenceOfEdit } from '../../../i18n/sentences'
import type { Edit } from '../../../model/edits/edit'
import type { Org } from '../../../model/types'
import { selectOrg } from '../../../state/derived'
import { useActions, useApp, useWords } from '../../app/context'
import { Icon } from '../../app/Icon'
import styles from './Case.module.css'
import { isOnTheSpot, type Remedy, selectRemedies } from './case'
import { Part } from './Part'
import { sayBill } from './sayCase'

export function CaseRemedies({ of }: { of: CaseRef }) {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const remedies = useApp((s) => selectRemedies(s, of))
  if (!org || remedies.length === 0) return null
  const apply = (edit: Edit) => {
    const what = sentenceOfEdit(org, edit, words)
    if (app.apply([edit])) app.say({ tone: 'good', key: 'page.card.applied', params: { what }, offersUndo: true })
    document.getElementById('topic-title')?.focus() // the button may be gone
  }
  const settling = remedies.filter(({ outcome }) => isOnTheSpot(outcome))
  const others = remedies.filter(({ outcome }) => !isOnTheSpot(outcome))
  const part = (title: string, some: readonly Remedy[]) =>
    some.length > 0 && (
      <Part title={title}>
        <ul className={styles.remedies}>
          {some.map(({ edit, outcome }) => (
            <li key={JSON.stringify(edit)}>
              <button type="button" className={styles.remedy} onClick={() => apply(edit)}>
                <Icon name="plus" size={14} />
                <span>
                  <span className={styles.remedyWhat} dir="auto">
                    {sentenceOfEdit(org, edit, words)}
                  </span>
                  {outcome && !isOnTheSpot(outcome) && <span className={styles.may}>{sayThen(org, outcome, words)}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Part>
    )
  return (
    <>
      {part(words.say('page.case.remedies'), settling)}
      {part(words.say(settling.length > 0 ? 'page.case.remedies.else' : 'page.case.remedies.change'), others)}
    </>
  )
}

function sayThen(org: Org, then: FollowedCase, words: Words): string {
  if (then.end !== 'settled') return words.say(`page.case.then.${then.end === 'open' ? 'open' : 'dead'}`)
  const { hands, sums } = sayBill(org, then, words)
  return words.say('page.case.then.hands', { hands, sums })
}
