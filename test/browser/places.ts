// Where things stand on the page: the same layout as the page's own, through the view it says it has.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { placeOrg } from '../../src/layout/place'
import type { Layout, Placing } from '../../src/layout/types'
import { roleAt as indexOf } from '../../src/model/roles'
import { built } from '../layout/orgs'
import { chart, still } from './page'

export const CONVENTIONAL: Placing = {
  orientation: 'conventional',
  order: 'distance',
  folded: new Set(),
  unstacked: new Set(),
  isGrouped: true,
}
export const DISTANCE: Placing = { ...CONVENTIONAL, orientation: 'flipped' }
export const MIRROR: Placing = { ...DISTANCE, order: 'mirror' }

export const pinfold = built(JSON.parse(readFileSync('fixtures/pinfold.json', 'utf8')))
export const layoutOf = (placing: Placing): Layout => placeOrg(pinfold, placing)

/** A point of a role's box: 0 … 1 from its left and its top edge. */
export async function roleAt(page: Page, id: string, layout = layoutOf(DISTANCE), [across, down] = [0.5, 0.6]) {
  const role = indexOf(pinfold, id) as number
  const of = (numbers: ArrayLike<number>) => numbers[role] as number
  return onPage(page, of(layout.x) + of(layout.w) * (across as number), of(layout.y) + of(layout.h) * (down as number))
}
export async function segmentAt(page: Page, name: string, layout = layoutOf(DISTANCE)) {
  const index = pinfold.doc.segments?.findIndex((one) => one.name === name)
  const box = layout.customers?.segments.find(({ segment }) => segment === index)
  if (!box) throw new Error(`no segment ${name}`)
  return onPage(page, box.x + box.width / 2, box.y + box.height / 2)
}
async function onPage(page: Page, x: number, y: number) {
  const view = await still(page)
  const canvas = (await chart(page).boundingBox())!
  return { x: canvas.x + view.x + view.kx * x, y: canvas.y + view.y + view.ky * y }
}
