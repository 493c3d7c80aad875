// Ways between boxes, over random charts in all three views.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type Box, overlaps } from '../../src/base/geometry'
import { passageBetween } from '../../src/layout/passage'
import { placeOrg } from '../../src/layout/place'
import type { Layout } from '../../src/layout/types'
import { roleAt } from '../../src/model/roles'
import { orgOfFile, pinfold } from '../organisations'
import { anyCase, CONVENTIONAL, DISTANCE, drawn, MIRROR } from './orgs'

vi.setConfig({ testTimeout: 60_000 })

const TOUCH = 0.02
/** A way round the outside of a chart may leave it by this much. */
const OUTSIDE = 30

function boxOf(layout: Layout, role: number): Box {
  const edge = layout.edges[role] as number
  return {
    x: layout.x[role] as number,
    y: layout.y[role] as number,
    width: (layout.w[role] as number) + edge,
    height: (layout.h[role] as number) + edge,
  }
}
const inner = ({ x, y, width, height }: Box): Box => ({ x: x + TOUCH, y: y + TOUCH, width: width - 2 * TOUCH, height: height - 2 * TOUCH })

function pieces(points: readonly number[]): Box[] {
  const found: Box[] = []
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0, y0, x1, y1] = points.slice(i, i + 4) as [number, number, number, number]
    found.push({ x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) })
  }
  return found
}
function isOnEdge(box: Box, x: number, y: number): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) <= 2 * TOUCH
  const isWithin = x >= box.x - TOUCH && x <= box.x + box.width + TOUCH && y >= box.y - TOUCH && y <= box.y + box.height + TOUCH
  return isWithin && (near(x, box.x) || near(x, box.x + box.width) || near(y, box.y) || near(y, box.y + box.height))
}

test('a passage runs from edge to edge through no box, straight or round corners, and stays by the chart', () => {
  fc.assert(
    fc.property(anyCase, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 6, maxLength: 12 }), ({ layout }, picks) => {
      const roles = drawn(layout)
      const boxes = roles.map((role) => inner(boxOf(layout, role)))
      for (const [i, k] of picks) {
        const [a, b] = [i % layout.boxOf.length, k % layout.boxOf.length]
        const points = passageBetween(layout, a, b)
        const [from, to] = [layout.boxOf[a] as number, layout.boxOf[b] as number]
        if (from === to) {
          expect(points).toEqual([])
          continue
        }
        expect(points.length).toBeGreaterThanOrEqual(4)
        const [x0, y0] = points as [number, number]
        const [x1, y1] = points.slice(-2) as [number, number]
        expect([isOnEdge(boxOf(layout, from), x0, y0), isOnEdge(boxOf(layout, to), x1, y1)], `${from} ${to} ${points}`).toEqual([
          true,
          true,
        ])
        const { bounds } = layout
        const room = {
          x: bounds.x - OUTSIDE,
          y: bounds.y - OUTSIDE,
          width: bounds.width + 2 * OUTSIDE,
          height: bounds.height + 2 * OUTSIDE,
        }
        for (const piece of pieces(points)) {
          expect(Math.min(piece.width, piece.height)).toBeLessThan(TOUCH)
          expect(
            piece.x >= room.x &&
              piece.y >= room.y &&
              piece.x + piece.width <= room.x + room.width &&
              piece.y + piece.height <= room.y + room.height,
          ).toBe(true)
          const crossed = roles.filter((_, at) => overlaps(piece, boxes[at] as Box))
          expect(crossed, `${from} → ${to}: ${points}`).toEqual([])
        }
      }
    }),
    { numRuns: 300 },
  )
})

const org = pinfold()
const at = (id: string) => roleAt(org, id) as number
const turns = (layout: Layout, a: string, b: string) => passageBetween(layout, at(a), at(b)).length / 2 - 2

test('the walk of the worked example goes straight from hand to hand', () => {
  const layout = placeOrg(org, { ...DISTANCE, isGrouped: true })
  expect([turns(layout, 'agent', 'lead'), turns(layout, 'lead', 'ops'), turns(layout, 'ops', 'ceo')]).toEqual([0, 0, 0])
  const [, y0, , y1] = passageBetween(layout, at('ops'), at('ceo'))
  expect(y0).toBe(y1)
})

test('where a reporting line joins two boxes the passage follows it, either way', () => {
  for (const placing of [CONVENTIONAL, MIRROR]) {
    const layout = placeOrg(org, placing)
    const down = passageBetween(layout, at('ceo'), at('sales'))
    expect(down.length).toBeGreaterThan(4)
    const up = passageBetween(layout, at('sales'), at('ceo'))
    expect([up[0], up[1], up.at(-2), up.at(-1)]).toEqual([down.at(-2), down.at(-1), down[0], down[1]])
  }
})

test('level neighbours too close for a number between them are gone round, those further apart are met straight', () => {
  const org = orgOfFile(readFileSync('public/samples/approval-ladder.json', 'utf8'))
  const layout = placeOrg(org, { ...DISTANCE, isGrouped: true })
  const between = (a: string, b: string) => passageBetween(layout, roleAt(org, a) as number, roleAt(org, b) as number)
  expect(between('carer', 'site-care').length).toBeGreaterThan(4)
  const sample = pinfold()
  const wide = placeOrg(sample, DISTANCE)
  expect(passageBetween(wide, roleAt(sample, 'ops') as number, roleAt(sample, 'ceo') as number)).toHaveLength(4)
})
