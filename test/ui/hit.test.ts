// Whatever is drawn can be met where it was drawn.

import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import type { Box } from '../../src/base/geometry'
import { wordsFor } from '../../src/i18n/words'
import { placeOrg } from '../../src/layout/place'
import type { Placing } from '../../src/layout/types'
import { idOf, roleAt } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { buildScene } from '../../src/scene/build'
import { boundsOf } from '../../src/scene/cut'
import { sightOf } from '../../src/scene/far/sight'
import { fitChart } from '../../src/scene/furniture'
import { LIGHT } from '../../src/scene/theme'
import type { GroupMark, Scene, View } from '../../src/scene/types'
import { type Drawn, hitAt, isSame } from '../../src/ui/chart/hit'
import { pinfold, sample } from '../gallery/org'
import { CONVENTIONAL, DISTANCE, MIRROR } from '../gallery/scenes'

const words = wordsFor('en')
function drawnOf(org: Org, placing: Placing, look: (fit: View) => View = (fit) => fit, page = { width: 1140, height: 800 }): Drawn {
  const analysis = analyse(org)
  const layout = placeOrg(org, placing)
  const { view: fit, furniture } = fitChart({ org, analysis, words, medium: 'screen' }, layout, page)
  const view = look(fit)
  const scene = buildScene({ org, analysis, chart: layout, theme: LIGHT, words, view, medium: 'screen' })
  return { scene, org, layout, view, top: furniture.top, left: furniture.left - 8 }
}
const groups = ({ marks }: Scene, prefix: string) => marks.filter((m): m is GroupMark => m.kind === 'group' && m.key.startsWith(prefix))
const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 })
const isSeen = ({ top, left }: Drawn, group: GroupMark) => {
  const { x, y } = middle(boundsOf(group))
  return y > top && x > left
}
const meets = (drawn: Drawn, box: Box) => hitAt(drawn, middle(box)).hit

const org = pinfold()
const role = (id: string) => roleAt(org, id as never) as number
const closer = (fit: View): View => ({ ...fit, kx: fit.kx * 1.7, ky: fit.ky * 1.7, x: -300, y: -40 })

describe.each([
  ['at the fit', (fit: View) => fit],
  ['closer', closer],
])('%s', (_, look) => {
  test.each([
    ['conventional', CONVENTIONAL],
    ['mirror', MIRROR],
    ['by distance', DISTANCE],
  ])('%s: every box is met in its middle', (_, placing) => {
    const drawn = drawnOf(org, placing, look)
    const seen = groups(drawn.scene, 'role-').filter((group) => isSeen(drawn, group))
    expect(seen.length).toBeGreaterThan(3)
    for (const group of seen) {
      const met = meets(drawn, boundsOf(group))
      expect(met.kind === 'role' && `role-${idOf(org, met.role)}`).toBe(group.key)
    }
  })

  test('flags belong to the role whose pole they fly on', () => {
    const drawn = drawnOf(org, DISTANCE, look)
    const flown = groups(drawn.scene, 'flags-').filter((group) => isSeen(drawn, group))
    expect(flown.length).toBeGreaterThan(1)
    for (const group of flown) {
      const met = meets(drawn, boundsOf(group))
      expect(met.kind === 'flags' && `flags-${idOf(org, met.role)}`).toBe(group.key)
    }
  })
})

test('customers are met in their field, and on the hairline with some room around it', () => {
  const field = drawnOf(org, DISTANCE)
  for (const group of groups(field.scene, 'segment-')) {
    const met = meets(field, boundsOf(group))
    expect(met.kind === 'segment' && `segment-${org.doc.segments?.[met.segment]?.id}`).toBe(group.key)
  }
  const conventional = drawnOf(org, CONVENTIONAL)
  const line = boundsOf(groups(conventional.scene, 'segment-')[0] as GroupMark)
  expect(line.height).toBeLessThan(8)
  expect(hitAt(conventional, { x: line.x + 20, y: line.y - 4 }).hit.kind).toBe('segment')
  expect(hitAt(conventional, { x: line.x + 20, y: line.y - 14 }).hit.kind).toBe('paper')
})

