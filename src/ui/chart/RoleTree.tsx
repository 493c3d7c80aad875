// The chart for those who do not see it, and for the keyboard: roles by reporting line, in step with the picture.
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { selectedRole, selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { sayRole } from '../roles'
import { linesOf } from './tree'

/** Larger trees begin with their top two layers open; what is listed is what is in the page. */
const OPEN_AT_FIRST = 300

export function RoleTree() {
  const words = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const selected = useApp(selectedRole)
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set())
  const [at, setAt] = useState(-1)
  const tree = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => {
    if (!org) return []
    const { depth } = org.structure
    const opensAtFirst = (role: number) => org.roleIds.length <= OPEN_AT_FIRST || (depth[role] as number) < 1
    return linesOf(org.structure, (role) => opensAtFirst(role) !== toggled.has(role))
  }, [org, toggled])

  useEffect(() => {
    if (tree.current?.contains(document.activeElement)) tree.current.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  })
  if (!org) return null

  const found = lines.findIndex((line) => line.role === at)
  const current = Math.max(0, found)
  const goTo = (index: number) => {
    const line = lines[Math.min(lines.length - 1, Math.max(0, index))]
    if (!line) return
    setAt(line.role)
    app.focusOn(line.role)
  }
  const toggle = (role: number) => setToggled((was) => new Set(was.has(role) ? [...was].filter((one) => one !== role) : [...was, role]))
  const select = (role: number) => app.select(org.roleIds[role] ?? null)

  const walk = (event: KeyboardEvent) => {
    const line = lines[current]
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(current + 1),
      ArrowUp: () => goTo(current - 1),
      Home: () => goTo(0),
      End: () => goTo(lines.length - 1),
      ArrowRight: () => (line.isOpen === false ? toggle(line.role) : line.isOpen && goTo(current + 1)),
      ArrowLeft: () => (line.isOpen ? toggle(line.role) : goTo(lines.findLastIndex((one, i) => i < current && one.level < line.level))),
      Enter: () => select(line.role),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }

  return (
    <div
      ref={tree}
      className={controls.hidden}
      role="tree"
      aria-label={words.say('page.tree')}
      onKeyDown={walk}
      onBlur={() => app.focusOn(-1)}
    >
      {lines.map(({ role, level, place, siblings, isOpen }, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the tree listens for keys
        <div
          key={role}
          role="treeitem"
          tabIndex={i === current ? 0 : -1}
          aria-level={level}
          aria-posinset={place}
          aria-setsize={siblings}
          aria-expanded={isOpen ?? undefined}
          aria-selected={role === selected}
          data-role={org.roleIds[role]}
          dir="auto"
          onClick={() => select(role)}
          onFocus={() => app.focusOn(role)}
        >
          {sayRole(org, role, words)}
        </div>
      ))}
    </div>
  )
}
