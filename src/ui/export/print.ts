// Pages for the browser's own printer, which is the only way to a PDF here that draws every script and keeps its text (slides.md 8). They stand
// in the page as drawings, unseen but on paper, each on a sheet of its own size; the browser takes the title of the page for the file's name.
import type { Steps } from '../../base/steps'
import { svgSteps } from '../../render/svg'
import type { Scene } from '../../scene/types'
import './print.css'

export interface Sheet {
  readonly scene: Scene
  /** Of the paper, in points. */
  readonly points: { readonly width: number; readonly height: number }
  /** Said at the foot of the sheet: where on a poster it goes. The drawing then keeps clear of the edge. */
  readonly foot?: string
}
export interface PrintJob {
  /** Asks the browser to print. What it prints goes when it says that it is done. */
  readonly print: () => Promise<void>
}

/** Puts the sheets into the page, a little at a time. A job that was given up leaves nothing behind: nothing is in the page before all is. */
export function* printSteps(sheets: readonly Sheet[], title: string, told: (done: number) => void): Steps<PrintJob> {
  const host = document.createElement('div')
  host.dataset.print = ''
  const sizes: Sheet['points'][] = []
  const letters = new Set<string>()
  for (const [done, { scene, points, foot }] of sheets.entries()) {
    const sheet = document.createElement('section')
    sheet.dataset.size = `s${placeIn(sizes, points)}`
    sheet.append(yield* drawing(scene, letters))
    if (foot !== undefined) sheet.append(Object.assign(document.createElement('p'), { textContent: foot }))
    host.append(sheet)
    told(done + 1)
    yield
  }
  return { print: () => printed(host, sizes, title, [...letters].join('')) }
}

const SVG = 'http://www.w3.org/2000/svg'
/** Text of a drawing comes in pieces that end where a shape ends, so each is parsed on its own. */
function* drawing(scene: Scene, letters: Set<string>): Steps<SVGElement> {
  const { pieces } = yield* svgSteps(scene)
  const last = pieces.length - 1
  let svg: SVGElement | null = null
  for (const [i, piece] of pieces.entries()) {
    const before = i === 0 ? '' : `<svg xmlns="${SVG}"><g>`
    const after = i === last ? '' : '</g></svg>'
    const part = document.adoptNode(new DOMParser().parseFromString(`${before}${piece}${after}`, 'image/svg+xml').documentElement)
    for (const letter of part.textContent ?? '') letters.add(letter)
    if (part.nodeName !== 'svg') throw new Error('a drawing that is no SVG')
    if (svg) svg.lastElementChild?.append(...(part.lastElementChild?.childNodes ?? []))
    else svg = part as unknown as SVGElement
    yield
  }
  return svg as SVGElement
}

/** Of the print before: some browsers say that it is over only when the next one begins. */
let tidy = () => {}

async function printed(host: HTMLElement, sizes: readonly Sheet['points'][], title: string, letters: string): Promise<void> {
  await Promise.all(FACES.map((face) => document.fonts.load(face, letters)))
  tidy()
  const paper = new CSSStyleSheet()
  paper.replaceSync(sizes.map(onPaper).join('\n'))
  const before = document.title
  tidy = () => {
    removeEventListener('afterprint', tidy)
    host.remove()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== paper)
    document.title = before
    tidy = () => {}
  }
  addEventListener('afterprint', tidy)
  document.body.append(host)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, paper]
  document.title = title
  window.print()
}
const onPaper = ({ width, height }: Sheet['points'], i: number): string =>
  `@page s${i} { size: ${width}pt ${height}pt; margin: 0 } [data-size='s${i}'] { page: s${i}; inline-size: ${width}pt; block-size: ${height}pt }`
const FACES = ["400 12px 'Headstand Sans'", "700 12px 'Headstand Sans'"]

/** Among those that were met before, or after them. */
function placeIn(sizes: Sheet['points'][], { width, height }: Sheet['points']): number {
  const [w, h] = [width, height].map((points) => Math.round(points * 100) / 100) as [number, number]
  const at = sizes.findIndex((one) => one.width === w && one.height === h)
  return at < 0 ? sizes.push({ width: w, height: h }) - 1 : at
}
