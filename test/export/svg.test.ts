import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import type { DrawingInput } from '../../src/export/drawing'
import { documentName, fileName } from '../../src/export/file-name'
import { type SvgFile, svgSteps, writeSvg } from '../../src/export/formats/svg'
import { wordsFor } from '../../src/i18n/words'
import { placeOrg } from '../../src/layout/place'
import { LIGHT } from '../../src/scene/theme'
import { organisation } from '../bench/organisation.mjs'
import { orgFrom, pinfold } from '../gallery/org'
import { CONVENTIONAL, DISTANCE } from '../gallery/scenes'
import { errorsOf, lint } from './slide-safe-lint'
import { everyElement, readSvg } from './svg-reader'

function input(change: Partial<DrawingInput> = {}, org = pinfold()): DrawingInput {
  return {
    org,
    analysis: analyse(org),
    chart: placeOrg(org, DISTANCE),
    theme: LIGHT,
    words: wordsFor('en'),
    size: '16:9',
    what: 'everything',
    ...change,
  }
}
/** The lowest box that is not a stripe from edge to edge, and not the line at the foot. */
function lowestIn(svg: string): number {
  const feet = [...svg.matchAll(/<rect x="[1-9][^"]*" y="([\d.]+)" width="[^"]*" height="([\d.]+)"/g)]
  return Math.max(...feet.map(([, y, height]) => Number(y) + Number(height)))
}
const benchOrg = (boxes: number) => orgFrom(organisation(boxes).text)
function ids(svg: string): string[] {
  const root = readSvg(svg)
  if (typeof root === 'string') throw new Error(root)
  return [...everyElement(root)].flatMap(({ attributes }) => attributes.get('id') ?? [])
}

test('a file is named for the organisation and the chart', () => {
  expect(writeSvg(input()).name).toBe('pinfold-outfitters-flipped.svg')
  const org = pinfold()
  expect(writeSvg(input({ chart: placeOrg(org, CONVENTIONAL) }, org)).name).toBe('pinfold-outfitters-conventional.svg')
})

test.each([
  ['../../etc/passwd', 'etc-passwd-flipped.svg'],
  ['CON', 'con-flipped.svg'],
  ['', 'organisation-flipped.svg'],
  ['😀', 'organisation-flipped.svg'],
  ['Škoda & Söhne <b>', 'skoda-sohne-b-flipped.svg'],
  ['Пинфолд', 'пинфолд-flipped.svg'],
  ['x'.repeat(300), `${'x'.repeat(60)}-flipped.svg`],
])('the name %j becomes %j', (name, file) => {
  expect(fileName(name, 'flipped', 'svg')).toBe(file)
})

test('an organisation saved as itself has a name that every system takes', () => {
  expect(['Pinfold Outfitters (invented)', 'CON', 'Com1', ''].map(documentName)).toEqual([
    'pinfold-outfitters-invented.headstand.json',
    'con-organisation.headstand.json',
    'com1-organisation.headstand.json',
    'organisation.headstand.json',
  ])
})

