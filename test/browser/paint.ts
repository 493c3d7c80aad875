// The page of canvas-svg.spec.ts: paints a scene of the gallery on a canvas, draws its SVG as an image, and compares the two.
import { paint } from '../../src/render/paint'
import { svgText } from '../../src/render/svg'
import { colourAt, differs, probesOf } from '../gallery/probes'
import { SCENES } from '../gallery/scenes'

export interface Comparison {
  /** Share of all pixels of which a channel differs by more than 64. */
  readonly share: number
  /** Share of pixels that are not the background, so that two empty pages are no success. */
  readonly inked: number
  readonly probes: number
  /** Probes whose colour is off by more than 8 on the canvas or in the SVG. */
  readonly wrong: readonly string[]
}

async function compare(name: string): Promise<Comparison> {
  const scene = SCENES.find((one) => one.name === name)?.draw()
  if (!scene) throw new Error(name)
  const { width, height } = scene.bounds
  const canvas = contextOf(width, height)
  paint(scene, canvas, { pixelRatio: 1 })
  const picture = contextOf(width, height)
  picture.drawImage(await imageOf(svgText(scene)), 0, 0)
  const [a, b] = [canvas, picture].map((context) => context.getImageData(0, 0, width, height).data) as [
    Uint8ClampedArray,
    Uint8ClampedArray,
  ]
  const ground = colourAt(a, width, { x: 4, y: 4 })
  let different = 0
  let inked = 0
  for (let i = 0; i < a.length; i += 4) {
    if ([0, 1, 2].some((c) => Math.abs((a[i + c] as number) - (b[i + c] as number)) > 64)) different++
    if ([0, 1, 2].some((c) => Math.abs((a[i + c] as number) - (ground[c] as number)) > 8)) inked++
  }
  const probes = probesOf(scene)
  const wrong = probes.flatMap((probe) => {
    const [onCanvas, inSvg] = [differs(probe.colour, colourAt(a, width, probe)), differs(probe.colour, colourAt(b, width, probe))]
    return onCanvas > 8 || inSvg > 8 ? [`${probe.colour} at ${probe.x}, ${probe.y}: off by ${onCanvas} on canvas, ${inSvg} in SVG`] : []
  })
  return { share: different / (width * height), inked: inked / (width * height), probes: probes.length, wrong }
}

function contextOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  return context
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.replace(/(?<=^<svg[^>]*>)/, FACES_OF_SVG))}`
  await image.decode()
  return image
}

// One typeface for both, whatever the machine has: the page's own for the canvas, the same under the name of Arial inside the picture.
const files = import.meta.glob<string>(
  '../../node_modules/@fontsource/arimo/files/arimo-{latin,latin-ext,cyrillic,greek,hebrew}-{400,700}-normal.woff2',
  {
    eager: true,
    query: '?inline',
    import: 'default',
  },
)
const RANGES: Readonly<Record<string, string>> = {
  latin: 'U+0000-00FF, U+2000-206F, U+20AC, U+2122',
  'latin-ext': 'U+0100-02BA, U+1E00-1EFF',
  cyrillic: 'U+0400-045F, U+0490-0491, U+2116',
  greek: 'U+0370-03FF',
  hebrew: 'U+0590-05FF',
}
const FACES = Object.entries(files).map(([path, data]) => {
  const [, subset, weight] = /arimo-(.+)-(400|700)-normal/.exec(path) as unknown as [string, string, string]
  return { data, weight, range: RANGES[subset] ?? '' }
})
const FACES_OF_SVG = `<style>${FACES.map(
  ({ data, weight, range }) => `@font-face{font-family:Arial;font-weight:${weight};src:url(${data});unicode-range:${range}}`,
).join('')}</style>`
for (const { data, weight, range } of FACES)
  document.fonts.add(await new FontFace('Headstand Sans', `url(${data})`, { weight, unicodeRange: range }).load())

Object.assign(globalThis, { compare, names: SCENES.map(({ name }) => name) })
