// Every colour of the picture, light and dark, from mocks/README.md; contrasts there were checked, so change them only with a check.
import type { Colour } from './types'

/** ink: for paper; white cards with dark edges. */
export type ThemeId = 'light' | 'dark' | 'ink'

export interface Theme {
  readonly id: ThemeId
  readonly paper: Colour
  readonly hairline: Colour
  readonly band: Colour
  readonly ink: Colour
  readonly inkSecond: Colour
  readonly customers: { readonly field: Colour; readonly ink: Colour; readonly zone: Colour; readonly hairline: Colour }
  readonly ribbon: { readonly dearest: Colour; readonly other: Colour; readonly edge: Colour }
  readonly front: {
    readonly card: Colour
    readonly edge: Colour
    readonly ink: Colour
    readonly inkSecond: Colour
    readonly near: Colour
    readonly far: Colour
  }
  /** Roles 1, 2, 3 and more steps away from those who meet customers. */
  readonly away: {
    readonly cards: readonly [Colour, Colour, Colour]
    readonly edge: Colour
    readonly ink: Colour
    readonly inkSecond: Colour
    readonly stack: readonly [Colour, Colour]
  }
  /** By rank from the top. */
  readonly rank: {
    readonly cards: readonly [Colour, Colour, Colour, Colour]
    readonly inks: readonly [Colour, Colour, Colour, Colour]
    readonly inksSecond: readonly [Colour, Colour, Colour, Colour]
    readonly edge: Colour
  }
  readonly gauge: {
    readonly solid: Colour
    readonly ground: Colour
    readonly never: Colour
    readonly unknown: Colour
    readonly unknownGround: Colour
  }
  readonly flag: {
    readonly high: Colour
    readonly highInk: Colour
    readonly medium: Colour
    readonly low: Colour
    readonly unknown: Colour
    readonly unknownFill: Colour
    readonly pole: Colour
    readonly cloth: Colour
  }
  readonly line: Colour
  readonly lineFaint: Colour
}

export const LIGHT: Theme = {
  id: 'light',
  paper: '#fbfaf7',
  hairline: '#dedad0',
  band: '#f4f1ea',
  ink: '#1c2430',
  inkSecond: '#525d6b',
  customers: { field: '#f2b33d', ink: '#1c2430', zone: '#fdf5e3', hairline: '#c9c6be' },
  ribbon: { dearest: '#f0b544', other: '#f7d78f', edge: '#fdf5e3' },
  front: { card: '#0e6b6b', edge: '#0e6b6b', ink: '#ffffff', inkSecond: '#d3ece8', near: '#5c9a99', far: '#93bfbd' },
  away: {
    cards: ['#c6d9de', '#dae4ea', '#eaeff3'],
    edge: '#7b8b99',
    ink: '#1c2430',
    inkSecond: '#45505d',
    stack: ['#dfe8ec', '#edf2f4'],
  },
  rank: {
    cards: ['#3a4653', '#98a5b1', '#cfd6dc', '#eceff1'],
    inks: ['#ffffff', '#1c2430', '#1c2430', '#1c2430'],
    inksSecond: ['#dfe4e9', '#28323d', '#45505d', '#45505d'],
    edge: '#7b8b99',
  },
  gauge: { solid: '#0e6b6b', ground: '#cfe3e0', never: '#b3261e', unknown: '#66707c', unknownGround: '#e7e6e2' },
  flag: {
    high: '#b3261e',
    highInk: '#ffffff',
    medium: '#a65300',
    low: '#525d6b',
    unknown: '#66707c',
    unknownFill: '#e7e6e2',
    pole: '#1c2430',
    cloth: '#fbfaf7',
  },
  line: '#6f7f8d',
  lineFaint: '#b9c2ca',
}

export const DARK: Theme = {
  id: 'dark',
  paper: '#14181e',
  hairline: '#2c343e',
  band: '#191e25',
  ink: '#e9e7e2',
  inkSecond: '#a7b0bb',
  customers: { field: '#e9a936', ink: '#1c1503', zone: '#211c16', hairline: '#3c434c' },
  ribbon: { dearest: '#c58a22', other: '#7d5c22', edge: '#211c16' },
  front: { card: '#136f6c', edge: '#136f6c', ink: '#ffffff', inkSecond: '#d9f3ef', near: '#125c5a', far: '#123f40' },
  away: {
    cards: ['#384a57', '#2c3a46', '#232d37'],
    edge: '#738594',
    ink: '#e9e7e2',
    inkSecond: '#b9c4cd',
    stack: ['#2a3742', '#1e262e'],
  },
  rank: {
    cards: ['#5a6875', '#43505c', '#323c46', '#262e37'],
    inks: ['#ffffff', '#ffffff', '#e9e7e2', '#e9e7e2'],
    inksSecond: ['#eef2f5', '#dfe4e9', '#b9c4cd', '#b9c4cd'],
    edge: '#738594',
  },
  gauge: { solid: '#3fb3ac', ground: '#173b3c', never: '#ff8274', unknown: '#9aa4af', unknownGround: '#262d36' },
  flag: {
    high: '#ff8274',
    highInk: '#14181e',
    medium: '#f2a65a',
    low: '#a7b0bb',
    unknown: '#9aa4af',
    unknownFill: '#262d36',
    pole: '#e9e7e2',
    cloth: '#14181e',
  },
  line: '#7d8d9b',
  lineFaint: '#3c4854',
}

export const INK: Theme = {
  ...LIGHT,
  id: 'ink',
  paper: '#ffffff',
  band: '#f7f7f5',
  customers: { field: '#fbe9c4', ink: '#1c2430', zone: '#ffffff', hairline: '#8f8c84' },
  ribbon: { dearest: '#f3cf86', other: '#f7e3bb', edge: '#ffffff' },
  front: { card: '#ffffff', edge: '#0e6b6b', ink: '#0b4f4f', inkSecond: '#45505d', near: '#d5e4e3', far: '#e8f0ef' },
  away: { cards: ['#ffffff', '#ffffff', '#ffffff'], edge: '#7b8b99', ink: '#1c2430', inkSecond: '#45505d', stack: ['#ffffff', '#ffffff'] },
  rank: {
    cards: ['#ffffff', '#ffffff', '#ffffff', '#ffffff'],
    inks: ['#1c2430', '#1c2430', '#1c2430', '#1c2430'],
    inksSecond: ['#45505d', '#45505d', '#45505d', '#45505d'],
    edge: '#5f6d7a',
  },
  flag: { ...LIGHT.flag, cloth: '#ffffff' },
}

const THEMES: Readonly<Record<ThemeId, Theme>> = { light: LIGHT, dark: DARK, ink: INK }

export function themeFor(id: ThemeId): Theme {
  return THEMES[id]
}
