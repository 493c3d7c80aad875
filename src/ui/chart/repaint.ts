// Whether a frame has to be painted again. Pointing and walking move rings, which lie on a canvas of their own; the picture under them is
// the same, and large ones take a while.
import type { View } from '../../scene/types'
import type { Scenery } from './scenery'

/** What no mark of the picture is drawn from; everything else is compared, whatever is added. */
const NOT_DRAWN: ReadonlySet<string> = new Set<keyof Scenery>([
  'selected',
  'pointed',
  'focused',
  'selectedSegment',
  'key',
  'opened',
  'fades',
  'tallest',
  'tried',
  'today',
])

export interface Painted {
  readonly scenery: Scenery
  readonly view: View
}

export function isSamePicture(a: Painted | null, b: Painted): boolean {
  return a !== null && areAlike(a.view, b.view) && areAlike(a.scenery, b.scenery, NOT_DRAWN, 1)
}

/** Values of plain objects are compared one by one as deep as told: a turn is made anew each time, its layouts are not. */
function areAlike(a: object, b: object, without: ReadonlySet<string> = new Set(), deeper = 0): boolean {
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [x, y]: readonly unknown[] = [a[key as never], b[key as never]]
    if (without.has(key) || Object.is(x, y)) continue
    if (deeper === 0 || !isPlain(x) || !isPlain(y) || !areAlike(x, y, without, deeper - 1)) return false
  }
  return true
}
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
