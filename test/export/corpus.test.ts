// The corpus of slides.md 11: every size, every state of a box, every script, names that nobody expects. Each is linted, equals its model, and
// is drawn by a second engine in the colours that it says.
import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import type { Part } from '../../src/export/request'
import type { Org } from '../../src/model/types'
import { svgText } from '../../src/render/svg'
import { allMarks, boundsOf } from '../../src/scene/cut'
import { widthOf } from '../../src/scene/text/measure'
import type { Scene } from '../../src/scene/types'
import { orgFrom, pinfold } from '../gallery/org'
import { colourAt, differs, probesOf } from '../gallery/probes'
import { CONVENTIONAL, DISTANCE, MIRROR } from '../gallery/scenes'
import { arimoFiles } from '../gallery/woff'
import { asked, benchOrg, idsIn, sourceOf, written } from './asked'
import { errorsOf, lint } from './slide-safe-lint'

const font = { loadSystemFonts: false, fontFiles: arimoFiles(), defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' }

/** A top, and as many below it as that takes, six to a team. */
const plain = (count: number) =>
  orgFrom(
    JSON.stringify(
      Array.from({ length: count }, (_, i) => ({
        id: `r${i}`,
        title: `Post ${i}`,
        manager: i === 0 ? null : `r${Math.floor((i - 1) / 6)}`,
      })),
    ),
  )

const SCRIPTS = {
  latin: 'Head of sales & <care> "north" \'south\' > all',
  icelandic: 'Þjónustustjóri Ægis',
  vietnamese: 'Trưởng phòng chăm sóc khách hàng',
  greek: 'Διευθυντής πωλήσεων',
  cyrillic: 'Руководитель отдела продаж',
  armenian: 'Վաճառքի տնօրեն',
  hebrew: 'מנהל מכירות',
  arabic: 'مدير المبيعات',
  mixed: 'مدير Sales صالة 2',
  persianDigits: 'شعبه ۱۲',
  chinese: '客户服务部经理',
  japanese: 'カスタマーサポート部長',
  korean: '고객지원팀장',
  thai: 'ผู้จัดการฝ่ายขาย',
  devanagari: 'बिक्री प्रबंधक',
  one: 'X',
  eighty: 'Verkaufsmitarbeiterin Lebensmittelabteilung Süd mit Kassenverantwortung und Pult',
  unbroken: 'W'.repeat(80),
  control: 'Team\u0001 lead\u0007',
  half: 'Team \udc00lead',
  nfd: 'Cafe\u0301-Leitung A\u030angstro\u0308m',
  emoji: '🎧 Care 👩‍👩‍👧 lead 🇩🇪',
  nothing: '\u200f\u0001',
} as const
const everyScript = () =>
  orgFrom(
    JSON.stringify([
      { id: 'top', title: 'Top', manager: null },
      ...Object.entries(SCRIPTS).map(([id, title]) => ({ id, title, name: title, manager: 'top' })),
    ]),
  )
/** Vacant, stacked, alone, not known, folded, meeting customers and not. */
const everyState = () =>
  pinfold((file) => {
    delete file.coverage.authority
    for (const role of file.roles) {
      if (role.id === 'disp') role.headcount = 0
      if (role.id === 'lead') delete role.headcount
      if (role.id === 'cfo') delete role.title
    }
  })
const untitled = () => orgFrom(JSON.stringify([{ id: 'a' }, { id: 'b', manager: 'a' }, { id: 'c', manager: 'a' }]))

const CORPUS: Readonly<Record<string, () => Org>> = {
  ...Object.fromEntries([1, 2, 12, 30, 60].map((count) => [`${count} boxes`, () => plain(count)])),
  '500 boxes': () => benchOrg(500),
  '2,000 boxes': () => benchOrg(2000, { hasPeople: true }),
  'every script': everyScript,
  'every state': everyState,
  untitled,
}
const PARTS: readonly Part[] = [{ kind: 'everything' }, { kind: 'levels', levels: 2 }, { kind: 'both' }, { kind: 'pages' }]

describe.each(Object.entries(CORPUS))('%s', (_, org) => {
  const source = (placing: typeof DISTANCE) => sourceOf(org(), placing)

  test.each([
    ['16:9', CONVENTIONAL],
    ['16:9', DISTANCE],
    ['A4', MIRROR],
    ['natural', CONVENTIONAL],
    ['natural', DISTANCE],
  ] as const)('%s: passes the lint, in every part, light and saving ink', (size, placing) => {
    const from = source(placing)
    for (const part of PARTS)
      for (const theme of ['light', 'ink'] as const) {
        // The lint looks at every pair: of thousands of boxes one by one it looks once.
        if (
          size === 'natural' &&
          (part.kind === 'pages' || (from.org.doc.roles.length >= 500 && (part.kind !== 'everything' || theme === 'ink')))
        )
          continue
        for (const text of written(from, asked({ size, part, theme })).texts)
          expect(errorsOf(lint(text)), `${part.kind} ${theme}`).toEqual([])
      }
  })

  test('boxes and lines equal the model, and every line ends at the edge of its boxes', () => {
    for (const placing of [CONVENTIONAL, MIRROR, DISTANCE]) {
      const { pages, report } = written(source(placing), asked({ size: 'natural' }))
      const scene = pages[0]?.scene as Scene
      expect(report.leftOut).toBe(0)
      expect(strayEnds(scene)).toEqual([])
    }
  })

  test('ids are the same in two files of the same', () => {
    expect(idsIn(written(source(DISTANCE)).text)).toEqual(idsIn(written(source(DISTANCE)).text))
  })
})

/** Ends of lines more than a pixel off the outline of the box they belong to. */
function strayEnds(scene: Scene): string[] {
  const cards = new Map(
    scene.marks.flatMap((mark) =>
      mark.kind === 'group' && mark.key.startsWith('role-')
        ? [[mark.key, boundsOf({ ...mark, marks: mark.marks.filter(({ kind }) => kind === 'rectangle') })] as const]
        : [],
    ),
  )
  const gauges = 16
  return scene.marks.flatMap((mark) => {
    if (mark.kind !== 'connector') return []
    const count = mark.points.length
    const ends = [
      [mark.from.group, mark.points[0] as number, mark.points[1] as number] as const,
      [mark.to.group, mark.points[count - 2] as number, mark.points[count - 1] as number] as const,
    ]
    return ends.flatMap(([group, x, y]) => {
      const box = cards.get(group)
      if (!box) return [`${group}: no box`]
      const across = Math.max(box.x - x, x - box.x - box.width, 0)
      const down = Math.max(box.y - gauges - y, y - box.y - box.height, 0)
      const toEdge = Math.min(Math.abs(x - box.x), Math.abs(x - box.x - box.width), Math.abs(y - box.y), Math.abs(y - box.y - box.height))
      const isAtGauge = y <= box.y && y >= box.y - gauges
      return across <= 1 && down <= 1 && (toEdge <= 11 || isAtGauge) ? [] : [`${group}: ${x} ${y} off ${JSON.stringify(box)}`]
    })
  })
}

test.each([
  ['pages', { part: { kind: 'pages' } }],
  ['A4', { size: 'A4' }],
  ['marks', { part: { kind: 'levels', levels: 2 } }],
  ['dark', { kind: 'png', theme: 'dark' }],
] as const)('a second engine shows every box in its colour: %s', (_, change) => {
  for (const source of [sourceOf(), sourceOf(plain(60), CONVENTIONAL)])
    for (const { scene } of written(source, asked(change as Parameters<typeof asked>[0])).pages) {
      const image = new Resvg(svgText(scene), { font }).render()
      const wrong = probesOf(scene).filter((probe) => differs(probe.colour, colourAt(image.pixels, image.width, probe)) > 8)
      expect(wrong).toEqual([])
    }
})

test('a second engine sets every line of a card as wide as was measured, within 2 %', () => {
  const lines = [...allMarks(written(sourceOf(), asked({ size: 'natural' })).pages[0]?.scene.marks ?? [])].flatMap((mark) =>
    mark.kind === 'text' && mark.text.length > 3 ? [mark] : [],
  )
  expect(lines.length).toBeGreaterThan(30)
  for (const { text, bold, size } of lines) {
    const weight = bold ? ' font-weight="700"' : ''
    const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="120"><text x="20" y="80" font-family="Arial, sans-serif" font-size="${size * 2}"${weight}>${escaped}</text></svg>`
    const box = new Resvg(svg, { font }).getBBox()
    const wide = widthOf(text, { size: size * 2, bold })
    expect(Math.abs((box?.width ?? 0) - wide), text).toBeLessThan(0.02 * wide + 0.2 * size) // and the air beside the first and the last letter
  }
})
