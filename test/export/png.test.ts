import { expect, test } from 'vitest'
import { ratioFor } from '../../src/export/formats/png'

test('a picture has as many pixels as were asked for, as far as canvases and Google Slides go', () => {
  expect([1, 2, 3, 4].map((wanted) => ratioFor({ width: 1280, height: 720 }, wanted))).toEqual([1, 2, 3, 4])
  for (const page of [
    { width: 3179, height: 2245 },
    { width: 62_752, height: 659 },
    { width: 720, height: 40_000 },
    { width: 1280, height: 720 },
  ])
    for (const wanted of [1, 2, 3, 4]) {
      const ratio = ratioFor(page, wanted)
      expect(ratio).toBeLessThanOrEqual(wanted)
      expect(Math.max(page.width, page.height) * ratio).toBeLessThanOrEqual(8192.001)
      expect(page.width * page.height * ratio * ratio).toBeLessThanOrEqual(25_000_001)
      const next = ratio * 1.01 // no smaller than it has to be
      expect(next > wanted || Math.max(page.width, page.height) * next > 8192 || page.width * page.height * next * next > 25_000_000).toBe(
        true,
      )
    }
})
