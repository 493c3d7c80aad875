// Another role, found by typing: a combobox over what the search finds (state/search.ts).

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { roleName } from '../../../i18n/sentences'
import { idOf } from '../../../model/roles'
import type { RoleId } from '../../../model/types'
import { selectOrg } from '../../../state/derived'
import { search } from '../../../state/search'
import { useActions, useApp, useWords } from '../../app/context'
import controls from '../../app/controls.module.css'
import { unitOf } from '../../roles'
import styles from './Picker.module.css'

interface Props {
  readonly except: number
  readonly onPick: (role: RoleId) => void
  /** By a key, or because the reader went elsewhere. */
  readonly onLeave: (isByKey: boolean) => void
}
const SHOWN = 6
/** Customers and kinds of case are among what is found, and the role one comes from. */
const LOOKED_AT = 20

export function RolePicker({ except, onPick, onLeave }: Props) {
  const { say } = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  useEffect(() => input.current?.focus(), [])
  if (!org) return null
  const { best } = search(org, query, { most: LOOKED_AT, areNamesHidden: true })
  const found = best.flatMap(({ kind, at }) => (kind === 'role' && at !== except ? [at] : [])).slice(0, SHOWN)
  const at = Math.min(active, found.length - 1)
  const pick = (role: number | undefined) => {
    const picked = role === undefined ? undefined : idOf(org, role)
    if (picked !== undefined) onPick(picked)
  }
  const press = (event: KeyboardEvent) => {
    const { key } = event
    if (key === 'Escape') onLeave(true)
    else if (key === 'Enter') pick(found[at])
    else if (key === 'ArrowDown' || key === 'ArrowUp')
      setActive((at + (key === 'ArrowDown' ? 1 : -1) + found.length) % Math.max(1, found.length))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.picker}>
      <label className={styles.label} htmlFor={`${id}-input`}>
        {say('page.role.pick')}
      </label>
      <input
        ref={input}
        id={`${id}-input`}
        className={styles.input}
        role="combobox"
        type="text"
        autoComplete="off"
        spellCheck="false"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
        }}
        onKeyDown={press}
        onBlur={(event) => !event.currentTarget.parentElement?.contains(event.relatedTarget) && onLeave(false)}
      />
      <div className={styles.options} id={`${id}-list`} role="listbox" aria-label={say('page.role.pick')} tabIndex={-1}>
        {found.map((role, i) => (
          <div
            key={role}
            id={`${id}-${i}`}
            className={styles.option}
            role="option"
            aria-selected={i === at}
            tabIndex={-1}
            onPointerEnter={() => app.point(role)}
            onPointerLeave={() => app.point(-1)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(role)}
            onKeyDown={press}
            dir="auto"
          >
            {roleName(org, role)} <small>{unitOf(org.doc, role)}</small>
          </div>
        ))}
      </div>
      <p className={controls.hidden} aria-live="polite">
        {query !== '' && (found.length === 0 ? say('page.role.pick.none') : say('page.role.pick.count', { count: found.length }))}
      </p>
      {query !== '' && found.length === 0 && <p className={styles.none}>{say('page.role.pick.none')}</p>}
    </div>
  )
}
