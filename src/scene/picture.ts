// Everything a part of the picture may ask: what is drawn, at which moment of the turn, in which words and colours, with which pens.
import type { Analysis } from '../analysis/types'
import type { Words } from '../base/words'
import type { Org } from '../model/types'
import type { Dimming } from './dimming'
import type { Facts } from './facts'
import type { Far } from './far/far'
import type { Followed } from './followed'
import type { Following } from './following'
import type { Furniture } from './furniture'
import type { Headline } from './headline'
import type { Hidden, Labels } from './labels'
import type { Medium } from './medium'
import type { Moment } from './moment'
import type { Overlay } from './overlays/overlay'
import type { Pen } from './pen'
import type { Worn } from './readings/worn'
import type { Theme } from './theme'
import type { View } from './types'

export interface Picture {
  readonly org: Org
  readonly analysis: Analysis
  readonly facts: Facts
  readonly hidden: Hidden
  /** Said in place of the chart's own two sentences. */
  readonly headline?: Headline
  /** Told by the headline, also in a turn. */
  readonly followed?: Followed
  /** What is followed on a chart at rest; null = nothing. */
  readonly following: Following | null
  /** What the reader chose to see. */
  readonly overlays: readonly Overlay[]
  /** What one of them says of each role, as boxes wear it; null where none does. */
  readonly worn: Worn | null
  readonly dimming: Dimming
  readonly labels: Labels
  readonly theme: Theme
  readonly words: Words
  readonly medium: Medium
  /** Of each box its name, its bar and its worst flag. */
  readonly isBrief: boolean
  readonly moment: Moment
  readonly view: View
  readonly furniture: Furniture
  /** Chart units to the page. */
  readonly chart: Pen
  /** The page itself. */
  readonly page: Pen
  /** Roles drawn one by one, from the back to the front; from far away none. */
  readonly roles: readonly number[]
  /** null where boxes are cards. */
  readonly far: Far | null
}

/** What is known before it is said how far away it is looked at from. */
export type Ground = Omit<Picture, 'far'>
