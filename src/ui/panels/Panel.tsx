// The right side (a sheet from below on narrow pages): what the chart on the page says. One voice at a time.
import { selectDoc } from '../../state/derived'
import { useApp, useWords } from '../app/context'
import { Diagnostics } from './Diagnostics'
import { Empty } from './Empty'
import { Findings } from './Findings'
import { FirstVisit } from './FirstVisit'
import styles from './Panel.module.css'
import { Phrase } from './Phrase'
import { Question } from './Question'

export function Panel() {
  const { say } = useWords()
  const isOpen = useApp((s) => s.view.isPanelOpen)
  return (
    <aside id="panel" className={styles.panel} aria-label={say('page.panel')} hidden={!isOpen}>
      <Voice />
    </aside>
  )
}

function Voice() {
  const hasDoc = useApp((s) => selectDoc(s) !== null)
  const isTurning = useApp((s) => s.session.stand.turning !== null)
  const isConventional = useApp((s) => s.view.orientation === 'conventional' && !s.view.isBoth)
  const isFirstVisit = useApp((s) => s.session.isFirstVisit)
  if (!hasDoc) return <Empty />
  if (isTurning) return <Phrase />
  if (isConventional) return <Question />
  if (isFirstVisit) return <FirstVisit />
  return (
    <>
      <Findings />
      <Diagnostics />
    </>
  )
}
