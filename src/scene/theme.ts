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
  /** What an overlay says of a role. */
  readonly reading: {
    /** From the least to the most, each further from the paper. */
    readonly ordered: readonly [Colour, Colour, Colour, Colour, Colour]
    /** Kinds that are not more or less of something; apart in lightness too. */
    readonly apart: readonly [Colour, Colour, Colour, Colour, Colour]
    /** On any of them one of these can be read. */
    readonly inks: readonly [Colour, Colour]
    readonly edge: Colour
    /** Not asked about. */
    readonly quiet: Colour
    readonly kept: Colour
    readonly unknown: { readonly fill: Colour; readonly stripe: Colour }
  }
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
  reading: {
    ordered: ['#d8dff0', '#a9b9df', '#7a90c8', '#4a62a3', '#25366f'],
    apart: ['#c9d8ef', '#3f4f9a', '#b49bd6', '#63738a', '#e9eef0'],
    inks: ['#1c2430', '#ffffff'],
    edge: '#7b8b99',
    quiet: '#fbfaf7',
    kept: '#e9e6df',
    unknown: { fill: '#f1efe9', stripe: '#dcd8cf' },
  },
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
  reading: {
    ordered: ['#222c47', '#384a78', '#5a70a8', '#8da3d6', '#c6d3f2'],
    apart: ['#2c3f66', '#9fb4e8', '#8a63b8', '#cfd6de', '#4f5c6c'],
    inks: ['#14181e', '#ffffff'],
    edge: '#738594',
    quiet: '#14181e',
    kept: '#2a3038',
    unknown: { fill: '#1d232b', stripe: '#353e49' },
  },
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
  reading: {
    ordered: ['#f6f7f8', '#d0d5da', '#aeb5bd', '#8b949d', '#59626c'],
    apart: ['#d0d5da', '#59626c', '#aeb5bd', '#8b949d', '#f6f7f8'],
    inks: ['#1c2430', '#ffffff'],
    edge: '#5f6d7a',
    quiet: '#ffffff',
    kept: '#ffffff',
    unknown: { fill: '#ffffff', stripe: '#e1e4e7' },
  },
}

const THEMES: Readonly<Record<ThemeId, Theme>> = { light: LIGHT, dark: DARK, ink: INK }

export function themeFor(id: ThemeId): Theme {
  return THEMES[id]
}
