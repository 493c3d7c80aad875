// Which lines of a long list are in sight, and how one is brought there.
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'

export interface Sight {
  /** First line in the page, and the one after the last. */
  readonly from: number
  readonly to: number
  readonly lineHeight: number
  /** Lines that are seen at once. */
  readonly page: number
  /** Scrolls as far as needed. */
  readonly show: (index: number) => void
  /** It was scrolled. */
  readonly look: () => void
}
const LINE = 44
const BEYOND = 8
/** Out of sight nothing scrolls; this many lines around the one that was shown last are there to be read. */
const UNSEEN = 300

export function useSight(list: RefObject<HTMLElement | null>, isShown: boolean): Sight {
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(0)
  const [middle, setMiddle] = useState(0)
  const look = useCallback(() => {
    const { scrollTop = 0, clientHeight = 0 } = list.current ?? {}
    setTop(scrollTop)
    setHeight(clientHeight)
  }, [list])
  useLayoutEffect(() => {
    if (!isShown || !list.current || typeof ResizeObserver === 'undefined') return
    const sized = new ResizeObserver(look)
    sized.observe(list.current)
    look()
    return () => sized.disconnect()
  }, [list, isShown, look])
  const show = useCallback(
    (index: number) => {
      setMiddle(index)
      const element = list.current
      if (!element) return
      const { scrollTop, clientHeight } = element
      if (index * LINE < scrollTop) element.scrollTop = index * LINE
      else if ((index + 1) * LINE > scrollTop + clientHeight) element.scrollTop = (index + 1) * LINE - clientHeight
      else return
      look()
    },
    [list, look],
  )
  const page = Math.max(1, Math.floor(height / LINE) - 1)
  if (!isShown || height === 0) {
    const from = Math.max(0, middle - UNSEEN / 2)
    return { from, to: from + UNSEEN, lineHeight: LINE, page: 10, show, look }
  }
  const from = Math.max(0, Math.floor(top / LINE) - BEYOND)
  return { from, to: Math.ceil((top + height) / LINE) + BEYOND, lineHeight: LINE, page, show, look }
}
