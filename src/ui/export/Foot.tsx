// What is done with it, and what came of that.
import { useEffect, useRef } from 'react'
import { selectIsCounting } from '../../state/derived'
import { useActions, useApp, useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { Icon } from '../app/Icon'
import sheet from '../app/sheet.module.css'
import { isPicture, type Purpose } from './choices'
import styles from './Foot.module.css'
import { useHanding } from './useHanding'
import type { Making } from './useMade'
import type { Own } from './writing'

interface Props {
  readonly own: Own | null
  readonly making: Making
  readonly purpose: Purpose
  /** The one that is looked at. */
  readonly page: number
}
const SIGNS = { good: 'tick', calm: 'save', bad: 'warning' } as const

export function Foot({ own, making, purpose, page }: Props) {
  const { say } = useWords()
  const app = useActions()
  const isCounting = useApp(selectIsCounting)
  const { made, isBusy } = making
  const { busy, said, onSave, onCopy, onCancel } = useHanding(purpose, made, own)
  const pages = made?.pages.length ?? 1
  const save = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!busy && document.activeElement === document.body) save.current?.focus() // “Stop” had the keyboard, and is gone
  }, [busy])
  const isReady = isPicture(purpose) ? made !== null && !isBusy : true
  const isAble = isReady && !isCounting && busy === null
  const saves = purpose === 'pdf' || pages < 2 || !isPicture(purpose) ? `dialog.save.${purpose}` : 'dialog.save.several'
  return (
    <footer className={styles.foot}>
      {busy && (
        <div className={`${sheet.working} ${styles.writing}`}>
          <progress aria-label={say('dialog.writing')} {...(busy.of > 1 ? { max: busy.of, value: busy.done } : {})} />
          <span>{busy.of > 1 ? say('dialog.writing.of', { done: busy.done, of: busy.of }) : say('dialog.writing')}</span>
          <button type="button" className={controls.button} onClick={onCancel}>
            {say('dialog.cancel')}
          </button>
        </div>
      )}
      <div className={styles.does}>
        <button
          ref={save}
          type="button"
          className={`${controls.primary} ${controls.big}`}
          aria-disabled={!isAble}
          onClick={() => isAble && onSave()}
        >
          {say(saves, { count: pages, format: say(`dialog.format.${purpose}`) })}
        </button>
        {(purpose === 'svg' || purpose === 'png') && (
          <button
            type="button"
            className={`${controls.button} ${controls.big}`}
            aria-disabled={!isAble}
            onClick={() => isAble && onCopy(page)}
          >
            {say(pages > 1 ? 'dialog.copy.page' : 'dialog.copy')}
          </button>
        )}
        <div className={styles.said} role="status">
          {isCounting && <p>{say('dialog.counting')}</p>}
          {isPicture(purpose) && making.estimate?.weight === 'too large' && <p>{say('dialog.refused')}</p>}
          {said && (
            <p data-tone={said.tone}>
              <Icon name={SIGNS[said.tone]} /> <span dir="auto">{say(said.key, said.params)}</span>
            </p>
          )}
        </div>
        <button type="button" className={`${controls.button} ${controls.big} ${styles.close}`} onClick={() => app.showExport(false)}>
          {say('page.close')}
        </button>
      </div>
    </footer>
  )
}
