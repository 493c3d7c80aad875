// Colours as people see them who see fewer: Machado, Oliveira, Fernandes 2009, severity 1, in linear light; and how far apart two are, in Lab.
import type { Colour } from '../../src/scene/types'

type Triple = readonly [number, number, number]

export const SIGHTS: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grey: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
}

/** 0 black … 100 white. */
export const lightness = (colour: Colour): number => labOf(colour, SIGHTS.grey as (typeof SIGHTS)[string])[0]

export function apart(a: Colour, b: Colour, sight: string): number {
  const [one, other] = [a, b].map((colour) => labOf(colour, SIGHTS[sight] as (typeof SIGHTS)[string])) as [Triple, Triple]
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
}

function labOf(colour: Colour, sight: readonly [Triple, Triple, Triple]): Triple {
  const light = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  const [r, g, b] = sight.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, share, i) => sum + share * (light[i] as number), 0),
      ),
    ),
  ) as [number, number, number]
  const x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = root(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const linear = (s: number) => (s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4)
const root = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
