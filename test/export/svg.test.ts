import { describe, expect, test } from 'vitest'
import { overlaps } from '../../src/base/geometry'
import { documentName, stemOf } from '../../src/export/file-name'
import { fileSteps, type SvgFile, writeSvg } from '../../src/export/formats/svg'
import { estimateOf } from '../../src/export/pages'
import { elementsIn } from '../../src/render/svg'
import { boundsOf } from '../../src/scene/cut'
import type { Mark } from '../../src/scene/types'
import { orgFrom, pinfold } from '../gallery/org'
import { CONVENTIONAL, DISTANCE } from '../gallery/scenes'
import { asked, benchOrg, elementsOf, idsIn, sourceOf, written } from './asked'
import { errorsOf, lint } from './slide-safe-lint'

/** The lowest box that is not a stripe from edge to edge, and not the line at the foot. */
function lowestIn(svg: string): number {
  const feet = [...svg.matchAll(/<rect x="[1-9][^"]*" y="([\d.]+)" width="[^"]*" height="([\d.]+)"/g)]
  return Math.max(...feet.map(([, y, height]) => Number(y) + Number(height)))
}

test('a file is named for the organisation and the chart', () => {
  const nameOf = (placing = DISTANCE) => written(sourceOf(pinfold(), placing)).pages.map((page) => writeSvg(page).name)
  expect(nameOf()).toEqual(['pinfold-outfitters-flipped.svg'])
  expect(nameOf(CONVENTIONAL)).toEqual(['pinfold-outfitters-conventional.svg'])
})

test.each([
  ['../../etc/passwd', 'etc-passwd-flipped'],
  ['CON', 'con-flipped'],
  ['', 'organisation-flipped'],
  ['😀', 'organisation-flipped'],
  ['Škoda & Söhne <b>', 'skoda-sohne-b-flipped'],
  ['Пинфолд', 'пинфолд-flipped'],
  ['Acme. . .', 'acme-flipped'],
  ['a\u0000b\u202ec', 'a-b-c-flipped'],
  ['x'.repeat(300), `${'x'.repeat(60)}-flipped`],
])('the name %j becomes %j', (name, file) => {
  expect(stemOf(name, 'flipped')).toBe(file)
})

test('a name of two long parts in any script is no longer than file systems take, and ends in no half letter', () => {
  for (const letter of ['x', 'ж', '店', '𠮷', 'ກ']) {
    const name = `${stemOf(letter.repeat(300), letter.repeat(300))}.headstand.json`
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
    expect(name).not.toMatch(/\p{Cs}/u)
    expect(name.startsWith(letter.repeat(20))).toBe(true)
  }
})

test('an organisation saved as itself has a name that every system takes', () => {
  expect(['Pinfold Outfitters (invented)', 'CON', 'Com1', ''].map(documentName)).toEqual([
    'pinfold-outfitters.headstand.json',
    'con-organisation.headstand.json',
    'com1-organisation.headstand.json',
    'organisation.headstand.json',
  ])
})

describe('everything', () => {
  test.each(['16:9', 'A4', 'natural'] as const)('in size %s has every box, title and description, and passes the lint', (size) => {
    const { text, report } = written(sourceOf(), asked({ size }))
    expect(errorsOf(lint(text))).toEqual([])
    expect(idsIn(text).filter((id) => id.startsWith('role-'))).toHaveLength(12)
    expect(report).toMatchObject({ boxes: 12, leftOut: 0, below: 0, shortened: 0, changes: [], weight: 'comfortable' })
    expect(text).toMatch(/<title>Pinfold Outfitters, customers on top<\/title>\n<desc>Customers bring 600 cases a month\./)
  })

  test('a slide is 1280 × 720', () => {
    expect(written(sourceOf()).text).toMatch(/^<svg [^>]*width="1280" height="720" viewBox="0 0 1280 720"/)
  })

  test('a sheet of A4 is 297 × 210 mm, in points too', () => {
    const { text, pages } = written(sourceOf(), asked({ size: 'A4' }))
    expect(text).toMatch(/^<svg [^>]*width="1122.52" height="793.7"/)
    expect([297, 210].map((mm) => Math.round((mm / 25.4) * 72))).toEqual(
      [pages[0]?.points.width, pages[0]?.points.height].map((x) => Math.round(x ?? 0)),
    )
  })

  test('in natural size a card is as large as it was placed', () => {
    expect(written(sourceOf(), asked({ size: 'natural' })).text).toContain('width="216" height="92"')
  })

  test('is the same to the byte, twice', () => {
    expect(written(sourceOf()).text).toBe(written(sourceOf()).text)
  })

  test('nothing in a file can become markup', () => {
    const org = orgFrom(
      JSON.stringify([
        { id: '"><script>x</script>', name: '<b>&amp;</b> "q"', manager: null },
        { id: "'b", name: ']]> <!-- -->', manager: '"><script>x</script>' },
      ]),
    )
    const { text } = written(sourceOf(org, CONVENTIONAL))
    expect(errorsOf(lint(text))).toEqual([])
    expect(text).not.toContain('<script')
    expect(idsIn(text).filter((id) => id.startsWith('role-'))).toHaveLength(2)
  })

  describe.each(['conventional', 'distance'] as const)('in natural size has as much of each box as the file can hold: %s', (which) => {
    const drawn = (boxes: number) => {
      const org = benchOrg(boxes)
      const placing = { ...(which === 'distance' ? DISTANCE : CONVENTIONAL), isGrouped: false }
      return written(sourceOf(org, placing), asked({ size: 'natural' }))
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
      expect(report).toMatchObject({ boxes: 3334, weight: 'comfortable' })
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
      return written(sourceOf(org, { ...DISTANCE, isGrouped: false }), asked({ size: 'natural' })).report.elements
    })
    for (const count of elements) expect(count).toBeLessThan(5000)
  })

  test('is written in steps, none of which writes more than some kilobytes', () => {
    const org = benchOrg(3000)
    const [page] = written(sourceOf(org, { ...DISTANCE, isGrouped: false }), asked({ size: 'natural' })).pages
    if (!page) throw new Error('no page')
    const steps = fileSteps(page)
    let [taken, file] = [0, null as SvgFile | null]
    while (!file) {
      const { done, value } = steps.next()
      taken++
      if (done) file = value
    }
    expect(Math.max(...file.pieces.map((piece) => piece.length))).toBeLessThan(40_000)
    expect(taken).toBeGreaterThanOrEqual(file.pieces.length)
  })
})

