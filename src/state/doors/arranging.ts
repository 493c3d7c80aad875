// How the page is arranged: theme, panels, lists that are open.
import { OVERLAYS, SHOWN_FIRST } from '../../scene/overlays'
import { selectIsPanelOpen } from '../derived'
import type { ThemeChoice } from '../types'
import type { Tools } from './tools'

export const arranging = ({ get, setView, setSession, settle, say }: Tools) => {
  const setPanelOpen = (isOpen: boolean) => setView(get().view.isBoth ? { isPanelOpenBesideBoth: isOpen } : { isPanelOpen: isOpen })
  return {
    say,
    hush: () => setSession({ notice: null }),
    /** Lays something else over the chart. */
    showOverlay(overlay: string) {
      if (!OVERLAYS.includes(overlay)) return
      setView({ overlay })
      if (overlay !== SHOWN_FIRST) setSession({ isFirstVisit: false }) // whose words speak of flags
    },
    setTheme: (theme: ThemeChoice) => setView({ theme }),
    /** The list is at the foot of the panel. */
    showDiagnostics() {
      setPanelOpen(true)
      setView({ isSheetTall: true, trail: [] })
      setSession({ isFirstVisit: false, areDiagnosticsOpen: true })
    },
    setDiagnosticsOpen: (areDiagnosticsOpen: boolean) => setSession({ areDiagnosticsOpen }),
    setSheetTall: (isSheetTall: boolean) => setView({ isSheetTall }),
    togglePanel: () => setPanelOpen(!selectIsPanelOpen(get())),
    showOutline: (isOutlineOpen: boolean) => setView({ isOutlineOpen }),
    toggleOutline: () => setView({ isOutlineOpen: !get().view.isOutlineOpen }),
    /** The small map of the whole chart, beside a part of it. */
    showMap: (isMapShown: boolean) => setView({ isMapShown }),
    showKeys: (areKeysShown: boolean) => setSession({ areKeysShown }),
    /** What there is to take away is asked in a dialog; nothing to take, no dialog. */
    showExport: (isExportShown: boolean) => setSession({ isExportShown: isExportShown && get().workbook.history !== null }),
    endFirstVisit: () => setSession({ isFirstVisit: false }),
    setMotionReduced: (isMotionReduced: boolean) => setSession({ isMotionReduced }),
    setNarrow(isNarrow: boolean) {
      if (get().session.isNarrow === isNarrow) return
      setSession({ isNarrow })
      settle() // another page, not a turn
    },
    setPrefersDark: (prefersDark: boolean) => setSession({ prefersDark }),
  }
}
