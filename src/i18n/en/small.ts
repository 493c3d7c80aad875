import type { Words } from '../../base/words'

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Up to ten in words. */
export function small(count: number, words: Words): string {
  return SMALL[count] ?? words.number(count)
}
