// What a step is called and what it says, for those who do not see the picture.
import { followCase } from '../../analysis/follow'
import { roleName } from '../../i18n/sentences'
import { selectOrg, selectStory, selectStoryStep, selectTopic } from '../../state/derived'
import type { AppState } from '../../state/types'
import { selectWords } from '../app/context'
import { selectHeadlines } from './headlines'
import { namelessOf } from './nameless'

export function selectSaid(state: AppState): string {
  const { presenting } = state.session
  const { say } = selectWords(state)
  const step = selectStoryStep(state)
  const headline = presenting && selectHeadlines(state)?.of[presenting.step]
  if (!presenting || !step || !headline) return ''
  if (presenting.isBlank) return say('page.present.blank')
  const of = selectStory(state).length
  const said = say('page.present.says', { step: presenting.step + 1, of, name: say(`page.present.step.${step.name}`), ...headline })
  const hand = sayHand(state)
  return hand && hand.place > 1 ? hand.text : hand ? `${said} ${hand.text}` : said
}

/** Whose hand the case is in. */
function sayHand(state: AppState): { readonly place: number; readonly text: string } | null {
  const topic = selectTopic(state)
  const org = selectOrg(state)
  if (!org || topic?.kind !== 'case') return null
  const stops = followCase(org, topic.of, topic.by)?.stops ?? []
  const place = (topic.upTo ?? stops.length - 1) + 1
  const stop = stops[place - 1]
  if (!stop) return null
  const words = selectWords(state)
  const said = state.session.presenting?.areNamesShown ? org : namelessOf(org, words)
  const hours = stop.hours ? words.hours(stop.hours) : ''
  return { place, text: words.say('page.present.hand', { role: roleName(said, stop.role), place, of: stops.length, hours }) }
}
