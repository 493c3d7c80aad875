import { useRef } from 'react'
import { selectIsDistanceKnown } from '../../state/derived'
import type { AppState } from '../../state/types'
import { ExportButton } from '../export/ExportButton'
import { PresentButton } from '../workshop/PresentButton'
import { useActions, useApp, useWords } from './context'
import { HistoryButtons } from './HistoryButtons'
import { NarrowMenu, TurnButton } from './NarrowMenu'
import { useIsNarrow } from './narrow'
import { OrganisationMenu } from './OrganisationMenu'
import { Search } from './Search'
import { Segmented } from './Segmented'
import { ShowMenu } from './ShowMenu'
import { OutlineButton, PanelButton } from './SideButton'
import { ThemeButton } from './ThemeButton'
import styles from './TopBar.module.css'
import { useTightness } from './tightness'

/** A step each: everything moves closer, captions go, the search becomes a sign, everything moves together, words become smaller. */
const TIGHTEST = 5

export function TopBar() {
  return useIsNarrow() ? <NarrowBar /> : <WideBar />
}

function NarrowBar() {
  return (
    <header className={styles.bar}>
      <OrganisationMenu />
      <div className={styles.end}>
        <Search isFolded />
        <TurnButton />
        <NarrowMenu />
      </div>
    </header>
  )
}

function WideBar() {
  const bar = useRef<HTMLElement>(null)
  const { language } = useWords()
  const name = useApp((s) => s.workbook.history?.doc.organization.name ?? '')
  const isOrdered = useApp(selectIsOrdered)
  const overlay = useApp((s) => s.view.overlay)
  const tight = useTightness(bar, TIGHTEST, `${language} ${name} ${isOrdered} ${overlay}`)
  return (
    <header className={styles.bar} ref={bar} data-tight={tight}>
      <OrganisationMenu />
      <OrientationSwitch />
      {isOrdered && <OrderSwitch />}
      <ShowMenu />
      <div className={styles.end}>
        <HistoryButtons />
        <Search isFolded={tight > 2} />
        <OutlineButton />
        <PresentButton />
        <ExportButton />
        <ThemeButton />
        <PanelButton />
      </div>
    </header>
  )
}

/** Rows have an order where customers are on top, and it is known who is how far from them. */
function selectIsOrdered(state: AppState): boolean {
  const { orientation, isBoth } = state.view
  return (orientation === 'flipped' || isBoth) && selectIsDistanceKnown(state)
}

function OrientationSwitch() {
  const { say } = useWords()
  const app = useActions()
  const { orientation, isBoth } = useApp((s) => s.view)
  return (
    <div className={styles.orientation}>
      <Segmented
        label={say('page.orientation')}
        value={isBoth ? 'both' : orientation}
        choices={[
          { value: 'conventional', label: say('page.orientation.conventional') },
          { value: 'flipped', label: say('page.orientation.flipped') },
          { value: 'both', label: say('page.orientation.both') },
        ]}
        onChoose={(choice) => (choice === 'both' ? app.showBoth() : app.show(choice))}
      />
    </div>
  )
}

function OrderSwitch() {
  const { say } = useWords()
  const app = useActions()
  const order = useApp((s) => s.view.order)
  return (
    <div className={styles.order}>
      <Segmented
        label={say('page.order')}
        value={order}
        choices={[
          { value: 'mirror', label: say('page.order.mirror') },
          { value: 'distance', label: say('page.order.distance') },
        ]}
        onChoose={app.setOrder}
      />
    </div>
  )
}
