// A button that opens a short menu: arrows walk it, Escape and a click elsewhere close it, focus returns to the button.
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './controls.module.css'
import { focusChart, isOnChart } from './focusing'
import { Icon, type IconName } from './Icon'

export interface MenuItem {
  readonly key: string
  readonly label: string
  readonly detail?: string
  /** One of a choice: said, and marked with a tick. */
  readonly isChosen?: boolean
  readonly onChoose: () => void
  /** Something smaller that can be done about it, behind a sign at its end. */
  readonly beside?: { readonly label: string; readonly icon: IconName; readonly onChoose: () => void }
}
export interface MenuGroup {
  readonly key: string
  readonly heading?: string
  /** Said above the items. */
  readonly note?: string
  readonly items: readonly MenuItem[]
}
interface Props {
  readonly label: string
  readonly face: ReactNode
  readonly className?: string
  readonly align?: 'start' | 'end'
  readonly groups: readonly MenuGroup[]
}

export function Menu({ label, face, className, align = 'start', groups }: Props) {
  const [isOpen, setOpen] = useState(false)
  const host = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const itemsIn = () => [...(host.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  /** A mouse that opened it has left the keyboard on the chart (keys.ts). */
  const wasOnChart = useRef(false)
  const toggle = () => {
    wasOnChart.current = isOnChart(document.activeElement)
    setOpen(!isOpen)
  }
  const close = () => {
    setOpen(false)
    if (wasOnChart.current) focusChart()
    else button.current?.focus()
  }

  useEffect(() => {
    if (!isOpen) return
    host.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus()
    const leave = (event: Event) => {
      if (!host.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [isOpen])

  const walk = (event: KeyboardEvent) => {
    const items = itemsIn()
    const at = items.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Escape') close()
    else if (next === undefined) return
    else items.at(next % items.length)?.focus()
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={styles.menuHost} ref={host}>
      <button
        type="button"
        ref={button}
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={toggle}
      >
        {face}
      </button>
      {isOpen && (
        <div className={styles.menu} role="menu" tabIndex={0} aria-label={label} data-align={align} onKeyDown={walk}>
          {groups.map((group, i) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of menu items, not of form fields
            <div key={group.key} role="group" aria-label={group.heading}>
              {i > 0 && <hr className={styles.rule} />}
              {group.heading && <div className={styles.menuHeading}>{group.heading}</div>}
              {group.note && <p className={styles.menuNote}>{group.note}</p>}
              {group.items.map((item) => (
                <div key={item.key} role="none" className={styles.itemRow}>
                  <button
                    type="button"
                    {...(item.isChosen === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': item.isChosen })}
                    tabIndex={-1}
                    className={styles.item}
                    onClick={() => {
                      close()
                      item.onChoose()
                    }}
                  >
                    {item.isChosen && <Icon name="tick" />}
                    {item.label}
                    {item.detail && <small>{item.detail}</small>}
                  </button>
                  {item.beside && (
                    <button
                      type="button"
                      role="menuitem"
                      tabIndex={-1}
                      className={`${styles.item} ${styles.beside}`}
                      aria-label={item.beside.label}
                      title={item.beside.label}
                      onClick={() => {
                        close()
                        item.beside?.onChoose()
                      }}
                    >
                      <Icon name={item.beside.icon} />
                    </button>
                  )}
                </div>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
