// Every length of a placed chart, in chart units (1 = 1 CSS px at zoom 1), as measured in design/mocks.

export interface CardSize {
  readonly width: number
  readonly height: number
  /** Air to the next box of the row; half of it counts on either side. */
  readonly gap: number
}
export interface Sizes {
  /** Every box of the conventional chart, and those of the mirror that do not meet customers. */
  readonly plain: CardSize
  /** By distance: gauge 11, gap 3, body 92 are all inside the height. */
  readonly front: CardSize
  readonly other: CardSize
  /** Between the rows: conventional, flipped. */
  readonly rowGap: { readonly conventional: number; readonly flipped: number }
  /** The two card edges behind a stack reach this far to the right and below. */
  readonly stackEdges: number
  readonly grid: {
    readonly lineGap: number
    /** Between two columns that share a rail, and between two that do not. */
    readonly railGap: number
    readonly columnGap: number
    /** Leaves of one manager stay in a row up to this many. */
    readonly longestRow: number
    readonly mostLines: number
    /** On a page of several blocks, where nothing is poured: no higher than so many lines while it is no wider than so many columns. */
    readonly ofPage?: { readonly lines: number; readonly columns: number }
  }
  /** From the middle of a box to its second and third port. */
  readonly port: number
  /** Between two buses in one gap. */
  readonly track: number
  readonly field: {
    readonly height: number
    readonly ribbons: number
    /** Where nobody is known to meet customers nothing pours. */
    readonly noRibbons: number
    readonly segmentGap: number
    readonly narrowestSegment: number
    readonly narrowest: number
  }
  readonly hairline: { readonly above: number; readonly height: number; readonly caption: number }
  readonly ribbon: { readonly perContact: number; readonly thinnest: number; readonly gap: number; readonly inset: number }
  /** Bands: above the first row, below the last. */
  readonly band: { readonly first: number; readonly last: number }
}

export const SIZES: Sizes = {
  plain: { width: 168, height: 62, gap: 13 },
  front: { width: 216, height: 106, gap: 31 },
  other: { width: 172, height: 56, gap: 24 },
  rowGap: { conventional: 95, flipped: 66 },
  stackEdges: 10,
  grid: { lineGap: 18, railGap: 36, columnGap: 13, longestRow: 6, mostLines: 12 },
  port: 40,
  track: 14,
  field: { height: 94, ribbons: 112, noRibbons: 48, segmentGap: 4, narrowestSegment: 150, narrowest: 640 },
  hairline: { above: 68, height: 5, caption: 30 },
  ribbon: { perContact: 0.34, thinnest: 3, gap: 4, inset: 7 },
  band: { first: 12, last: 28 },
}

/** As in design/mocks/present.png: gaps as high as a number and its hours need, ribbons as two flags. */
export const TIGHT: Sizes = {
  ...SIZES,
  rowGap: { conventional: 52, flipped: 46 },
  field: { ...SIZES.field, ribbons: 94 },
  hairline: { ...SIZES.hairline, above: 48 },
}
