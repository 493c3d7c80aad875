import type { Words } from '../../base/words'
import type { Hands } from './cards'

export function sayHands(hands: Hands | null, words: Words): string {
  if (!hands) return ''
  if (hands.most === null) return words.say('page.hands.none')
  return words.say(hands.fewest === hands.most ? 'page.hands.exactly' : 'page.hands.upTo', { count: hands.most })
}
