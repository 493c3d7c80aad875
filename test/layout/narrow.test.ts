// The chart of a narrow page: a list two boxes wide.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from '../../src/base/geometry'
import { roleAtPoint } from '../../src/layout/find'
import { placeOrg } from '../../src/layout/place'
import type { Layout, Row } from '../../src/layout/types'
import { idOf } from '../../src/model/roles'
import { pinfold } from '../organisations'
import { anySketch, DISTANCE, drawn, orgOf } from './orgs'

const NARROW = { ...DISTANCE, isNarrow: true, isGrouped: true }
const boxOf = ({ x, y, w, h, edges }: Layout, role: number) => ({
  x: x[role] as number,
  y: y[role] as number,
  width: (w[role] as number) + (edges[role] as number),
  height: (h[role] as number) + (edges[role] as number),
})

test('Pinfold stands two by two, those who meet customers first, as in the wide chart', () => {
  const org = pinfold()
  const narrow = placeOrg(org, NARROW)
  const wide = placeOrg(org, { ...DISTANCE, isGrouped: true })
  expect(narrow.isList).toBe(true)
  const titles = ({ roles }: Row) => [...roles].map((role) => idOf(org, role))
  expect(titles(narrow.rows[0] as Row).sort()).toEqual(titles(wide.rows[0] as Row).sort())
  expect(narrow.rows.map(({ kind, step, people }) => ({ kind, step, people }))).toEqual(
    wide.rows.map(({ kind, step, people }) => ({ kind, step, people })),
  )
  expect(new Set([...(narrow.rows[0] as Row).roles].map((role) => narrow.x[role])).size).toBe(2)
  expect(narrow.bounds.width).toBeLessThan(400)
})

test('no two boxes overlap, all are within the page and in the band of their distance, and each is found where it stands', () => {
  let lists = 0
  fc.assert(
    fc.property(anySketch, (sketch) => {
      const layout = placeOrg(orgOf(sketch), NARROW)
      if (!layout.isList) return
      lists++
      const roles = drawn(layout)
      const boxes = roles.map((role) => boxOf(layout, role))
      expect(boxes.filter((box, i) => boxes.some((other, k) => k < i && overlaps(box, other)))).toEqual([])
      for (const role of roles) {
        const box = boxOf(layout, role)
        const row = layout.rows[layout.row[role] as number] as Row
        expect(row.roles).toContain(role)
        expect(box.x >= 0 && box.x + box.width <= layout.bounds.width).toBe(true)
        expect(box.y >= row.y && box.y + box.height <= row.y + row.height).toBe(true)
        expect(roleAtPoint(layout, box.x + 20, box.y + 20)).toBe(role)
      }
    }),
    { numRuns: 150 },
  )
  expect(lists).toBeGreaterThan(30)
})

test('a chart by rank whose boxes would have no names on a phone is listed layer by layer, the top first, customers under it', () => {
  const wide = orgOf({ parents: [-1, 0, 0, ...Array<number>(9).fill(1)], touchpoints: [[3]] })
  const layout = placeOrg(wide, { ...NARROW, orientation: 'conventional', isGrouped: false })
  expect(layout.isList).toBe(true)
  expect(layout.rows.map(({ kind, step, roles }) => `${kind} ${step}: ${roles.length}`)).toEqual(['rank 0: 1', 'rank 1: 2', 'rank 2: 9'])
  const last = layout.rows.at(-1) as Row
  expect(layout.customers?.form).toBe('hairline')
  expect(layout.customers?.y).toBeGreaterThanOrEqual(last.y + last.height)
  const people = placeOrg(orgOf({ parents: [-1, 0, 0, ...Array<number>(9).fill(1)] }), { ...NARROW, isGrouped: false })
  expect(people.rows.map(({ step }) => step)).toEqual([2, 1, 0])
})

test('what nobody would scroll stays a chart, and so does a chart by rank that fits', () => {
  const many = orgOf({ parents: [-1, ...Array<number>(80).fill(0)], touchpoints: [[...Array(80).keys()].map((i) => i + 1)] })
  expect(placeOrg(many, NARROW).isList).toBeUndefined()
  expect(placeOrg(pinfold(), { ...NARROW, order: 'mirror' }).isList).toBeUndefined()
  expect(placeOrg(pinfold(), { ...NARROW, orientation: 'conventional' }).isList).toBeUndefined()
})
