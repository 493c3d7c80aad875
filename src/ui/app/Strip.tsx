// The bottom strip: the totals that matter of the chart on the page, or the handle of the turn while it turns.

import { selectIsCounting, selectIsFlipping, selectIsStale } from '../../state/derived'
import { selectTrial } from '../../state/trial'
import { AllTotals } from '../panels/AllTotals'
import { Asked } from '../panels/Asked'
import { useActions, useApp, useWords } from './context'
import controls from './controls.module.css'
import { HelpButton } from './HelpButton'
import { Icon } from './Icon'
import { useIsNarrow } from './narrow'
import styles from './Strip.module.css'
import { TrialTotals } from './TrialTotals'
import { TurnSlider } from './TurnSlider'
import { selectIsTotalling, selectTotals } from './totals'
import { ZoomButtons } from './ZoomButtons'

export function Strip() {
  const isTurning = useApp(selectIsFlipping)
  const isFirstVisit = useApp((s) => s.session.isFirstVisit && s.view.orientation === 'flipped' && s.workbook.history !== null)
  const isNarrow = useIsNarrow()
  const isCounting = useApp((s) => selectIsCounting(s) || selectIsStale(s))
  const tried = useApp(selectTrial)
  if (isNarrow && !isTurning) return null // the sheet says it
  if (isTurning)
    return (
      <footer className={styles.strip}>
        <TurnSlider />
      </footer>
    )
  return (
    <footer className={styles.strip} aria-busy={isCounting}>
      {isFirstVisit ? <Again /> : <TotalsList />}
      {!isFirstVisit && !tried && <AllTotals />}
      <div className={styles.end}>
        {!isFirstVisit && !tried && <Private />}
        <ZoomButtons />
        <HelpButton />
      </div>
    </footer>
  )
}

function Private() {
  const { say } = useWords()
  return <p className={styles.aside}>{say('page.private.short')}</p>
}

export function TotalsList() {
  const words = useWords()
  const totals = useApp(selectTotals)
  const isTotalling = useApp(selectIsTotalling)
  const isStale = useApp(selectIsStale)
  const tried = useApp(selectTrial)
  if (tried) return <TrialTotals tried={tried} />
  if (isTotalling) return <p className={styles.hint}>{words.say('page.counting.short')}</p>
  return (
    <ul
      className={styles.totals}
      aria-label={words.say('page.totals')}
      title={isStale ? words.say('page.counting.again') : undefined}
      data-stale={isStale}
    >
      {totals.map(({ key, value, caption, label }) => (
        <li key={key} className={styles.total} data-total={key}>
          <span className={styles.value}>
            <Asked figure={{ name: key }} label={label}>
              {value}
            </Asked>
          </span>{' '}
          <span className={styles.caption}>{caption}</span>
        </li>
      ))}
    </ul>
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
    </>
  )
}
