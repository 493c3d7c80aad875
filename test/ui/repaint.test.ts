import { expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { wordsFor } from '../../src/i18n/words'
import { placeOrg } from '../../src/layout/place'
import { isSamePicture, type Painted } from '../../src/ui/chart/repaint'
import { pinfold } from '../gallery/org'
import { CONVENTIONAL, DISTANCE } from '../gallery/scenes'

const org = pinfold()
const analysis = analyse(org)
const layout = placeOrg(org, DISTANCE)
const painted: Painted = {
  view: { kx: 1, ky: 1, x: 0, y: 0, width: 800, height: 600 },
  scenery: {
    org,
    analysis,
    turn: { from: layout, to: layout, t: 1 },
    theme: 'light',
    words: wordsFor('en'),
    selected: -1,
    pointed: -1,
    focused: -1,
    selectedSegment: -1,
    followed: null,
    tried: null,
    today: { org, analysis, followed: null },
    overlay: 'findings',
    key: '',
    opened: 1,
    isMoving: false,
    magnified: 1,
    fades: false,
    hidden: { names: true },
  },
}
const but = (change: Partial<Painted['scenery']>): Painted => ({ ...painted, scenery: { ...painted.scenery, ...change } })

test('pointing, walking and choosing leave the picture as it is', () => {
  expect(isSamePicture(painted, but({ pointed: 3, focused: 4, selected: 5, selectedSegment: 1 }))).toBe(true)
  expect(isSamePicture(painted, but({ turn: { ...painted.scenery.turn }, hidden: { names: true } }))).toBe(true)
})

test('everything else is painted again', () => {
  expect(isSamePicture(null, painted)).toBe(false)
  expect(isSamePicture(painted, { ...painted, view: { ...painted.view, x: 1 } })).toBe(false)
  expect(isSamePicture(painted, but({ theme: 'dark' }))).toBe(false)
  expect(isSamePicture(painted, but({ turn: { from: layout, to: layout, t: 0.5 } }))).toBe(false)
  expect(isSamePicture(painted, but({ turn: { from: layout, to: placeOrg(org, CONVENTIONAL), t: 1 } }))).toBe(false)
  expect(isSamePicture(painted, but({ hidden: { names: false } }))).toBe(false)
  expect(isSamePicture(painted, but({ analysis: analyse(pinfold()) }))).toBe(false)
  expect(isSamePicture(painted, but({ headline: { first: 'a', second: 'b' } }))).toBe(false)
  expect(isSamePicture(painted, but({ addedLater: 1 } as never))).toBe(false)
})
