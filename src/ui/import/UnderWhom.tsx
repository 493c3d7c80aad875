// Somebody of the file, found by typing a part of a title or a name.
import { useEffect, useId, useRef, useState } from 'react'
import { roleName } from '../../i18n/sentences'
import { idOf } from '../../model/roles'
import type { Org } from '../../model/types'
import { search } from '../../state/search'
import { useWords } from '../app/context'
import styles from './Account.module.css'

const SHOWN = 8

export function UnderWhom({ org, label, onPick }: { org: Org; label: string; onPick: (id: string) => void }) {
  const { say } = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  useEffect(() => input.current?.focus(), [])
  const best = query.trim() === '' ? [] : search(org, query, { most: SHOWN, areNamesHidden: false }).best
  const found = best.flatMap(({ kind, at, person }) => (kind === 'role' ? [{ id: idOf(org, at), name: roleName(org, at), person }] : []))
  return (
    <span className={styles.under}>
      <label className={styles.underLabel} htmlFor={id}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        className={styles.input}
        type="search"
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {found.map((one) => (
        <button key={one.id} type="button" className={styles.option} onClick={() => onPick(one.id)}>
          <span dir="auto">{one.name}</span> <small dir="auto">{one.person ?? one.id}</small>
        </button>
      ))}
      {query.trim() !== '' && found.length === 0 && <small>{say('page.role.pick.none')}</small>}
    </span>
  )
}
