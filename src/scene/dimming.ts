// What stands back while one thing is followed. A colour function and no list of roles, so that a picture of thousands costs what its
// page does.
import { ribbonsTo } from '../layout/ribbon'
import type { Ribbon } from '../layout/types'
import type { Following } from './following'
import type { Look } from './looks'
import type { Medium } from './medium'
import { mix } from './mix'
import type { Moment } from './moment'
import type { Theme } from './theme'

/** Shares of the ground in a colour: 0 = as it is. */
export interface Dimming {
  readonly ofRole: (role: number) => number
  readonly ofSegment: (segment: number) => number
  readonly ofRibbon: (ribbon: Ribbon) => number
  readonly ofLines: number
  /** Borders of boxes go back as far as their boxes; on a slide lines of all kinds keep their contrast (slide-safe.json). */
  readonly keepsLines: boolean
}

/** Of what is not followed (mocks/README.md), and of stops that are still to come. */
export const BACK = 0.78
const TO_COME = 0.5
const LINES = 0.5

export const NOTHING_DIMMED: Dimming = { ofRole: () => 0, ofSegment: () => 0, ofRibbon: () => 0, ofLines: 0, keepsLines: true }

export function dimmingOf(following: Following | null, medium: Medium): Dimming {
  if (!following) return NOTHING_DIMMED
  const { boxes, firstAt, reached, segments } = following
  return {
    ofRole: (role) => {
      const stop = firstAt.get(role)
      return stop === undefined ? BACK : stop > reached ? TO_COME : 0
    },
    ofSegment: (segment) => (segments.has(segment) ? 0 : BACK),
    ofRibbon: ({ role, segment }) => (role === boxes[0] && segments.has(segment) ? 0 : BACK),
    ofLines: medium === 'slide' ? 0 : LINES,
    keepsLines: medium === 'slide',
  }
}

/** One box, the customers it meets and what they bring it; nothing stands back while the chart turns. */
export function spotlightOn(role: number, { to, isTurning }: Moment): Dimming {
  const box = to.boxOf[role]
  if (box === undefined || isTurning) return NOTHING_DIMMED
  const segments = new Set(ribbonsTo(to, box).map(({ segment }) => segment))
  return {
    ofRole: (one) => (one === box ? 0 : BACK),
    ofSegment: (segment) => (segments.has(segment) || to.ribbons.length === 0 ? 0 : BACK), // a list pours nothing
    ofRibbon: (ribbon) => (ribbon.role === box ? 0 : BACK),
    ofLines: LINES,
    keepsLines: false,
  }
}

/** Its words stay dark enough to be read. */
export function dimmedLook(look: Look, theme: Theme, by: number, keepsLines: boolean): Look {
  if (by <= 0) return look
  const back = (colour: Look['fill']) => mix(colour, theme.paper, by)
  const ink = by >= BACK ? theme.inkSecond : theme.ink
  // A card without a border has none afterwards.
  const hasBorder = look.edge !== look.fill
  return {
    fill: back(look.fill),
    edge: hasBorder && keepsLines ? look.edge : back(look.edge),
    ink,
    second: ink,
    near: back(look.near),
    far: back(look.far),
  }
}
