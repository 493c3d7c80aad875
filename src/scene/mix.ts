// Fading without opacity, which slide programs apply twice, drop or turn into pixels: a colour is mixed with what lies below it.
import type { Colour } from './types'

/** `a` at 0, `b` at 1; in sRGB, as a browser blends opacity. */
export function mix(a: Colour, b: Colour, share: number): Colour {
  if (share <= 0 || a === b) return a
  if (share >= 1) return b
  const from = Number.parseInt(a.slice(1), 16)
  const to = Number.parseInt(b.slice(1), 16)
  let out = 0
  for (const shift of [16, 8, 0]) {
    const low = (from >> shift) & 255
    const high = (to >> shift) & 255
    out |= Math.round(low + (high - low) * share) << shift
  }
  return `#${out.toString(16).padStart(6, '0')}`
}

/** `top` as seen with this share of itself over `below`. */
export function over(top: Colour, below: Colour, share: number): Colour {
  return mix(below, top, share)
}
