// The chart as the reader wants it, and the hand on a turn under way.
import type { FlipOrder, Orientation, Placing } from '../../layout/types'
import { isPlaced, placingFor, selectIsFlipping } from '../derived'
import { boundFor, scrubbed, stepped } from '../turning'
import type { AppState } from '../types'
import type { Tools } from './tools'

export const turning = ({ get, set, look, follow, setSession }: Tools) => ({
  show: (orientation: Orientation) => look({ orientation, isBoth: false }),
  showBoth: () => look({ isBoth: true, orientation: 'flipped' }),
  flip: () => look({ orientation: opposite(get().view.orientation), isBoth: false }),
  setOrder: (order: FlipOrder) => look({ order }),

  /** The clock's door: `ms` have passed. */
  step: (ms: number) => set((s) => ({ session: { ...s.session, stand: stepped(s.session.stand, wantedBy(s), ms) } })),
  scrub(t: number) {
    set((s) => ({ session: { ...s.session, stand: scrubbed(s.session.stand, t) } }))
  },
  /** The hand lets go: in between it stays stopped, at an end the turn is over and the view says so. */
  release() {
    const { turning } = get().session.stand
    if (!turning || (turning.t > 0 && turning.t < 1)) return
    const at = turning.t <= 0 ? turning.from : turning.to
    setSession({ stand: { at, turning: null } })
    look({ orientation: at.orientation, order: at.order })
  },
  /** Space: stops a turn, and lets a stopped one go on to where it was bound. */
  holdOrGo() {
    const { stand } = get().session
    if (!stand.turning || !selectIsFlipping(get())) return
    if (stand.turning.heading === 'stopped') follow()
    else setSession({ stand: { ...stand, turning: { ...stand.turning, heading: 'stopped' } } })
  },
})

const opposite = (orientation: Orientation): Orientation => (orientation === 'flipped' ? 'conventional' : 'flipped')

/** What the view asks, once that chart is there; until then the page goes where it was bound. */
function wantedBy(state: AppState): Placing {
  const wanted = placingFor(state)
  return isPlaced(state, wanted) ? wanted : boundFor(state.session.stand)
}
