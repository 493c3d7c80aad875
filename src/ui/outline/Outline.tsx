// The picture in words: the same roles, shares and flags as lines that are walked with the keyboard and read aloud. At the left of the chart
// where it is asked for, over it where the page is narrow; otherwise out of sight, but there.

import { type FocusEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { roleAt } from '../../model/roles'
import { selectIsDistanceKnown, selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { focusChart } from '../app/focusing'
import { Icon } from '../app/Icon'
import { useIsNarrow } from '../app/narrow'
import { linesByDistance, linesByManager } from './lines'
import styles from './Outline.module.css'
import { Tree } from './Tree'

type Grouping = 'line' | 'distance'

export function Outline() {
  const { say } = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const isOpen = useApp((s) => s.view.isOutlineOpen && s.session.presenting === null)
  const isFlipped = useApp((s) => s.view.isBoth || s.view.orientation === 'flipped')
  const isDistanceKnown = useApp(selectIsDistanceKnown)
  const folded = useApp((s) => s.view.folded)
  const isNarrow = useIsNarrow()
  const isLate = useIsLate() && !isOpen
  const [asked, setAsked] = useState<Grouping>('line')
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set())
  const host = useRef<HTMLElement>(null)

  const mayGroup = isOpen && isFlipped && isDistanceKnown
  const grouping = mayGroup ? asked : 'line'
  const lines = useMemo(() => {
    if (!org || isLate) return null
    if (grouping === 'distance') return linesByDistance(org, closed)
    const indexes = new Set([...folded].flatMap((id) => roleAt(org, id) ?? []))
    return linesByManager(org.structure, indexes)
  }, [org, grouping, folded, closed, isLate])

  const isDrawer = isOpen && isNarrow
  // Over the page there is nothing beside it: who goes elsewhere puts it away.
  useEffect(() => {
    if (!isDrawer) return
    const leave = (event: PointerEvent) => {
      if (!host.current?.contains(event.target as Node)) app.showOutline(false)
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [app, isDrawer])
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (isDrawer && relatedTarget instanceof Node && !host.current?.contains(relatedTarget)) app.showOutline(false)
  }
  const putAway = () => {
    app.showOutline(false)
    focusChart()
  }

  if (!org || !lines) return null
  return (
    <nav ref={host} id="outline" className={isOpen ? styles.outline : controls.hidden} aria-label={say('find.outline')} onBlur={onBlur}>
      {isOpen && (
        <div className={styles.head}>
          <p className={styles.title}>{say('find.outline')}</p>
          <button
            type="button"
            className={`${controls.quiet} ${controls.icon}`}
            aria-label={say('find.outline.hide')}
            title={say('find.outline.hide')}
            onClick={putAway}
          >
            <Icon name="close" />
          </button>
          {mayGroup && (
            <fieldset className={styles.by} aria-label={say('find.outline.by')}>
              {(['line', 'distance'] as const).map((one) => (
                <button key={one} type="button" className={styles.choice} aria-pressed={one === grouping} onClick={() => setAsked(one)}>
                  {say(one === 'line' ? 'find.outline.byLine' : 'find.outline.byDistance')}
                </button>
              ))}
            </fieldset>
          )}
        </div>
      )}
      <Tree
        key={grouping}
        label={say(grouping === 'line' ? 'page.tree' : 'find.outline.tree.distance')}
        lines={lines}
        isShown={isOpen}
        onChosen={isDrawer ? putAway : undefined}
        onLeave={isDrawer ? putAway : focusChart}
        onToggleRow={(row) => setClosed((was) => toggled(was, row))}
      />
    </nav>
  )
}

/** Of an organisation just opened, the picture comes before what is out of sight. */
function useIsLate(): boolean {
  const opened = useApp((s) => s.session.opened)
  return useDeferredValue(opened, 0) !== opened
}

function toggled(rows: ReadonlySet<number>, row: number): ReadonlySet<number> {
  return new Set(rows.has(row) ? [...rows].filter((one) => one !== row) : [...rows, row])
}
