import { flushSync } from 'react-dom'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { useOpener } from '../app/opening'
import styles from './Panel.module.css'

export function FirstVisit() {
  const { say } = useWords()
  const app = useActions()
  const { pick } = useOpener()
  const isPinfold = useApp((s) => s.workbook.origin?.kind === 'sample' && s.workbook.origin.name === 'pinfold')
  const look = () => {
    flushSync(app.endFirstVisit)
    document.querySelector<HTMLElement>('#findings-title')?.focus() // this button is gone
  }
  return (
    <div className={styles.exhibit}>
      <h2 className={styles.headline}>{say('page.first.headline')}</h2>
      <p className={styles.lead}>{say('page.first.flags')}</p>
      {isPinfold && <p className={styles.leadQuiet}>{say('page.first.invented')}</p>}
      <div className={styles.choices}>
        <button type="button" className={`${controls.primary} ${controls.big} ${controls.wide}`} onClick={pick}>
          {say('page.open.file')}
        </button>
        <button type="button" className={`${controls.button} ${controls.big} ${controls.wide}`} onClick={look}>
          {say('page.first.look')}
        </button>
      </div>
      <p className={styles.aside}>{say('page.first.formats')}</p>
      <p className={styles.foot}>
        <strong>{say('page.private')}</strong> {say('page.private.long')}
      </p>
    </div>
  )
}
