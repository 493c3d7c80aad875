// How much a bar has to give way so that nothing in it is cut: measured, since words are of any length in another language.
import { type RefObject, useLayoutEffect, useState } from 'react'

/** 0 = everything has its room; up to `most`, a step tighter for as long as the bar overflows. Begins anew with another width or `content`. */
export function useTightness(bar: RefObject<HTMLElement | null>, most: number, content: string): number {
  const [width, setWidth] = useState(0)
  const [held, setHeld] = useState({ tight: 0, of: '' })
  const now = `${width} ${content}`
  const tight = held.of === now ? held.tight : 0
  useLayoutEffect(() => {
    const element = bar.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const sized = new ResizeObserver(() => setWidth(element.clientWidth))
    sized.observe(element)
    return () => sized.disconnect()
  }, [bar])
  useLayoutEffect(() => {
    const element = bar.current
    if (element && tight < most && element.scrollWidth > element.clientWidth) setHeld({ tight: tight + 1, of: now })
  }, [bar, tight, most, now])
  return tight
}
