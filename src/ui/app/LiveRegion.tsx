// What changed on the page, said politely for those who do not see it. What the notice board says is said there.
import { useEffect, useState } from 'react'
import { useAnnouncer } from './announcing'
import { useActions } from './context'
import controls from './controls.module.css'
import { sayChange } from './sayChange'

export function LiveRegion() {
  const app = useActions()
  const announcer = useAnnouncer()
  const [said, setSaid] = useState('')
  useEffect(() => announcer.listen(setSaid), [announcer])
  useEffect(() => {
    let heard = app.store.getState()
    let isWaiting = false
    return app.store.subscribe(() => {
      if (isWaiting) return
      isWaiting = true
      // One gesture may be several changes: they are said together.
      queueMicrotask(() => {
        isWaiting = false
        const now = app.store.getState()
        const text = sayChange(heard, now)
        heard = now
        if (text !== '') setSaid(text)
      })
    })
  }, [app])
  return (
    <div className={controls.hidden} aria-live="polite" data-live dir="auto">
      {said}
    </div>
  )
}
