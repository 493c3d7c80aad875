// Marks → SVG text in the small dialect that every slide program draws alike (slides.md 5, slide-safe.json core): twelve elements,
// attributes only, #rrggbb, absolute numbers, one <text> a line. Equal scenes give equal bytes.
import { finish, type Steps } from '../base/steps'
import type { Mark, PathCommand, Scene, Stroke, TextMark } from '../scene/types'
import { SLIDE_FACE } from './faces'
import { type Shape, shapesOf } from './geometry'

export interface SvgFile {
  /** Of some kilobytes each; the file is all of them in a row. */
  readonly pieces: readonly string[]
  readonly elements: number
}

/** Letters after which the work may be interrupted. */
const PIECE = 16_384

export function* svgSteps(scene: Scene): Steps<SvgFile> {
  const { x, y, width, height } = scene.bounds
  const [w, h] = [number(width), number(height)]
  const language = scene.language === undefined ? '' : ` xml:lang="${escaped(scene.language)}"`
  const pieces: string[] = []
  const file = new Writer(-x, -y)
  file.text =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img"${language}>\n` +
    `<title>${escaped(scene.title)}</title>\n<desc>${escaped(scene.description)}</desc>\n` +
    `<rect x="0" y="0" width="${w}" height="${h}" fill="${scene.background}"/>\n` +
    `<g font-family="${SLIDE_FACE}">\n`
  for (const shape of shapesOf(scene.marks)) {
    file.write(shape)
    if (file.text.length < PIECE) continue
    pieces.push(file.text)
    file.text = ''
    yield
  }
  pieces.push(`${file.text}</g>\n</svg>\n`)
  return { pieces, elements: file.elements + OF_EVERY_FILE }
}
/** svg, title, desc, the ground and the group round everything. */
const OF_EVERY_FILE = 5

/** As many as the file will have, without writing it. */
export function elementsIn(marks: readonly Mark[]): number {
  return OF_EVERY_FILE + shapesIn(marks)
}
function shapesIn(marks: readonly Mark[]): number {
  return shapesOf(marks).reduce((count, shape) => {
    if (shape.kind !== 'group') return count + 1
    return shape.marks.length === 0 ? count : count + (shape.title === undefined ? 1 : 2) + shapesIn(shape.marks)
  }, 0)
}

export function svgText(scene: Scene): string {
  return finish(svgSteps(scene)).pieces.join('')
}

class Writer {
  text = ''
  elements = 0

  /** The origin of a file is always 0 0. */
  constructor(
    private readonly dx: number,
    private readonly dy: number,
  ) {}

  write(mark: Shape): void {
    switch (mark.kind) {
      case 'group':
        if (mark.marks.length > 0) this.group(mark.key, mark.title, mark.marks)
        return
      case 'rectangle': {
        const [width, height] = [number(mark.width), number(mark.height)]
        if (width === '0' || height === '0') return // a size of nothing is no size
        this.text += `<rect x="${number(mark.x + this.dx)}" y="${number(mark.y + this.dy)}" width="${width}" height="${height}"`
        if (mark.radius !== undefined) this.text += ` rx="${number(Math.min(mark.radius, mark.width / 2, mark.height / 2))}"`
        this.text += `${painted(mark.fill, mark.stroke)}/>\n`
        break
      }
      case 'path':
        this.text += `<path d="${this.drawn(mark.commands)}"${painted(mark.fill, mark.stroke)}/>\n`
        break
      case 'text':
        this.text += this.line(mark)
    }
    this.elements++
  }

  private group(key: string, title: string | undefined, marks: readonly Mark[]) {
    this.text += `<g id="${key}">${title === undefined ? '' : `<title>${escaped(title)}</title>`}\n`
    this.elements += title === undefined ? 1 : 2
    for (const inner of shapesOf(marks)) this.write(inner)
    this.text += '</g>\n'
  }

  private drawn(commands: readonly PathCommand[]): string {
    let text = ''
    for (const command of commands) {
      text += command[0]
      if (command[0] === 'Z') continue
      text += this.point(command[1], command[2])
      for (let i = 3; i < command.length; i += 2) text += ` ${this.point(command[i] as number, command[i + 1] as number)}`
    }
    return text
  }

  private point(x: number, y: number): string {
    return `${number(x + this.dx)} ${number(y + this.dy)}`
  }

  private line({ x, y, text, size, bold, italic, anchor, fill }: TextMark): string {
    const weight = bold ? ' font-weight="700"' : ''
    const style = italic ? ' font-style="italic"' : ''
    const place = anchor && anchor !== 'start' ? ` text-anchor="${anchor}"` : ''
    const at = `x="${number(x + this.dx)}" y="${number(y + this.dy)}"`
    return `<text ${at} font-size="${number(size)}"${weight}${style}${place} fill="${fill}">${escaped(text)}</text>\n`
  }
}

function painted(fill: string | undefined, stroke: Stroke | undefined): string {
  const inside = ` fill="${fill ?? 'none'}"`
  if (stroke === undefined) return inside
  const dash = stroke.dash ? ` stroke-dasharray="${stroke.dash.map(number).join(' ')}"` : ''
  const cap = stroke.cap ? ` stroke-linecap="${stroke.cap}"` : ''
  const join = stroke.join ? ` stroke-linejoin="${stroke.join}"` : ''
  return `${inside} stroke="${stroke.colour}" stroke-width="${number(stroke.width)}"${dash}${cap}${join}`
}

/** A plain decimal with at most two places: a fiftieth of a pixel is less than any renderer shows. Never −0, never an exponent. */
export function number(value: number): string {
  const cents = Math.round(value * 100)
  const whole = Math.trunc(cents / 100)
  const rest = cents - whole * 100
  if (rest === 0) return `${whole + 0}` // no −0
  return rest > 0 ? `${whole}${PLACES[rest]}` : `-${-whole}${PLACES[-rest]}`
}
/** `.01`, `.1` … as they stand after the point, by hundredths. */
const PLACES = Array.from({ length: 100 }, (_, cents) => (cents / 100).toString().slice(1))

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
export function escaped(text: string): string {
  if (PLAIN.test(text)) return text
  return text.replace(/\p{Cs}|[^\P{Cc}\t\n\r]|\ufffe|\uffff/gu, '').replace(/[&<>"']/g, (letter) => ENTITIES[letter] as string)
}
/** Nothing in it to look at twice. */
const PLAIN = /^[ !#-%(-;=?-~\u00a0-\ud7ff]*$/
