// The edge by which a thumb takes the sheet: drawn up it is tall, drawn down it is low, touched it is the other.
import { type PointerEvent, useRef } from 'react'
import { useActions, useApp, useWords } from '../app/context'
import styles from './SheetHandle.module.css'

const FAR_PX = 20

export function SheetHandle() {
  const { say } = useWords()
  const app = useActions()
  const isTall = useApp((s) => s.view.isSheetTall)
  const from = useRef<number | null>(null)
  const wasDrawn = useRef(false)
  const take = (event: PointerEvent<HTMLButtonElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = event.clientY
    wasDrawn.current = false
  }
  const draw = ({ clientY }: PointerEvent) => {
    if (from.current === null || Math.abs(clientY - from.current) < FAR_PX) return
    app.setSheetTall(clientY < from.current)
    from.current = null
    wasDrawn.current = true
  }
  const label = say(isTall ? 'page.sheet.down' : 'page.sheet.up')
  return (
    <button
      type="button"
      className={styles.handle}
      aria-label={label}
      aria-expanded={isTall}
      onPointerDown={take}
      onPointerMove={draw}
      onClick={() => {
        if (!wasDrawn.current) app.setSheetTall(!isTall)
        wasDrawn.current = false
      }}
    />
  )
}
