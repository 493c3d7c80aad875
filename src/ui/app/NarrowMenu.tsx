// Where there is no room for switches they are one menu; the turn has a button of its own.
import { selectDoc, selectTheme } from '../../state/derived'
import { useActions, useApp, useWords } from './context'
import controls from './controls.module.css'
import { useHistoryLabels } from './HistoryButtons'
import { Icon } from './Icon'
import { Menu, type MenuGroup } from './Menu'
import { useOpener } from './opening'
import { useOverlays } from './show'
import { useStages } from './stages'
import { useFolds } from './ZoomButtons'

export function NarrowMenu() {
  const { say } = useWords()
  const app = useActions()
  const { pick } = useOpener()
  const { isBoth, orientation, order } = useApp((s) => s.view)
  const isDark = useApp(selectTheme) === 'dark'
  const { undo, redo } = useHistoryLabels()
  const hasDoc = useApp((s) => selectDoc(s) !== null)
  const stages = useStages()
  const folds = useFolds()
  const overlays = useOverlays()
  const fit = () => {
    for (const { stage } of stages.list()) stage.fit()
  }
  const rows: MenuGroup = {
    key: 'rows',
    heading: say('page.order'),
    items: [
      { key: 'distance', label: say('page.order.distance'), isChosen: order === 'distance', onChoose: () => app.setOrder('distance') },
      { key: 'mirror', label: say('page.order.mirror'), isChosen: order === 'mirror', onChoose: () => app.setOrder('mirror') },
    ],
  }
  const stands: MenuGroup = {
    key: 'stands',
    heading: say('page.orientation'),
    items: [
      {
        key: 'conventional',
        label: say('page.orientation.conventional'),
        isChosen: !isBoth && orientation === 'conventional',
        onChoose: () => app.show('conventional'),
      },
      {
        key: 'flipped',
        label: say('page.orientation.flipped'),
        isChosen: !isBoth && orientation === 'flipped',
        onChoose: () => app.show('flipped'),
      },
      { key: 'both', label: say('page.orientation.both'), isChosen: isBoth, onChoose: app.showBoth },
    ],
  }
  const changes: MenuGroup = {
    key: 'changes',
    items: [
      ...(undo ? [{ key: 'undo', label: undo, onChoose: app.undo }] : []),
      ...(redo ? [{ key: 'redo', label: redo, onChoose: app.redo }] : []),
      { key: 'open', label: say('page.open.file'), detail: say('page.open.detail'), onChoose: pick },
      ...(hasDoc ? [{ key: 'export', label: say('page.export'), onChoose: () => app.showExport(true) }] : []),
      { key: 'present', label: say('page.present'), onChoose: app.present },
      { key: 'fit', label: say('page.zoom.fit'), onChoose: fit },
      { key: 'outline', label: say('find.outline.show'), onChoose: () => app.showOutline(true) },
      {
        key: 'theme',
        label: say(isDark ? 'page.theme.toLight' : 'page.theme.toDark'),
        onChoose: () => app.setTheme(isDark ? 'light' : 'dark'),
      },
      { key: 'keys', label: say('find.keys'), onChoose: () => app.showKeys(true) },
    ],
  }
  const isFlipped = isBoth || orientation === 'flipped'
  return (
    <Menu
      label={say('page.menu')}
      className={`${controls.quiet} ${controls.icon}`}
      align="end"
      face={<Icon name="menu" size={20} />}
      groups={[changes, stands, ...(isFlipped ? [rows] : []), ...(folds ? [folds] : []), ...overlays]}
    />
  )
}

export function TurnButton() {
  const { say } = useWords()
  const app = useActions()
  const orientation = useApp((s) => s.view.orientation)
  const label = say(orientation === 'flipped' ? 'page.turn.back' : 'page.turn.over')
  return (
    <button type="button" className={`${controls.quiet} ${controls.icon}`} aria-label={label} title={label} onClick={app.flip}>
      <Icon name="turn" size={20} />
    </button>
  )
}
