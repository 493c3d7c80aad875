import { useEffect, useState } from 'react'
import type { App as Store } from '../../state/app'
import { selectTheme } from '../../state/derived'
import { Chart } from '../chart/Chart'
import { ExportSheet } from '../export/ExportSheet'
import { ImportSheet } from '../import/ImportSheet'
import { Outline } from '../outline/Outline'
import { Panel } from '../panels/Panel'
import { Presentation } from '../workshop/Presentation'
import styles from './App.module.css'
import { useClock } from './clock'
import { AppContext, useApp, useWords } from './context'
import { ErrorBoundary } from './ErrorBoundary'
import { useFirstTurn } from './firstTurn'
import { KeysDialog } from './KeysDialog'
import { useKeys } from './keys'
import { LiveRegion } from './LiveRegion'
import { NoticeBoard } from './NoticeBoard'
import { Opening } from './Opening'
import { usePreferences } from './preferences'
import { Strip } from './Strip'
import { createStages, StagesContext } from './stages'
import { TopBar } from './TopBar'

export function App({ app }: { app: Store }) {
  const [stages] = useState(createStages)
  return (
    <AppContext value={app}>
      <StagesContext value={stages}>
        <Opening>
          <Page />
        </Opening>
      </StagesContext>
    </AppContext>
  )
}

function Page() {
  usePreferences()
  useClock()
  useKeys()
  useFirstTurn()
  useDocument()
  const isPresenting = useApp((s) => s.session.presenting !== null)
  return (
    <div className={styles.page} data-presenting={isPresenting}>
      <TopBar />
      <ErrorBoundary what="outline">
        <Outline />
      </ErrorBoundary>
      <Chart />
      <ErrorBoundary what="panel">
        <Panel />
      </ErrorBoundary>
      <Strip />
      <NoticeBoard />
      <LiveRegion />
      <KeysDialog />
      <ErrorBoundary what="panel">
        <ImportSheet />
      </ErrorBoundary>
      <ErrorBoundary what="panel">
        <ExportSheet />
      </ErrorBoundary>
      {isPresenting && <Presentation />}
    </div>
  )
}

/** Theme, language and title belong to the document. */
function useDocument() {
  const words = useWords()
  const theme = useApp(selectTheme)
  const name = useApp((s) => s.workbook.history?.doc.organization.name)
  useEffect(() => {
    const root = document.documentElement
    root.dataset.theme = theme
    root.lang = words.language
    root.dir = words.direction
    document.title = name ? `${name} · Headstand` : 'Headstand'
  }, [theme, words, name])
}
