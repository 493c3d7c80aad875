// What every door is made with: the state, its three slices, and what looking around always entails.
import type { StoreApi } from 'zustand/vanilla'
import type { Ports } from '../app'
import { placingFor } from '../derived'
import { makerOf } from '../making'
import { headedFor } from '../turning'
import type { AppState, Notice, Session, View, Workbook } from '../types'

export type Tools = ReturnType<typeof toolsFor>

export function toolsFor(store: StoreApi<AppState>, ports: Ports) {
  const { getState: get, setState: set, subscribe } = store
  const setWorkbook = (part: Partial<Workbook>) => set((s) => ({ workbook: { ...s.workbook, ...part } }))
  const setView = (part: Partial<View>) => set((s) => ({ view: { ...s.view, ...part } }))
  const setSession = (part: Partial<Session>) => set((s) => ({ session: { ...s.session, ...part } }))
  const maker = makerOf({ get, ports, setSession })
  subscribe(({ view }, before) => {
    if (view.overlay !== before.view.overlay) maker.prepare()
  })
  /** The page heads for what the view asks; at once where motion is reduced. */
  const follow = () =>
    maker.whenPlaced(() =>
      set((s) => {
        const wanted = placingFor(s)
        const stand = s.session.isMotionReduced || s.view.isBoth ? { at: wanted, turning: null } : headedFor(s.session.stand, wanted)
        return { session: { ...s.session, stand } }
      }),
    )
  /** What the view asks stands there without a turn. */
  const settle = () => maker.whenPlaced(() => set((s) => ({ session: { ...s.session, stand: { at: placingFor(s), turning: null } } })))
  /** Good news, and what a file was read as, has been heard once the reader goes on. */
  const goOn = () => {
    const { notice } = get().session
    if (notice?.tone === 'good' || notice?.action === 'reread') setSession({ notice: null })
  }
  const look = (part: Partial<View>) => {
    goOn()
    setView(part)
    follow()
  }
  /** What was tried is let go, made or not. */
  const endTrial = () => {
    if (!get().session.trial) return
    setSession({ trial: null })
    maker.tryOut() // nobody waits for it
  }
  const say = (notice: Notice) => setSession({ notice })
  return { get, set, subscribe, ports, maker, setWorkbook, setView, setSession, follow, settle, goOn, look, endTrial, say }
}
