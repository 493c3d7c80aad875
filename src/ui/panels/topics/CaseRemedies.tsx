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
import { isOnTheSpot, selectRemedies } from './case'
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
  const doSettle = remedies.every(({ outcome }) => isOnTheSpot(outcome))
  return (
    <Part title={words.say(doSettle ? 'page.case.remedies' : 'page.case.remedies.change')}>
      <ul className={styles.remedies}>
        {remedies.map(({ edit, outcome }) => (
          <li key={JSON.stringify(edit)}>
            <button type="button" className={styles.remedy} onClick={() => apply(edit)}>
              <Icon name="plus" size={14} />
              <span>
                <span className={styles.remedyWhat} dir="auto">
                  {sentenceOfEdit(org, edit, words)}
                </span>
                {outcome && <span className={styles.may}>{sayThen(org, outcome, words)}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function sayThen(org: Org, then: FollowedCase, words: Words): string {
  if (then.end !== 'settled') return words.say(`page.case.then.${then.end === 'open' ? 'open' : 'dead'}`)
  if (isOnTheSpot(then)) return words.say('page.case.then.spot')
  const { hands, sums } = sayBill(org, then, words)
  return words.say('page.case.then.hands', { hands, sums })
}
