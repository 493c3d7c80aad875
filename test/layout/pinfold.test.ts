// The sample, against the pictures in design/mocks and domain.md 4.2.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { linkPath } from '../../src/layout/link'
import { placeOrg } from '../../src/layout/place'
import { ribbonAt } from '../../src/layout/ribbon'
import type { Layout } from '../../src/layout/types'
import { idOf, roleAt } from '../../src/model/roles'
import { built, CONVENTIONAL, DISTANCE, MIRROR } from './orgs'

const org = built(JSON.parse(readFileSync(new URL('../../fixtures/pinfold.json', import.meta.url), 'utf8')))
const names = (roles: Iterable<number>) => Array.from(roles, (role) => idOf(org, role))
const at = (id: string) => roleAt(org, id) as number
const middle = (layout: Layout, id: string) => (layout.x[at(id)] as number) + (layout.w[at(id)] as number) / 2
const grouped = { isGrouped: true }

describe('by distance', () => {
  const layout = placeOrg(org, { ...DISTANCE, ...grouped })
  test('twelve roles need four columns, 247 apart', () => {
    const columns = [
      ['cash-n', 'mgr-n'],
      ['cash-s', 'mgr-s'],
      ['acct', 'sales', 'ceo', 'cfo'],
      ['agent', 'lead', 'ops', 'disp'],
    ]
    columns.forEach((ids, k) => {
      for (const id of ids) expect(middle(layout, id)).toBeCloseTo(247 * k + 123.5)
    })
    expect(layout.bounds.width).toBeCloseTo(988)
  })
  test('rows, and the people in them', () => {
    expect(layout.rows.map(({ step, roles, people }) => [step, names(roles), people])).toEqual([
      [1, ['cash-n', 'cash-s', 'acct', 'agent'], 22],
      [2, ['mgr-n', 'mgr-s', 'sales', 'lead'], 4],
      [3, ['ceo', 'ops'], 2],
      [4, ['cfo', 'disp'], 2],
    ])
  })
  test('the dearest customers first, as wide as they are worth together', () => {
    const { segments } = layout.customers as NonNullable<Layout['customers']>
    expect(segments.map(({ segment }) => org.doc.segments?.[segment]?.id)).toEqual(['biz', 'loyal', 'casual'])
    expect(segments.map(({ width }) => Math.round(width))).toEqual([332, 471, 177])
    expect(segments.map(({ height }) => height)).toEqual([94, 94, 94])
  })
  test('ribbons are 0.34 a contact, out-of-scope contacts left out', () => {
    const ribbons = Array.from({ length: layout.ribbons.length }, (_, k) => ribbonAt(layout, k)).sort((a, b) => a.x1 - b.x1)
    const told = ribbons.map(({ segment, role, contacts }) => [org.doc.segments?.[segment]?.id, idOf(org, role), contacts])
    for (const { contacts, width } of ribbons) expect(width).toBeCloseTo(contacts * 0.34)
    expect(told).toEqual([
      ['loyal', 'cash-n', 25],
      ['casual', 'cash-n', 42],
      ['loyal', 'cash-s', 20],
      ['casual', 'cash-s', 75],
      ['biz', 'acct', 16],
      ['loyal', 'agent', 230],
      ['casual', 'agent', 192],
    ])
  })
  test('reports of the same row are reached from below', () => {
    for (const [manager, report] of [
      ['sales', 'mgr-n'],
      ['sales', 'mgr-s'],
      ['ceo', 'ops'],
    ] as const) {
      const points: number[] = []
      linkPath(layout, at(report), points)
      const ys = points.filter((_, k) => k % 2)
      const bottom = (layout.y[at(manager)] as number) + (layout.h[at(manager)] as number)
      expect(ys).toEqual([bottom, bottom + 33, bottom + 33, bottom])
    }
  })
})

test('conventional and mirrored: the same x, rows the other way round', () => {
  const conventional = placeOrg(org, { ...CONVENTIONAL, ...grouped })
  const mirror = placeOrg(org, { ...MIRROR, ...grouped })
  expect(mirror.x).toEqual(conventional.x)
  const rows = [['ceo'], ['sales', 'ops', 'cfo'], ['mgr-n', 'mgr-s', 'acct', 'lead', 'disp'], ['cash-n', 'cash-s', 'agent']]
  expect(conventional.rows.map(({ roles }) => names(roles))).toEqual(rows)
  expect(mirror.rows.map(({ roles }) => names(roles))).toEqual(rows.toReversed())
  expect(conventional.customers?.form).toBe('hairline')
  expect(conventional.customers?.y).toBeGreaterThan(Math.max(...conventional.y))
  expect(conventional.ribbons.length).toBe(0)
})

test('those who are several show the edges of a stack', () => {
  const { edges } = placeOrg(org, DISTANCE)
  expect(names([...edges.keys()].filter((role) => edges[role] === 10))).toEqual(['cash-n', 'cash-s', 'acct', 'agent'])
})
