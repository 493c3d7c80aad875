// What becomes of the cases each role meets, and nothing else: no flags. On the conventional chart too, where the bar hangs at the foot of
// the card, for there the customers are under everything.
import { drawGauges } from '../gauges'
import { drawLegend } from '../legend'
import type { Overlay } from './overlay'

export const overlay: Overlay = {
  id: 'authority-gauge',
  place: 2,
  isOnBoth: true,
  lacks: ({ contacts }) => contacts.length === 0,
  under: (picture) => drawGauges(picture, true),
  over: (picture) => (picture.following ? [] : drawLegend(picture, false)),
}
