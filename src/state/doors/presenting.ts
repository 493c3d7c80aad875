// The story on the whole screen: walked step by step, and everything given back as it was.
import { selectDoc, selectStory, selectStoryStep } from '../derived'
import { lookOf } from '../story'
import type { Presenting } from '../types'
import type { Tools } from './tools'

export const presenting = ({ get, set, setView, setSession, settle, look, endTrial }: Tools) => {
  const change = (part: Partial<Presenting>) => {
    const { presenting: now } = get().session
    if (now) setSession({ presenting: { ...now, ...part } })
  }
  const goTo = (to: number, upTo?: number) => {
    const { presenting: now } = get().session
    const story = selectStory(get())
    const step = Math.min(story.length - 1, Math.max(0, to))
    const asked = story[step]
    if (!now || !asked) return
    change({ step, cameFrom: step === now.step ? now.cameFrom : now.step, isBlank: false })
    look(lookOf(asked, upTo))
  }
  return {
    present() {
      const [first] = selectStory(get())
      if (!first || !selectDoc(get()) || get().session.presenting) return
      endTrial()
      const before = get().view
      setView(lookOf(first))
      setSession({
        isFirstVisit: false,
        pointed: -1,
        focused: -1,
        presenting: { step: 0, cameFrom: 0, isBlank: false, areNamesShown: false, before },
      })
      settle()
    },
    /** All is as before. */
    stopPresenting() {
      const { presenting: now } = get().session
      if (!now) return
      set((s) => ({ view: now.before, session: { ...s.session, presenting: null, pointed: -1, focused: -1 } }))
      settle()
    },
    goToStep: (step: number) => goTo(step),
    /** One hand further in a case that is walked, else one step; back the same way. */
    stepStory(by: 1 | -1) {
      const story = selectStory(get())
      const asked = selectStoryStep(get())
      if (!asked) return
      const step = story.indexOf(asked)
      const topic = get().view.trail.at(-1)
      const at = (topic?.kind === 'case' ? (topic.upTo ?? asked.stops - 1) : 0) + by
      if (at >= 0 && at < asked.stops) goTo(step, at)
      else if (step + by >= 0 && step + by < story.length) goTo(step + by, by > 0 ? 0 : Number.POSITIVE_INFINITY)
      else change({ isBlank: false })
    },
    /** The room looks at the speaker. */
    blank: () => change({ isBlank: !get().session.presenting?.isBlank }),
    showNames: () => change({ areNamesShown: !get().session.presenting?.areNamesShown }),
  }
}
