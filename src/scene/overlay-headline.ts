// What an overlay says over the chart, once: a sentence may look at every role, and a frame asks for it several times.
import type { Analysis } from '../analysis/types'
import { once } from '../base/memo'
import type { Orientation } from '../layout/types'
import type { Org } from '../model/types'
import type { Headline, Said } from './headline'
import type { Overlay } from './overlays/overlay'

/** Of the first that has something to say; one that lacks what it could show says so, and what would settle it. */
export function overlayHeadline(said: Said, orientation: Orientation): Headline | null {
  const { org, analysis, words, medium, hidden = {}, overlays = [] } = said
  const known = knownOf(org)(analysis)
  for (const overlay of overlays) {
    const key = [overlay.id, orientation, words.language, medium, hidden.names === true, hidden.pay === true].join()
    let told = known.get(key)
    if (told === undefined) known.set(key, (told = headlineFrom(overlay, said, orientation)))
    if (told) return told
  }
  return null
}

const knownOf = once((_org: Org) => once((_analysis: Analysis) => new Map<string, Headline | null>()))

function headlineFrom({ id, lacks, headline }: Overlay, said: Said, orientation: Orientation): Headline | null {
  const { org, analysis, words } = said
  if (!lacks?.(org, analysis)) return headline?.(said, orientation) ?? null
  return { first: words.say('overlay.lacking', { overlay: words.say(`overlay.${id}`) }), second: words.say(`overlay.lacks.${id}`) }
}
