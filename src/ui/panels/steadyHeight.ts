// A place that never gets lower while it is open.
import { useLayoutEffect, useRef } from 'react'

/** What gets lower pulls the list above it down from under the pointer. */
export function useSteadyHeight() {
  const place = useRef<HTMLDivElement>(null)
  const tallest = useRef(0)
  useLayoutEffect(() => {
    if (!place.current) return
    tallest.current = Math.max(tallest.current, place.current.offsetHeight)
    place.current.style.minBlockSize = `${tallest.current}px`
  })
  return place
}
