import { useEffect, useRef, useState } from 'react'

const REST_MS = 2500

/** Nobody has moved the pointer for a while: it goes away, and what is only for it. */
export function useRest(): { readonly isAtRest: boolean; readonly wake: () => void } {
  const [isAtRest, setAtRest] = useState(true)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const wake = () => {
    setAtRest(false)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setAtRest(true), REST_MS)
  }
  return { isAtRest, wake }
}
