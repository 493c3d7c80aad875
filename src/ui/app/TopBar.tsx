import { selectOrg } from '../../state/derived'
import { PresentButton } from '../workshop/PresentButton'
import { useActions, useApp, useWords } from './context'
import { ExportMenu } from './ExportMenu'
import { HistoryButtons } from './HistoryButtons'
import { NarrowMenu, TurnButton } from './NarrowMenu'
import { useIsNarrow } from './narrow'
import { OrganisationMenu } from './OrganisationMenu'
import { OutlineButton } from './OutlineButton'
import { PanelButton } from './PanelButton'
import { Search } from './Search'
import { Segmented } from './Segmented'
import { ThemeButton } from './ThemeButton'
import styles from './TopBar.module.css'

export function TopBar() {
  const isNarrow = useIsNarrow()
  if (isNarrow)
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
  return (
    <header className={styles.bar}>
      <OrganisationMenu />
      <OrientationSwitch />
      <OrderSwitch />
      <div className={styles.end}>
        <HistoryButtons />
        <Search />
        <OutlineButton />
        <PresentButton />
        <ExportMenu />
        <ThemeButton />
        <PanelButton />
      </div>
    </header>
  )
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
  const { orientation, isBoth, order } = useApp((s) => s.view)
  const isDistanceKnown = useApp((s) => selectOrg(s)?.structure.distance.includes(1) ?? false)
  if ((orientation === 'conventional' && !isBoth) || !isDistanceKnown) return null
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
