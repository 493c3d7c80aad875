import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import styles from './Findings.module.css'

/** At the foot of the sheet, where the thumb is. */
export function SheetButtons() {
  const { say } = useWords()
  const app = useActions()
  const isTall = useApp((s) => s.view.isSheetTall)
  return (
    <div className={styles.buttons}>
      <button type="button" className={`${controls.primary} ${controls.big} ${controls.wide}`} onClick={app.flip}>
        {say('page.turn.back')}
      </button>
      <button
        type="button"
        className={`${controls.button} ${controls.big} ${controls.wide}`}
        aria-expanded={isTall}
        onClick={() => app.setSheetTall(!isTall)}
      >
        {say(isTall ? 'page.sheet.lower' : 'page.cards.all')}
      </button>
    </div>
  )
}
