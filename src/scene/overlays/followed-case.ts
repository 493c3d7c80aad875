// One case hand by hand: an ink thread from the customers into the role that meets them, an arrow and a number for each hand-off, and at
// its end a tick, a bar or a question mark. A way between two roles is the same without hours. What stands back is `dimming.ts`.

import { drawArrival } from '../arrival'
import { freeRoomOn } from '../free-room'
import { drawHops } from '../hops'
import { drawEnd, drawOther, drawWayEnd } from '../journey-end'
import { drawListedEnd } from '../listed-stops'
import type { Overlay } from './overlay'

export const overlay: Overlay = {
  id: 'followed-case',
  place: null,
  over: (picture) => {
    const { following } = picture
    if (!following) return []
    if (picture.moment.to.isList) return drawListedEnd(picture, following)
    const room = freeRoomOn(picture)
    return [
      ...drawOther(picture, following, room),
      ...drawArrival(picture, following, room),
      ...drawHops(picture, following, room),
      ...(following.followed.path.kind === 'way' ? drawWayEnd(picture, following, room) : drawEnd(picture, following, room)),
    ]
  },
}
