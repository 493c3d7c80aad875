// Lines of a tree of any length, of which only those in sight are in the page, and the one where the keyboard is.

import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { idOf } from '../../model/roles'
import { selectedRole, selectKnown, selectOrg, selectTopic } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import { Icon } from '../app/Icon'
import { isSameLine, keyOfLine, type Line, type LineOf, type Lines } from './lines'
import styles from './Outline.module.css'
import { type Saying, sayLine, type Told, titleOfLine } from './saying'
import { type Sight, useSight } from './sight'
import { isTyping, lineTyped, NOTHING_TYPED, typedOn } from './typing'

interface Props {
  readonly label: string
  readonly lines: Lines
  readonly isShown: boolean
  readonly onToggleRow: (row: number) => void
  /** A role was chosen, and is to be looked at. */
  readonly onChosen?: (() => void) | undefined
  /** Escape, with nothing left to let go of. */
  readonly onLeave: () => void
}

export function Tree({ label, lines, isShown, onToggleRow, onChosen, onLeave }: Props) {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const analysis = useApp(selectKnown)
  const isFlipped = useApp((s) => s.view.isBoth || s.view.orientation === 'flipped')
  const areNamesHidden = useApp(({ session }) => session.presenting !== null && !session.presenting.areNamesShown)
  const chosen = useChosen()
  const [place, setPlace] = useState<LineOf | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const typed = useRef(NOTHING_TYPED)
  const sight = useSight(tree, isShown)
  const current = lineNear(lines, place, org?.structure.parent)

  // Chosen elsewhere: the outline follows, unless the keyboard is in it.
  useEffect(() => {
    if (!chosen || tree.current?.contains(document.activeElement)) return
    setPlace(chosen)
  }, [chosen])
  const { show } = sight
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the list comes into sight, its line does too
  useLayoutEffect(() => show(current), [show, current, isShown])
  // The line that was focused may have become another element, or none.
  useLayoutEffect(() => {
    const item = tree.current?.querySelector<HTMLElement>('[tabindex="0"]')
    if (item && item !== document.activeElement && tree.current?.contains(document.activeElement)) item.focus({ preventScroll: true })
  })
  if (!org || !analysis) return null
  const told: Told = { org, analysis, words, isFlipped, areNamesHidden }

  const goTo = (index: number) => {
    const at = Math.min(lines.count - 1, Math.max(0, index))
    setPlace(lines.at(at).of)
  }
  const toggle = ({ of }: Line) => {
    if (of.kind === 'row') onToggleRow(of.row)
    else if (of.kind === 'role') app.toggleBranch(idOf(org, of.role))
  }
  const choose = (line: Line) => {
    const { of } = line
    if (of.kind === 'row') return toggle(line)
    if (of.kind === 'segment') {
      const segment = org.doc.segments?.[of.segment]?.id
      if (segment !== undefined) app.tell({ kind: 'segment', segment })
    } else {
      const role = idOf(org, of.role)
      app.reveal(role)
      app.tell({ kind: 'role', role })
    }
    onChosen?.()
  }
  const openSiblings = (line: Line) => {
    if (line.of.kind === 'row') {
      for (let k = 0; k < lines.count; k++) {
        const { of, isOpen } = lines.at(k)
        if (of.kind === 'row' && isOpen === false) onToggleRow(of.row)
      }
    } else if (line.of.kind === 'role')
      app.foldAll(
        siblingsOf(org.structure, line.of.role).map((role) => idOf(org, role)),
        false,
      )
  }
  const jumpTo = (letter: string, time: number) => {
    typed.current = typedOn(typed.current, letter, time)
    const found = lineTyped(typed.current, current, lines.count, (index) => titleOfLine(lines.at(index).of, told))
    if (found >= 0) goTo(found)
  }
  const leave = () => {
    const { view, session } = app.store.getState()
    if (session.notice || view.trail.length > 0) app.letGo()
    else onLeave()
  }

  const walk = (event: KeyboardEvent) => {
    if (lines.count === 0 || event.ctrlKey || event.metaKey || event.altKey) return
    const line = lines.at(current)
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(current + 1),
      ArrowUp: () => goTo(current - 1),
      PageDown: () => goTo(current + sight.page),
      PageUp: () => goTo(current - sight.page),
      Home: () => goTo(0),
      End: () => goTo(lines.count - 1),
      ArrowRight: () => (line.isOpen === false ? toggle(line) : line.isOpen && goTo(current + 1)),
      ArrowLeft: () => (line.isOpen ? toggle(line) : lines.above(current) >= 0 && goTo(lines.above(current))),
      Enter: () => choose(line),
      '*': () => openSiblings(line),
      Escape: leave,
    }
    const isLetter = [...event.key].length === 1 && (event.key !== ' ' || isTyping(typed.current, event.timeStamp))
    const move = moves[event.key] ?? (isLetter ? () => jumpTo(event.key, event.timeStamp) : undefined)
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    if (!isLetter) typed.current = NOTHING_TYPED
    move()
  }

  return (
    <div
      ref={tree}
      className={styles.tree}
      role="tree"
      aria-label={label}
      onKeyDown={walk}
      onScroll={sight.look}
      onBlur={() => app.focusOn(-1)}
    >
      <div role="presentation" className={styles.whole} style={{ blockSize: lines.count * sight.lineHeight }}>
        {indexesIn(sight, lines.count, current).map((index) => {
          const line = lines.at(index)
          return (
            <Item
              key={keyOfLine(line.of)}
              line={line}
              told={told}
              top={index * sight.lineHeight}
              isCurrent={index === current}
              isShown={isShown}
              isChosen={chosen !== null && isSameLine(line.of, chosen)}
              onFocus={() => {
                setPlace(line.of)
                app.focusOn(line.of.kind === 'role' ? line.of.role : -1)
              }}
              onChoose={() => choose(line)}
              onToggle={() => toggle(line)}
            />
          )
        })}
      </div>
    </div>
  )
}

