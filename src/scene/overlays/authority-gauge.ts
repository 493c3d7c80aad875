// What becomes of the cases each role meets, and nothing else: no flags. On the conventional chart too, where the bar hangs at the foot of
// the card, for there the customers are under everything.
import { drawGauges } from '../gauges'
import { headlineOf } from '../headline'
import { drawLegend } from '../legend'
import type { Overlay } from './overlay'

export const overlay: Overlay = {
  id: 'authority-gauge',
  place: 2,
  isOnBoth: true,
  lacks: ({ contacts }) => contacts.length === 0,
  headline: (said, orientation) => (orientation === 'conventional' ? headlineOf({ ...said, overlays: [] }, 'flipped') : null),
  under: (picture) => drawGauges(picture, true),
  over: (picture) => (picture.following ? [] : drawLegend(picture, false)),
}
