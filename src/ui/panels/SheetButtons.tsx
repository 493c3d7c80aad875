import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import styles from './Findings.module.css'

/** At the foot of the sheet, where the thumb is. */
export function SheetButtons({ more }: { more: string }) {
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
        {isTall ? say('page.sheet.lower') : more}
      </button>
    </div>
  )
}
