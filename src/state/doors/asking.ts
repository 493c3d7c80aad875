// What the reader asks about: the trail of topics in the panel, which the chart rings and follows.
import type { RoleId } from '../../model/types'
import { selectIsFlipping, selectTopic } from '../derived'
import type { Topic } from '../types'
import type { Tools } from './tools'

/** Further back nobody goes. */
const LONGEST_TRAIL = 20

export const asking = ({ get, setView, setSession, goOn, endTrial }: Tools) => {
  const lead = (trail: readonly Topic[]) => {
    goOn()
    endTrial() // it belongs to what was told
    setView({ trail: trail.slice(-LONGEST_TRAIL) })
    if (trail.length > 0 && !selectIsFlipping(get())) setSession({ isFirstVisit: false })
  }
  return {
    /** Begins a new trail: something was pointed at on the chart, in the outline, in the search. */
    tell: (topic: Topic | null) => lead(topic ? [topic] : []),
    /** One step further from what the panel tells: a link in it was followed. Back is one step away. */
    ask: (topic: Topic) => lead([...get().view.trail, topic]),
    /** The same question put differently: another stop of a walk, the other way. */
    rephrase(topic: Topic) {
      endTrial()
      setView({ trail: [...get().view.trail.slice(0, -1), topic] })
    },
    back: () => lead(get().view.trail.slice(0, -1)),
    /** Role by role; null lets go of everything. */
    select: (role: RoleId | null) => lead(role === null ? [] : [{ kind: 'role', role }]),
    /** Steps along a followed case, and stays at its first and its last stop. */
    stepCase(by: 1 | -1, stops: number) {
      const topic = selectTopic(get())
      if (topic?.kind !== 'case') return
      const at = topic.upTo ?? (by > 0 ? -1 : stops)
      const upTo = Math.max(0, Math.min(stops - 1, at + by))
      endTrial() // the line that is stepped along is today's
      setView({ trail: [...get().view.trail.slice(0, -1), { ...topic, upTo }] })
    },
    /** Escape: what is tried is let go first, then what the page says, then one topic after the other. */
    letGo() {
      if (get().session.trial) endTrial()
      else if (get().session.notice) setSession({ notice: null })
      else lead(get().view.trail.slice(0, -1))
    },
    point: (role: number) => {
      if (get().session.pointed !== role) setSession({ pointed: role })
    },
    /** Where the keyboard is on the chart or in the outline; -1 = elsewhere. */
    focusOn: (role: number) => {
      if (get().session.focused !== role) setSession({ focused: role })
    },
  }
}
