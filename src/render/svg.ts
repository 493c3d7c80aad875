// Marks → SVG text in the small dialect that every slide program draws alike (slides.md 5, slide-safe.json core): twelve elements,
// attributes only, #rrggbb, absolute numbers, one <text> a line. Equal scenes give equal bytes.
import type { PathCommand, Scene, Stroke, TextMark } from '../scene/types'
import { SLIDE_FACE } from './faces'
import { type Shape, shapesOf } from './geometry'

/** The file in pieces, one or a few a mark, so that a large one need not stand in memory twice. */
export function* toSvg(scene: Scene): Generator<string, void, undefined> {
  const { x, y, width, height } = scene.bounds
  const [w, h] = [number(width), number(height)]
  const language = scene.language === undefined ? '' : ` xml:lang="${escaped(scene.language)}"`
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img"${language}>\n`
  yield `<title>${escaped(scene.title)}</title>\n<desc>${escaped(scene.description)}</desc>\n`
  yield `<rect x="0" y="0" width="${w}" height="${h}" fill="${scene.background}"/>\n`
  yield `<g font-family="${SLIDE_FACE}">\n`
  const out: Out = { dx: -x, dy: -y }
  for (const shape of shapesOf(scene.marks)) yield* written(shape, out)
  yield '</g>\n</svg>\n'
}

export function svgText(scene: Scene): string {
  return [...toSvg(scene)].join('')
}

/** The origin of a file is always 0 0. */
interface Out {
  readonly dx: number
  readonly dy: number
}

function* written(mark: Shape, out: Out): Generator<string, void, undefined> {
  switch (mark.kind) {
    case 'group':
      if (mark.marks.length === 0) return
      yield `<g id="${mark.key}">${mark.title === undefined ? '' : `<title>${escaped(mark.title)}</title>`}\n`
      for (const inner of shapesOf(mark.marks)) yield* written(inner, out)
      yield '</g>\n'
      return
    case 'rectangle': {
      if (number(mark.width) === '0' || number(mark.height) === '0') return // a size of nothing is no size
      const rx = mark.radius === undefined ? '' : ` rx="${number(Math.min(mark.radius, mark.width / 2, mark.height / 2))}"`
      const place = `x="${number(mark.x + out.dx)}" y="${number(mark.y + out.dy)}" width="${number(mark.width)}" height="${number(mark.height)}"`
      yield `<rect ${place}${rx}${painted(mark.fill, mark.stroke)}/>\n`
      return
    }
    case 'path':
      yield `<path d="${drawn(mark.commands, out)}"${painted(mark.fill, mark.stroke)}/>\n`
      return
    case 'text':
      yield textElement(mark, out)
  }
}

function drawn(commands: readonly PathCommand[], { dx, dy }: Out): string {
  return commands
    .map(([letter, ...numbers]) => `${letter}${numbers.map((value, i) => number(value + (i % 2 === 0 ? dx : dy))).join(' ')}`)
    .join('')
}

function painted(fill: string | undefined, stroke: Stroke | undefined): string {
  const inside = ` fill="${fill ?? 'none'}"`
  if (stroke === undefined) return inside
  const dash = stroke.dash ? ` stroke-dasharray="${stroke.dash.map(number).join(' ')}"` : ''
  const cap = stroke.cap ? ` stroke-linecap="${stroke.cap}"` : ''
  const join = stroke.join ? ` stroke-linejoin="${stroke.join}"` : ''
  return `${inside} stroke="${stroke.colour}" stroke-width="${number(stroke.width)}"${dash}${cap}${join}`
}

function textElement(mark: TextMark, { dx, dy }: Out): string {
  const weight = mark.bold ? ' font-weight="700"' : ''
  const style = mark.italic ? ' font-style="italic"' : ''
  const anchor = mark.anchor && mark.anchor !== 'start' ? ` text-anchor="${mark.anchor}"` : ''
  const place = `x="${number(mark.x + dx)}" y="${number(mark.y + dy)}"`
  return `<text ${place} font-size="${number(mark.size)}"${weight}${style}${anchor} fill="${mark.fill}">${escaped(mark.text)}</text>\n`
}

/** A plain decimal with at most two places: a fiftieth of a pixel is less than any renderer shows. Never −0, never an exponent. */
export function number(value: number): string {
  const cents = Math.round(value * 100)
  return (cents === 0 ? 0 : cents / 100).toString()
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
export function escaped(text: string): string {
  return text.replace(/\p{Cs}|[^\P{Cc}\t\n\r]|\ufffe|\uffff/gu, '').replace(/[&<>"']/g, (letter) => ENTITIES[letter] as string)
}