describe('everything', () => {
  test.each(['16:9', 'natural'] as const)('in size %s has every box, title and description, and passes the lint', (size) => {
    const { text, report } = writeSvg(input({ size }))
    expect(errorsOf(lint(text))).toEqual([])
    expect(ids(text).filter((id) => id.startsWith('role-'))).toHaveLength(12)
    expect(report).toMatchObject({ boxes: 12, leftOut: 0, shortened: 0, emojiDropped: false, size: 'comfortable' })
    expect(text).toMatch(/<title>Pinfold Outfitters, customers on top<\/title>\n<desc>Customers bring 600 cases a month\./)
  })

  test('a slide is 1280 × 720', () => {
    expect(writeSvg(input()).text).toMatch(/^<svg [^>]*width="1280" height="720" viewBox="0 0 1280 720"/)
  })

  test('in natural size a card is as large as it was placed', () => {
    expect(writeSvg(input({ size: 'natural' })).text).toContain('width="216" height="92"')
  })

  test('is the same to the byte, twice', () => {
    expect(writeSvg(input()).text).toBe(writeSvg(input()).text)
  })

  test('nothing in a file can become markup', () => {
    const org = orgFrom(
      JSON.stringify([
        { id: '"><script>x</script>', name: '<b>&amp;</b> "q"', manager: null },
        { id: "'b", name: ']]> <!-- -->', manager: '"><script>x</script>' },
      ]),
    )
    const { text } = writeSvg(input({ chart: placeOrg(org, CONVENTIONAL) }, org))
    expect(errorsOf(lint(text))).toEqual([])
    expect(text).not.toContain('<script')
    expect(ids(text).filter((id) => id.startsWith('role-'))).toHaveLength(2)
  })

  describe.each(['conventional', 'distance'] as const)('in natural size has as much of each box as the file can hold: %s', (which) => {
    const drawn = (boxes: number) => {
      const org = benchOrg(boxes)
      const placing = { ...(which === 'distance' ? DISTANCE : CONVENTIONAL), isGrouped: false }
      return writeSvg(input({ chart: placeOrg(org, placing), size: 'natural' }, org))
    }
    test.each([
      [166, 2000],
      [167, 20_000],
      [3333, 20_000],
    ])('%i boxes, one by one, in at most %i elements', (boxes, most) => {
      const { report, text } = drawn(boxes)
      expect(report).toMatchObject({ boxes, leftOut: 0 })
      expect(report.elements).toBeLessThanOrEqual(most)
      expect(errorsOf(lint(text))).toEqual([])
    })
    test('more are slabs on a poster, and the file says so', () => {
      const { report, text } = drawn(3334)
      expect(report).toMatchObject({ boxes: 0, size: 'comfortable' })
      const [, height] = text.match(/^<svg [^>]*viewBox="0 0 3179 (\d+)"/) ?? []
      expect(Number(height)).toBeLessThanOrEqual(2245)
      expect(lowestIn(text)).toBeGreaterThan(Number(height) - 100)
      expect(text).toMatch(/<desc>[^<]* 3,334 boxes stand in it\.<\/desc>/)
      expect(errorsOf(lint(text))).toEqual([])
    })
  })

  test('what a large one takes follows the page, not the organisation', () => {
    const elements = [10_000, 40_000].map((boxes) => {
      const org = benchOrg(boxes)
      return writeSvg(input({ chart: placeOrg(org, { ...DISTANCE, isGrouped: false }), size: 'natural' }, org)).report.elements
    })
    for (const count of elements) expect(count).toBeLessThan(5000)
  })

  test('is written in steps, none of which writes more than some kilobytes', () => {
    const org = benchOrg(3000)
    const steps = svgSteps(input({ chart: placeOrg(org, { ...DISTANCE, isGrouped: false }), size: 'natural' }, org))
    let [taken, file] = [0, null as SvgFile | null]
    while (!file) {
      const { done, value } = steps.next()
      taken++
      if (done) file = value
    }
    expect(Math.max(...file.pieces.map((piece) => piece.length))).toBeLessThan(40_000)
    expect(taken).toBeGreaterThan(file.pieces.length * 2)
  })
})

describe('what I see', () => {
  const view = { kx: 1, ky: 1, x: -150, y: 84, width: 700, height: 420 }
  test('has only boxes that are wholly on the page', () => {
    const { text, report } = writeSvg(input({ what: 'view', view, size: 'natural' }))
    expect(errorsOf(lint(text))).toEqual([])
    expect(report.leftOut).toBeGreaterThan(0)
    expect(text).toMatch(/^<svg [^>]*width="700" height="420"/)
    const shown = ids(text)
    expect(shown).toContain('role-cash-s')
    expect(shown).not.toContain('role-cash-n')
    for (const id of shown.filter((key) => key.startsWith('gauge-') || key.startsWith('flags-')))
      expect(shown).toContain(id.replace(/^\w+/, 'role'))
  })

  test('has its lines cut at the edge, by arithmetic', () => {
    const root = readSvg(writeSvg(input({ what: 'view', view, size: 'natural' })).text)
    if (typeof root === 'string') throw new Error(root)
    for (const { name, attributes } of everyElement(root)) {
      if (name !== 'path') continue
      for (const [, x = '', y = ''] of (attributes.get('d') ?? '').matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(-0.01)
        expect(Number(x)).toBeLessThanOrEqual(700.01)
        expect(Number(y)).toBeGreaterThanOrEqual(-0.01)
        expect(Number(y)).toBeLessThanOrEqual(420.01)
      }
    }
  })
})

test('where demand is recorded and nothing of it arrives no share is drawn', () => {
  const org = pinfold((file) => {
    file.demand = []
  })
  const { text } = writeSvg(input({ chart: placeOrg(org, DISTANCE), size: 'natural' }, org))
  expect(text).not.toContain('NaN')
})
