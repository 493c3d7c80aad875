// The field of the search and the list under it (ARIA 1.2 combobox): the focus stays in the field, which names the active option.

import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from 'react'
import { idOf } from '../../model/roles'
import type { Org } from '../../model/types'
import { selectOrg } from '../../state/derived'
import { type Hit, isSearchReady, search } from '../../state/search'
import { useAnnouncer } from './announcing'
import { useActions, useApp, useWords } from './context'
import controls from './controls.module.css'
import { Icon } from './Icon'
import styles from './Search.module.css'
import { lineOf, SearchResult } from './SearchResult'

const MOST = 12

export function SearchField({ field, onLeave }: { field: RefObject<HTMLInputElement | null>; onLeave: () => void }) {
  const words = useWords()
  const { say } = words
  const app = useActions()
  const announcer = useAnnouncer()
  const org = useApp(selectOrg)
  const areNamesHidden = useApp(({ session }) => session.presenting !== null && !session.presenting.areNamesShown)
  const [query, setQuery] = useState('')
  const [isFocused, setFocused] = useState(false)
  const [active, setActive] = useState(0)
  // Enter was pressed before anything could be found: what is found then is chosen.
  const [isHurried, setHurried] = useState(false)
  const isReady = useReadiness(org, isFocused || query !== '')
  const found = useMemo(
    () => (org && isReady ? search(org, query, { most: MOST, areNamesHidden }) : null),
    [org, isReady, query, areNamesHidden],
  )
  const isAsked = found !== null && found.words.length > 0
  const isShown = isAsked && isFocused
  const count = found?.count ?? 0
  useEffect(() => {
    if (isAsked) announcer.say(count > 0 ? words.say('find.search.count', { count }) : words.say('find.search.none.said'))
  }, [announcer, words, isAsked, count])

  const best = found?.best ?? []
  const choose = (hit: Hit | undefined) => {
    if (!org || !hit) return
    show(org, hit, app)
    setQuery('')
    setActive(0)
    onLeave()
  }
  useEffect(() => {
    if (!isHurried || !found) return
    setHurried(false)
    choose(found.best[0])
  })
  const press = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setActive((active + 1) % Math.max(1, best.length)),
      ArrowUp: () => setActive((active + best.length - 1) % Math.max(1, best.length)),
      Enter: () => (found ? choose(best[active]) : setHurried(query !== '')),
      Escape: () => (query === '' ? onLeave() : setQuery('')),
    }
    const move = event.nativeEvent.isComposing ? undefined : moves[event.key]
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }
  return (
    <div className={styles.field}>
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        role="combobox"
        className={styles.input}
        aria-label={say('find.search.how')}
        aria-expanded={isShown && best.length > 0}
        aria-controls="search-results"
        aria-autocomplete="list"
        aria-activedescendant={isShown && best.length > 0 ? `search-${active}` : undefined}
        placeholder={say('find.search')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck="false"
        enterKeyHint="go"
        dir="auto"
        value={query}
        onChange={({ currentTarget }) => {
          setQuery(currentTarget.value)
          setActive(0)
          setHurried(false)
        }}
        onKeyDown={press}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      {query === '' ? (
        <span className={controls.key} aria-hidden="true">
          {say('find.search.key')}
        </span>
      ) : (
        <button
          type="button"
          className={styles.clear}
          aria-label={say('find.search.clear')}
          title={say('find.search.clear')}
          onClick={() => {
            setQuery('')
            field.current?.focus()
          }}
        >
          <Icon name="close" size={14} />
        </button>
      )}
      <div className={styles.results} hidden={!isShown}>
        <div
          className={styles.list}
          id="search-results"
          role="listbox"
          tabIndex={-1}
          aria-label={say('find.search.results')}
          hidden={best.length === 0}
          onMouseDown={(event) => event.preventDefault()} // a press in the list is no reason to leave the field
        >
          {org &&
            best.map((hit, i) => (
              <SearchResult
                key={`${hit.kind} ${hit.at}`}
                id={`search-${i}`}
                {...lineOf(org, hit, words, areNamesHidden)}
                kind={hit.kind}
                words={found?.words ?? []}
                isActive={i === active}
                onPoint={() => setActive(i)}
                onChoose={() => choose(hit)}
              />
            ))}
        </div>
        {isShown && best.length === 0 && (
          <p className={styles.note} dir="auto">
            {say('find.search.none', { query: query.trim() })}
          </p>
        )}
        {count > best.length && <p className={styles.note}>{say('find.search.more', { count: count - best.length })}</p>}
      </div>
    </div>
  )
}

/** Ready before the first letter as a rule; where somebody is quicker, a moment later. */
function useReadiness(org: Org | null, isAsked: boolean): boolean {
  const app = useActions()
  const [ready, setReady] = useState<Org | null>(null)
  useEffect(() => {
    if (!isAsked || !org || isSearchReady(org)) return
    let isHere = true
    void app.getReadyToSearch().then(() => isHere && setReady(org))
    return () => {
      isHere = false
    }
  }, [app, org, isAsked])
  return org !== null && (ready === org || isSearchReady(org))
}

/** Brings what was found into sight, and the panel to tell of it. */
function show(org: Org, { kind, at }: Hit, app: ReturnType<typeof useActions>) {
  if (kind === 'role') {
    const role = idOf(org, at)
    app.reveal(role)
    app.tell({ kind: 'role', role })
  } else if (kind === 'segment') app.tell({ kind: 'segment', segment: org.doc.segments?.[at]?.id ?? '' })
  else app.tell({ kind: 'issue', issueType: org.doc.issueTypes?.[at]?.id ?? '' })
}
