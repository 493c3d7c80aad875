// What the chart on the page says, one voice at a time: at the side, or as a sheet from below where the page is narrow.
import { useRef } from 'react'
import { selectDoc, selectIsFlipping, selectIsPanelOpen, selectTopic } from '../../state/derived'
import { useApp, useWords } from '../app/context'
import { useIsNarrow } from '../app/narrow'
import { Diagnostics } from './Diagnostics'
import { Empty } from './Empty'
import { Findings } from './Findings'
import { FirstVisit } from './FirstVisit'
import styles from './Panel.module.css'
import { Phrase } from './Phrase'
import { Question } from './Question'
import { SheetHandle } from './SheetHandle'
import { RoadblocksBeside } from './topics/RoadblocksTopic'
import { TopicView } from './topics/TopicView'
import { useTrailFocus } from './topics/trailFocus'

export function Panel() {
  const { say } = useWords()
  const isNarrow = useIsNarrow()
  const isOpen = useApp(selectIsPanelOpen)
  const isTall = useApp((s) => s.view.isSheetTall)
  const isWide = useApp((s) => selectTopic(s)?.kind === 'totals' && !selectIsFlipping(s))
  const panel = useRef<HTMLElement>(null)
  useTrailFocus(panel)
  return (
    <aside
      id="panel"
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label={say('page.panel')}
      hidden={!isOpen && !isNarrow}
      data-sheet={isNarrow ? (isTall ? 'tall' : 'low') : undefined}
      data-wide={isWide && !isNarrow}
    >
      {isNarrow && <SheetHandle />}
      <Voice />
    </aside>
  )
}

function Voice() {
  const hasDoc = useApp((s) => selectDoc(s) !== null)
  const isFlipping = useApp(selectIsFlipping)
  const isConventional = useApp((s) => s.view.orientation === 'conventional' && !s.view.isBoth)
  const isFirstVisit = useApp((s) => s.session.isFirstVisit)
  const topic = useApp(selectTopic)
  const isSinking = useApp((s) => s.view.overlay === 'escalation-flow' && selectTopic(s) === null)
  if (!hasDoc) return <Empty />
  if (isFlipping) return <Phrase />
  if (topic && topic.kind !== 'card') return <TopicView topic={topic} />
  if (isConventional) return <Question />
  if (isFirstVisit) return <FirstVisit />
  if (isSinking) return <RoadblocksBeside />
  return (
    <>
      <Findings />
      <Diagnostics />
    </>
  )
}
