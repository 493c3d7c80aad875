// The way on from a file that says little: the organisation as text, to be filled in where people write, or right here.
import { useRef, useState } from 'react'
import type { LeftOut, Outline } from '../../export/formats/outline'
import { writeOutline } from '../../export/formats/outline'
import { selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { nameOfOutline } from '../app/opening'
import styles from './States.module.css'

export function OutlineToFill() {
  const { say } = useWords()
  const org = useApp(selectOrg)
  const [said, setSaid] = useState<'copied' | 'byHand' | null>(null)
  const [outline, setOutline] = useState<Outline | null>(null)
  const [isWriting, setWriting] = useState(false)
  if (!org) return null
  const copy = async () => {
    const written = writeOutline(org)
    setOutline(written)
    try {
      await navigator.clipboard.writeText(written.text)
      setSaid('copied')
    } catch {
      setSaid('byHand')
      setWriting(true)
    }
  }
  const write = () => {
    setOutline(writeOutline(org))
    setSaid(null)
    setWriting(true)
  }
  return (
    <div className={styles.outline}>
      <div className={styles.ways}>
        <button type="button" className={`${controls.button} ${controls.wide}`} onClick={() => void copy()}>
          {say('page.outline.copy')}
        </button>
        <button type="button" className={`${controls.button} ${controls.wide}`} aria-expanded={isWriting} onClick={write}>
          {say('page.outline.write')}
        </button>
      </div>
      <div aria-live="polite">
        {outline && said && (
          <p className={styles.said}>
            {said === 'copied' ? say('page.outline.copied', { roles: outline.roles }) : say('page.outline.byHand')}
          </p>
        )}
      </div>
      {isWriting && outline && <OutlineSheet text={outline.text} label={say('page.outline.writing')} />}
      {outline && <Leaves outline={outline} />}
    </div>
  )
}

function Leaves({ outline }: { outline: Outline }) {
  const { say } = useWords()
  const what = Object.entries(outline.leftOut).map(([key, count]) => say(`page.outline.without.${key as LeftOut}`, { count }))
  return (
    <p className={styles.aside}>
      {say('page.outline.complete')} {what.length > 0 && say('page.outline.leaves', { what })}
    </p>
  )
}

/** Text that can be selected, changed and drawn. */
export function OutlineSheet({ text, label }: { text: string; label: string }) {
  const { say } = useWords()
  const app = useActions()
  const [isEmpty, setEmpty] = useState(text.trim() === '')
  const field = useRef<HTMLTextAreaElement>(null)
  const draw = () => {
    const written = field.current?.value ?? ''
    const name = nameOfOutline(written, selectOrg(app.store.getState())) ?? say('page.outline.name')
    void app.openFiles([{ name, blob: new Blob([written]) }])
  }
  return (
    <div className={styles.sheet}>
      <textarea
        ref={field}
        className={styles.text}
        aria-label={label}
        defaultValue={text}
        wrap="off"
        rows={Math.min(10, Math.max(5, text.split('\n').length))}
        spellCheck="false"
        dir="auto"
        onChange={(event) => setEmpty(event.currentTarget.value.trim() === '')}
      />
      <button type="button" className={controls.button} disabled={isEmpty} onClick={draw}>
        {say('page.outline.draw')}
      </button>
    </div>
  )
}
