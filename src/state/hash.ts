// How the chart is looked at, in the part of the address that is sent nowhere: `#view=flipped&order=mirror`. Only words of the tables
// below go in and come out, so no id, no name, nothing of a file can stand in a link.
import { OVERLAYS, SHOWN_FIRST } from '../scene/overlays'
import type { View } from './types'

export type Linked = Partial<
  Pick<View, 'orientation' | 'order' | 'overlay' | 'isBoth' | 'isPanelOpen' | 'isPanelOpenBesideBoth' | 'isOutlineOpen' | 'language'>
>

export function hashOf(view: View): string {
  const { orientation, order, isBoth, overlay, isOutlineOpen, language } = view
  const isPanelOpen = isBoth ? view.isPanelOpenBesideBoth : view.isPanelOpen
  return [
    `#view=${isBoth ? 'both' : orientation}`,
    `order=${order}`,
    ...(overlay === SHOWN_FIRST ? [] : [`show=${overlay}`]),
    ...(isPanelOpen === isBoth ? [`panel=${isPanelOpen ? 'open' : 'away'}`] : []), // beside both it is away unless it is asked for
    ...(isOutlineOpen ? ['outline=open'] : []),
    ...(language === 'en' ? [] : [`lang=${language}`]),
  ].join('&')
}

/** What a link asks for. Unknown names and values are as if they were not there. */
export function linkedIn(hash: string): Linked {
  const asked = new URLSearchParams(hash.replace(/^#/, ''))
  const one = <T extends string>(name: string, ...allowed: readonly T[]): T | undefined => allowed.find((word) => word === asked.get(name))
  const view = one('view', 'conventional', 'flipped', 'both')
  const order = one('order', 'mirror', 'distance')
  const panel = one('panel', 'open', 'away')
  const overlay = one('show', ...OVERLAYS)
  const outline = one('outline', 'open', 'away')
  const language = one('lang', 'en', 'pseudo')
  return {
    ...(view ? { isBoth: view === 'both', orientation: view === 'both' ? 'flipped' : view } : {}),
    ...(order ? { order } : {}),
    ...(overlay || view ? { overlay: overlay ?? SHOWN_FIRST } : {}),
    ...(panel || view ? panelOf(view === 'both', panel) : {}),
    ...(outline || view ? { isOutlineOpen: outline === 'open' } : {}),
    ...(language ? { language } : {}),
  }
}

function panelOf(isBoth: boolean, panel: 'open' | 'away' | undefined): Linked {
  return isBoth ? { isPanelOpenBesideBoth: panel === 'open' } : { isPanelOpen: panel !== 'away' }
}
