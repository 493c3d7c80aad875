// The exhibit label beside the conventional chart: one question, one button. Findings come only with the turn.

import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { Icon } from '../app/Icon'
import { useOpener } from '../app/opening'
import { Diagnostics } from './Diagnostics'
import styles from './Panel.module.css'
import { selectQuestion } from './question'

export function Question() {
  const { say } = useWords()
  const app = useActions()
  const { pick } = useOpener()
  const counts = useApp(selectQuestion)
  const isSample = useApp((s) => s.workbook.origin?.kind === 'sample')
  return (
    <div className={styles.exhibit}>
      <h2 className={styles.headline}>{say('page.question')}</h2>
      <p className={styles.lead}>
        {say('page.question.reports')} {counts && say(counts.key, counts)}
      </p>
      <div className={styles.choice}>
        <button type="button" className={`${controls.primary} ${controls.big}`} onClick={app.flip}>
          {say('page.question.turn')} <kbd className={controls.key}>{say('page.key.flip')}</kbd>
        </button>
      </div>
      <Diagnostics />
      <div className={styles.foot}>
        {isSample ? (
          <>
            <p>{say('page.question.sample')}</p>
            <button type="button" className={controls.button} onClick={pick}>
              <Icon name="open" />
              {say('page.open.file')}
            </button>
          </>
        ) : (
          <p>
            <strong>{say('page.private')}</strong> {say('page.private.long')}
          </p>
        )}
      </div>
    </div>
  )
}