describe('what I see', () => {
  const view = { kx: 1, ky: 1, x: -150, y: 84, width: 700, height: 420 }
  const seen = () => written(sourceOf(pinfold(), DISTANCE, { view }), asked({ part: { kind: 'view' }, size: 'natural' }))
  test('has only boxes that are wholly on the page', () => {
    const { text, report } = seen()
    expect(errorsOf(lint(text))).toEqual([])
    expect(report.leftOut).toBeGreaterThan(0)
    expect(text).toMatch(/^<svg [^>]*width="700" height="444"/)
    const shown = idsIn(text)
    expect(shown).toContain('role-cash-s')
    expect(shown).not.toContain('role-cash-n')
    for (const id of shown.filter((key) => key.startsWith('gauge-') || key.startsWith('flags-')))
      expect(shown).toContain(id.replace(/^\w+/, 'role'))
  })

  test.each(['natural', '16:9', 'A4'] as const)('nothing of it is printed over the line that says whose it is: %s', (size) => {
    for (const y of [84, 40, 0]) {
      const source = sourceOf(pinfold(), DISTANCE, { view: { ...view, x: 0, y, width: 1024, height: 700 } })
      const marks = written(source, asked({ part: { kind: 'view' }, size })).pages[0]?.scene.marks ?? []
      const line = marks.find((mark) => mark.kind === 'group' && mark.key === 'source')
      expect(line).toBeDefined()
      for (const mark of marks) if (mark !== line) expect(overlaps(boundsOf(mark), boundsOf(line as Mark))).toBe(false)
    }
  })

  test('has its lines cut at the edge, by arithmetic', () => {
    for (const { name, attributes } of elementsOf(seen().text)) {
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
  const { text } = written(sourceOf(org), asked({ size: 'natural' }))
  expect(text).not.toContain('NaN')
})

test('what is counted without writing is what the file has', () => {
  for (const source of [sourceOf(), sourceOf(benchOrg(300)), sourceOf(benchOrg(3334), { ...DISTANCE, isGrouped: false })])
    for (const size of ['16:9', 'natural'] as const) {
      const { pages, report, text } = written(source, asked({ size }))
      expect(report.elements).toBe(elementsOf(text).length)
      expect(elementsIn(pages[0]?.scene.marks ?? [])).toBe(report.elements)
    }
})

test('what is told before working is what comes, within a factor of two, and never comfortable where it is not', () => {
  for (const boxes of [120, 800, 4000])
    for (const part of [{ kind: 'everything' }, { kind: 'levels', levels: 3 }, { kind: 'pages' }, { kind: 'before-after' }] as const)
      for (const size of ['16:9', 'natural'] as const) {
        const source = sourceOf(benchOrg(boxes))
        const estimate = estimateOf(source, asked({ part, size }))
        const { report, pages, texts } = written(source, asked({ part, size }))
        const what = `${boxes} ${part.kind} ${size}`
        const within = (told: number, came: number, by: number) =>
          expect(told / came > 1 / by && told / came < by, `${what}: ${told} for ${came}`).toBe(true)
        within(estimate.pages, pages.length, 1.35)
        within(estimate.elements, report.elements, 2.6)
        within(estimate.bytes, Math.max(...texts.map(({ length }) => length)), 3.2)
      }
})
