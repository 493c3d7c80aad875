// The whole screen where the browser lets us; where it does not, the page is enough.
import { useEffect } from 'react'
import { useActions } from '../app/context'

export function useFullScreen() {
  const app = useActions()
  useEffect(() => {
    const root = document.documentElement
    const wasFull = document.fullscreenElement !== null
    let isOver = false
    const leave = () => {
      if (!wasFull && document.fullscreenElement) document.exitFullscreen().catch(() => {})
    }
    if (!wasFull)
      root.requestFullscreen?.({ navigationUI: 'hide' }).then(
        () => isOver && leave(),
        () => {}, // refused: no gesture, a frame, a phone
      )
    // The browser keeps Escape for itself while it shows a page full: it leaves, and so do we.
    const follow = () => {
      if (!document.fullscreenElement) app.stopPresenting()
    }
    document.addEventListener('fullscreenchange', follow)
    return () => {
      isOver = true
      document.removeEventListener('fullscreenchange', follow)
      leave()
    }
  }, [app])
}
