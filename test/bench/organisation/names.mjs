// @ts-check
// Names of people who do not exist: 120 first names with as many family names as their parts can make, in no order.
const starts = ['Al', 'Be', 'Ca', 'Da', 'El', 'Fi', 'Gu', 'Ha', 'Il', 'Jo', 'Ka', 'Li', 'Ma', 'No', 'Or', 'Pe', 'Ra', 'Si', 'To', 'Ve']
const ends = ['na', 'rik', 'mo', 'ra', 'sha', 'ven']
const roots = [
  'Berg',
  'Stone',
  'Hal',
  'Win',
  'Ash',
  'Dun',
  'Fern',
  'Ker',
  'Lang',
  'Mar',
  'Nor',
  'Os',
  'Pen',
  'Quar',
  'Rip',
  'Sel',
  'Thor',
  'Ul',
]
const middles = ['ing', 'er', 'low', 'en', 'a', 'wick', 'mer', 'ley', 'o', 'bri', 'der', 'har']
const tails = [
  'ton',
  'son',
  'feld',
  'man',
  'dal',
  'sen',
  'ford',
  'by',
  'gate',
  'stad',
  'well',
  'ova',
  'mont',
  'brook',
  'quist',
  'land',
  'berg',
  'ski',
]

/** Always the same for the same number. @param {number} i */
export function nameOf(i) {
  const mixed = Math.imul(i + 1, 0x9e3779b1) >>> 0
  const pick = (/** @type {readonly string[]} */ list, /** @type {number} */ shift) => list[(mixed >>> shift) % list.length]
  return `${pick(starts, 0)}${pick(ends, 5)} ${pick(roots, 9)}${pick(middles, 14)}${pick(tails, 19)}`
}
