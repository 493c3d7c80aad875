// The three doors for files: picker, drop anywhere, paste. What comes in is read by the store; here are only the gestures.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { selectOrg } from '../../state/derived'
import { useActions, useWords } from './context'
import controls from './controls.module.css'
import styles from './Opening.module.css'
import { type Brought, broughtBy, filesOf, nameOfOutline, OpenerContext } from './opening'

export function Opening({ children }: { children: ReactNode }) {
  const app = useActions()
  const { say } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [isDragged, setDragged] = useState(false)
  const pasted = say('page.pasted')

  useEffect(() => {
    const take = (brought: Brought) => {
      if (brought.kind === 'nothing') app.say({ tone: 'bad', key: brought.key })
      else if (brought.kind === 'files') void app.openFiles(brought.files)
      else {
        const name = nameOfOutline(brought.text, selectOrg(app.store.getState())) ?? pasted
        void app.openFiles([{ name, blob: new Blob([brought.text]) }])
      }
    }
    const over = (event: DragEvent) => {
      event.preventDefault()
      setDragged(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragged(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setDragged(false)
      take(broughtBy(event.dataTransfer))
    }
    const paste = (event: ClipboardEvent) => {
      if (isTyped(event.target)) return
      event.preventDefault()
      take(broughtBy(event.clipboardData))
    }
    addEventListener('dragenter', over)
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    addEventListener('paste', paste)
    return () => {
      removeEventListener('dragenter', over)
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
      removeEventListener('paste', paste)
    }
  }, [app, pasted])

  return (
    <OpenerContext value={{ pick: () => input.current?.click() }}>
      {children}
      <input
        ref={input}
        className={controls.hidden}
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ currentTarget }) => {
          const files = filesOf(currentTarget.files ?? [])
          currentTarget.value = '' // the same file again is a change too
          if (files.length > 0) void app.openFiles(files)
        }}
      />
      {isDragged && (
        <div ref={ontoTop} className={styles.drop} role="alert" popover="manual">
          <div className={styles.frame}>
            <p className={styles.invitation}>{say('page.drop')}</p>
            <p className={styles.detail}>{say('page.drop.detail')}</p>
          </div>
        </div>
      )}
    </OpenerContext>
  )
}

/** Over everything, a sheet that keeps the rest of the page away included. */
function ontoTop(element: HTMLElement | null) {
  element?.showPopover?.()
}

export function isTyped(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)) && !isSlider(target)
  )
}
function isSlider(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && target.type === 'range'
}
