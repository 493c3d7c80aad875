import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { cellAt } from '../../src/base/table'
import { wordsFor } from '../../src/i18n/words'
import { readFile } from '../../src/import/read'
import { placeOrg } from '../../src/layout/place'
import { buildOrg } from '../../src/model/build'
import { idsOf } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { buildScene } from '../../src/scene/build'
import { fitChart } from '../../src/scene/furniture'
import type { Hidden } from '../../src/scene/labels'
import { LIGHT } from '../../src/scene/theme'
import type { Mark, Scene } from '../../src/scene/types'
import { CONVENTIONAL, DISTANCE } from '../gallery/scenes'
import { pinfold } from '../organisations'

const files = readdirSync('fixtures').filter(
  (name) => statSync(`fixtures/${name}`).isFile() && !name.endsWith('.md') && !name.includes('grants-only'),
)

function orgIn(name: string): Org {
  const { draft } = readFile(name, readFileSync(`fixtures/${name}`))
  const { org } = buildOrg(draft ? [draft] : [])
  if (!org) throw new Error(`${name} holds no organisation`)
  return org
}
function drawn(org: Org, placing: typeof DISTANCE, hidden: Hidden): Scene {
  const analysis = analyse(org)
  const chart = placeOrg(org, placing)
  const words = wordsFor('en')
  const { view } = fitChart({ org, analysis, words, medium: 'screen' }, chart, { width: 2400, height: 1600 })
  return buildScene({ org, analysis, chart, theme: LIGHT, words, view, medium: 'screen', hidden })
}
const said = (scene: Scene) => scene.marks.flatMap(wordsOf)
const wordsOf = (mark: Mark): string[] =>
  mark.kind === 'text' ? [mark.text] : mark.kind === 'group' ? [mark.title ?? '', ...mark.marks.flatMap(wordsOf)] : []

describe('names kept from the room', () => {
  test.each(files)('are nowhere in the picture of %s', (name) => {
    const org = orgIn(name)
    const { people, roles } = org.doc
    const titles = new Set(idsOf(org).map((_, i) => cellAt(roles, 'title', i)))
    const units = new Set(org.doc.units.map((unit) => unit.name))
    const names = people ? Array.from({ length: people.length }, (_, i) => cellAt(people, 'name', i)) : []
    for (const placing of [CONVENTIONAL, DISTANCE]) {
      const texts = said(drawn(org, placing, { names: true }))
      for (const one of names)
        if (one && !titles.has(one) && !units.has(one)) expect(texts.filter((text) => text.includes(one))).toEqual([])
    }
  })
  test('stand there as long as nobody asks', () => {
    const org = orgIn('own-people.json')
    const person = org.doc.people && cellAt(org.doc.people, 'name', 0)
    expect(said(drawn(org, CONVENTIONAL, {})).some((text) => text.includes(person as string))).toBe(true)
  })
})

test('the customers can be left off the conventional chart until the room has looked for them', () => {
  const keys = (scene: Scene) => scene.marks.flatMap((mark) => (mark.kind === 'group' ? [mark.key] : []))
  expect(keys(drawn(pinfold(), CONVENTIONAL, {}))).toContain('segment-biz')
  expect(keys(drawn(pinfold(), CONVENTIONAL, { customers: true }))).not.toContain('segment-biz')
  expect(keys(drawn(pinfold(), DISTANCE, { customers: true }))).toContain('segment-biz')
})