interface ItemProps {
  readonly line: Line
  readonly told: Told
  readonly top: number
  readonly isCurrent: boolean
  readonly isShown: boolean
  readonly isChosen: boolean
  readonly onFocus: () => void
  readonly onChoose: () => void
  readonly onToggle: () => void
}
/** Deeper lines stand no further in: there has to be room for their words. */
const DEEPEST = 6

function Item({ line, told, top, isCurrent, isShown, isChosen, onFocus, onChoose, onToggle }: ItemProps) {
  const { of, level, place, siblings, isOpen } = line
  const saying = sayLine(of, told)
  const press = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest(`.${styles.sign}`) && isOpen !== null) onToggle()
    else onChoose()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree listens for keys
    <div
      role="treeitem"
      tabIndex={isCurrent ? 0 : -1}
      aria-label={saying.whole}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isChosen}
      data-role={of.kind === 'role' ? idOf(told.org, of.role) : undefined}
      data-kind={of.kind}
      className={styles.line}
      style={{ insetBlockStart: top, paddingInlineStart: 2 + Math.min(DEEPEST, level - 1) * 11 }}
      title={saying.whole}
      dir="auto"
      onClick={press}
      onFocus={onFocus}
    >
      {isShown && <Face line={line} saying={saying} />}
    </div>
  )
}

/** What is seen of a line: what is said of it, in its label, is more. */
function Face({ line: { isOpen }, saying: { title, about, share, flags } }: { readonly line: Line; readonly saying: Saying }) {
  return (
    <>
      <span className={styles.sign} data-is={isOpen === null ? 'end' : isOpen ? 'open' : 'closed'}>
        {isOpen !== null && <Icon name="next" size={14} />}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{title}</span>
        {about && <span className={styles.about}>{about}</span>}
      </span>
      {(share || flags) && (
        <span className={styles.figures}>
          {share && <span className={styles.share}>{share}</span>}
          {flags && <span className={styles.flags}>{flags}</span>}
        </span>
      )}
    </>
  )
}

function useChosen(): LineOf | null {
  const role = useApp(selectedRole)
  const segment = useApp((s) => {
    const topic = selectTopic(s)
    return topic?.kind === 'segment' ? (selectOrg(s)?.segmentAt.get(topic.segment) ?? -1) : -1
  })
  return useMemo(() => (role >= 0 ? { kind: 'role', role } : segment >= 0 ? { kind: 'segment', segment } : null), [role, segment])
}

/** The line of `place`, or of the nearest manager that is listed. */
function lineNear(lines: Lines, place: LineOf | null, parent: Int32Array | undefined): number {
  if (!place) return 0
  const at = lines.find(place)
  if (at >= 0 || place.kind !== 'role' || !parent) return Math.max(0, at)
  for (let role = parent[place.role] ?? -1; role >= 0; role = parent[role] as number) {
    const near = lines.find({ kind: 'role', role })
    if (near >= 0) return near
  }
  return 0
}

function siblingsOf(
  { parent, firstChild, nextSibling, tops }: { parent: Int32Array; firstChild: Int32Array; nextSibling: Int32Array; tops: Int32Array },
  role: number,
): readonly number[] {
  const manager = parent[role] as number
  if (manager < 0) return [...tops]
  const siblings: number[] = []
  for (let one = firstChild[manager] as number; one >= 0; one = nextSibling[one] as number) siblings.push(one)
  return siblings
}

/** In order; the current line is among them wherever it is, since it may have the focus. */
function indexesIn({ from, to }: Sight, count: number, current: number): readonly number[] {
  const first = Math.max(0, Math.min(from, count - 1))
  const last = Math.min(to, count)
  const seen = Array.from({ length: Math.max(0, last - first) }, (_, k) => first + k)
  if (count === 0 || (current >= first && current < last)) return seen
  return current < first ? [current, ...seen] : [...seen, current]
}
