import { useEffect } from 'react'
import { useActions } from './context'

/** What the platform prefers, and whenever it changes its mind. */
export function usePreferences() {
  const app = useActions()
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const still = matchMedia('(prefers-reduced-motion: reduce)')
    const phone = matchMedia('(max-width: 559px)')
    const tell = () => {
      app.setPrefersDark(dark.matches)
      app.setMotionReduced(still.matches)
      app.setNarrow(phone.matches)
    }
    tell()
    dark.addEventListener('change', tell)
    still.addEventListener('change', tell)
    phone.addEventListener('change', tell)
    return () => {
      dark.removeEventListener('change', tell)
      still.removeEventListener('change', tell)
      phone.removeEventListener('change', tell)
    }
  }, [app])
}
