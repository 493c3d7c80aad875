// Finding a role by what one knows of it: a field in the bar, or where there is no room for one a button that opens it over the bar.
import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { useWords } from './context'
import controls from './controls.module.css'
import { focusChart } from './focusing'
import { Icon } from './Icon'
import styles from './Search.module.css'
import { SearchField } from './SearchField'

/** `isFolded`: there is room for a button only; it opens the field over the bar. */
export function Search({ isFolded = false }: { isFolded?: boolean }) {
  const { say } = useWords()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFolded && isOpen) field.current?.focus()
  }, [isFolded, isOpen])
  const leave = () => {
    setOpen(false)
    focusChart()
  }
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOpen(false)
  }
  if (!isFolded)
    return (
      <search className={styles.place} data-search>
        <SearchField field={field} onLeave={focusChart} />
      </search>
    )
  return (
    <search className={styles.folded} data-search onBlur={onBlur}>
      {isOpen ? (
        <div className={styles.over}>
          <SearchField field={field} onLeave={leave} />
          <button
            type="button"
            className={`${controls.quiet} ${controls.icon}`}
            aria-label={say('find.search.close')}
            title={say('find.search.close')}
            onClick={leave}
          >
            <Icon name="close" />
          </button>
        </div>
      ) : (
        <button
          type="button"
          ref={button}
          className={`${controls.quiet} ${controls.icon}`}
          aria-label={say('find.search')}
          title={say('find.search')}
          onClick={() => setOpen(true)}
        >
          <Icon name="search" size={20} />
        </button>
      )}
    </search>
  )
}
