// What is said of a place for those who do not see it, and beside the pointer.
import { expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { wordsFor } from '../../src/i18n/words'
import { placeOrg } from '../../src/layout/place'
import { roleAt } from '../../src/model/roles'
import { fitChart } from '../../src/scene/furniture'
import { sayPlace, tipFor } from '../../src/ui/chart/saying'
import { type Scenery, sceneOf } from '../../src/ui/chart/scenery'
import { pinfold } from '../gallery/org'
import { DISTANCE } from '../gallery/scenes'

const org = pinfold()
const analysis = analyse(org)
const words = wordsFor('en')
const layout = placeOrg(org, DISTANCE)
const turn = { from: layout, to: layout, t: 1 }
const agent = roleAt(org, 'agent') as number

function showing(overlay: string, more: Partial<Scenery> = {}): Scenery {
  const quiet = { selected: -1, pointed: -1, focused: -1, selectedSegment: -1, opened: 1, isMoving: false, magnified: 1, fades: false }
  const today = { org, analysis, followed: null }
  return { ...today, today, turn, theme: 'light', words, tried: null, key: '', overlay, ...quiet, ...more }
}

test('what an overlay tells of a role is said at its place, in words', () => {
  const said = (overlay: string, id: string, more?: Partial<Scenery>) =>
    sayPlace(showing(overlay, more), { kind: 'role', role: roleAt(org, id) as number })
  expect(said('workload', 'agent')).toContain('Workload: 115\u00a0% of full')
  expect(said('priorities', 'cash-s')).toContain('Agreed priorities: not known')
  expect(said('pay', 'ceo')).toContain('Pay: kept back')
  expect(said('pay', 'agent', { hidden: { pay: true } })).toContain('Pay: kept back')
  expect(said('findings', 'agent')).not.toContain(': ')
  expect(said('span', 'agent')).not.toContain('Span')
})

test('beside the pointer it stands where the box is too small for it', () => {
  const scenery = showing('workload')
  const page = { width: 420, height: 300 }
  const view = { ...fitChart({ org, analysis, words, medium: 'screen' }, layout, page).view, kx: 0.05 }
  const tip = tipFor({ kind: 'role', role: agent }, { scene: sceneOf(scenery, view) } as Parameters<typeof tipFor>[1], scenery)
  expect(tip).toEqual({ title: 'Care agent', lines: ['Customer care · 8 people', 'Workload: 115\u00a0% of full'] })
})
