// What can be laid over the chart, as groups of a menu: what this file can show, and in one note what it says nothing of.
import type { Analysis } from '../../analysis/types'
import { onceEach } from '../../base/memo'
import type { Org } from '../../model/types'
import { OVERLAYS, overlaysFor } from '../../scene/overlays'
import { selectKnown, selectOrg } from '../../state/derived'
import { useActions, useApp, useWords } from './context'
import type { MenuGroup } from './Menu'

export function useOverlays(): readonly MenuGroup[] {
  const { say, list } = useWords()
  const app = useActions()
  const org = useApp(selectOrg)
  const analysis = useApp(selectKnown)
  const chosen = useApp((s) => s.view.overlay)
  if (!org || !analysis) return []
  const lacking = lackingIn(analysis, org, analysis)
  const known: MenuGroup = {
    key: 'overlays',
    heading: say('overlay.choose'),
    items: OVERLAYS.filter((id) => !lacking.includes(id) || id === chosen).map((id) => ({
      key: id,
      label: say(`overlay.${id}`),
      detail: say(`overlay.about.${id}`),
      isChosen: id === chosen,
      onChoose: () => app.showOverlay(id),
    })),
  }
  const silent = lacking.filter((id) => id !== chosen).map((id) => say(`overlay.${id}`))
  return silent.length === 0 ? [known] : [known, { key: 'silent', note: say('overlay.silent', { overlays: list(silent) }), items: [] }]
}

/** One answer for one analysis: a rule may look at every role. */
const lackingIn = onceEach((_: Analysis, org: Org, analysis: Analysis): readonly string[] =>
  overlaysFor(OVERLAYS).flatMap(({ id, lacks }) => (lacks?.(org, analysis) ? [id] : [])),
)
