// The bottom strip: the totals that matter of the chart on the page, or the handle of the turn while it turns.

import { useShallow } from 'zustand/react/shallow'
import { useActions, useApp, useWords } from './context'
import controls from './controls.module.css'
import { Icon } from './Icon'
import styles from './Strip.module.css'
import { TurnSlider } from './TurnSlider'
import { selectTotals } from './totals'

export function Strip() {
  const isTurning = useApp((s) => s.session.stand.turning !== null && s.workbook.history !== null)
  const isFirstVisit = useApp((s) => s.session.isFirstVisit && s.view.orientation === 'flipped' && s.workbook.history !== null)
  return <footer className={styles.strip}>{isTurning ? <TurnSlider /> : isFirstVisit ? <Again /> : <Totals />}</footer>
}

function Totals() {
  const words = useWords()
  const totals = useApp(useShallow(selectTotals))
  return (
    <>
      <ul className={styles.totals} aria-label={words.say('page.totals')}>
        {totals.map(({ key, value, caption }) => (
          <li key={key} className={styles.total} data-total={key}>
            <span className={styles.value}>{value}</span> <span className={styles.caption}>{caption}</span>
          </li>
        ))}
      </ul>
      <FlipButton />
      <p className={styles.aside}>{words.say('page.private.short')}</p>
    </>
  )
}

/** On a narrow page the switch of the top bar is folded away; the turn never is. */
function FlipButton() {
  const { say } = useWords()
  const app = useActions()
  const orientation = useApp((s) => s.view.orientation)
  const hasChart = useApp((s) => s.workbook.history !== null)
  if (!hasChart) return null
  return (
    <button type="button" className={`${controls.primary} ${styles.flip}`} onClick={app.flip}>
      {say(orientation === 'flipped' ? 'page.turn.back' : 'page.turn.over')}
    </button>
  )
}

function Again() {
  const { say } = useWords()
  const app = useActions()
  return (
    <>
      <button type="button" className={controls.button} onClick={app.flip}>
        <Icon name="turn" />
        {say('page.turn.again')}
      </button>
      <span className={styles.hint}>
        {say('page.turn.press')} <kbd className={controls.key}>{say('page.key.flip')}</kbd>
      </span>
      <p className={styles.aside}>{say('page.private.short')}</p>
    </>
  )
}
