import { useSyncExternalStore } from 'react'

// The same width stands in the style sheets: under it the panel is a sheet and the controls are folded into one menu.
const NARROW = '(max-width: 900px)'

export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listen) => {
      const query = matchMedia(NARROW)
      query.addEventListener('change', listen)
      return () => query.removeEventListener('change', listen)
    },
    () => matchMedia(NARROW).matches,
  )
}