test('customers without segments are asked how many cases they bring', () => {
  const whole = drawnOf(
    pinfold((json) => delete json.segments),
    DISTANCE,
  )
  expect(meets(whole, boundsOf(groups(whole.scene, 'segment-')[0] as GroupMark))).toEqual({ kind: 'figure', figure: 'contacts' })
  const none = drawnOf(sample('people-only'), DISTANCE)
  expect(meets(none, boundsOf(groups(none.scene, 'segment-unknown')[0] as GroupMark)).kind).toBe('paper')
})

test('each number of the legend has its reason', () => {
  const drawn = drawnOf(org, DISTANCE)
  const legend = groups(drawn.scene, 'legend')[0] as GroupMark
  const said = (text: string) => meets(drawn, boundsOf(legend.marks.find((mark) => mark.kind === 'text' && mark.text.includes(text))!))
  expect(said('336')).toEqual({ kind: 'figure', figure: 'settled' })
  expect(said('214')).toEqual({ kind: 'figure', figure: 'afterHandOffs' })
  expect(said('50')).toEqual({ kind: 'figure', figure: 'deadEnds' })
  expect(said('never')).toEqual({ kind: 'figure', figure: 'deadEnds' })
  expect(said('All 600')).toEqual({ kind: 'figure', figure: 'contacts' })
  expect(said('medium').kind).toBe('paper')
})

test('a legend whose numbers are not known still has its reasons', () => {
  const drawn = drawnOf(
    pinfold((json) => delete json.grants),
    DISTANCE,
  )
  const legend = groups(drawn.scene, 'legend')[0] as GroupMark
  const caption = legend.marks.find((mark) => mark.kind === 'text' && mark.text.includes('after hand-offs'))!
  expect(meets(drawn, boundsOf(caption))).toEqual({ kind: 'figure', figure: 'afterHandOffs' })
})

test('what has gone under the headline, or under the names of the bands, is not met', () => {
  const drawn = drawnOf(org, DISTANCE, (fit) => ({ ...fit, y: fit.y - 60 }))
  const under = { x: 400, y: drawn.top - 10 }
  expect(hitAt({ ...drawn, top: 0 }, under).hit.kind).toBe('segment')
  expect(hitAt(drawn, under).hit.kind).toBe('paper')
  const aside = drawnOf(org, DISTANCE, (fit) => ({ ...fit, x: fit.x - 100 }))
  const beside = { x: 60, y: aside.top + 40 }
  expect(hitAt({ ...aside, left: 0 }, beside).hit.kind).toBe('segment')
  expect(hitAt(aside, beside).hit.kind).toBe('paper')
})

test('a block of the far view is met though it has no mark of its own', () => {
  const drawn = drawnOf(org, DISTANCE, (fit) => ({ ...fit, kx: fit.kx / 20, ky: fit.ky / 20 }))
  expect(groups(drawn.scene, 'role-')).toEqual([])
  const { layout, view } = drawn
  const at = role('agent')
  const slab = sightOf(layout, org.structure, view)?.boxOf(at) as Box
  expect(hitAt({ ...drawn, top: 0, left: 0 }, middle(slab))).toMatchObject({ hit: { kind: 'role', role: at } })
})

test('two hits are the same where they speak of the same', () => {
  expect(isSame({ kind: 'role', role: 1 }, { kind: 'role', role: 1 })).toBe(true)
  expect(isSame({ kind: 'role', role: 1 }, { kind: 'flags', role: 1 })).toBe(false)
  expect(isSame({ kind: 'segment', segment: 1 }, { kind: 'segment', segment: 2 })).toBe(false)
  expect(isSame({ kind: 'figure', figure: 'settled' }, { kind: 'figure', figure: 'deadEnds' })).toBe(false)
  expect(isSame({ kind: 'paper' }, { kind: 'paper' })).toBe(true)
})
