// Programs that draw an SVG, each as a function from a file to a picture of its own. Not installed = null.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

/** @typedef {{ name: string, version: string, draw: (svg: string, png: string, size: { width: number, height: number }) => void }} Engine */

/** @param {string} program @param {string[]} args */
function asked(program, args) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 120_000 })
  } catch {
    return ''
  }
}
const numberIn = (/** @type {string} */ text) => /\d+(\.\d+)+/.exec(text)?.[0] ?? ''

/** @returns {Engine[]} */
export function engines() {
  return [resvg(), librsvg(), inkscape(), office('LibreOffice', drawnDirectly), office('Impress slide', placedOnASlide)].filter(
    (one) => one !== null,
  )
}

function resvg() {
  /** @type {Engine} */
  const engine = {
    name: 'resvg',
    version: JSON.parse(readFileSync('node_modules/@resvg/resvg-js/package.json', 'utf8')).version,
    draw: (svg, png) => writeFileSync(png, new Resvg(readFileSync(svg, 'utf8'), { font: { loadSystemFonts: true } }).render().asPng()),
  }
  return engine
}

/** @returns {Engine | null} */
function librsvg() {
  const version = numberIn(asked('rsvg-convert', ['--version']))
  return version === ''
    ? null
    : {
        name: 'librsvg',
        version,
        draw: (svg, png, { width, height }) => void asked('rsvg-convert', ['-w', `${width}`, '-h', `${height}`, '-o', png, svg]),
      }
}

/** @returns {Engine | null} */
function inkscape() {
  const version = numberIn(asked('inkscape', ['--version']))
  return version === ''
    ? null
    : {
        name: 'Inkscape',
        version,
        draw: (svg, png, { width }) => void asked('inkscape', [svg, '--export-type=png', `--export-filename=${png}`, '-w', `${width}`]),
      }
}

/** @param {string} name @param {(svg: string, png: string, size: { width: number, height: number }) => void} draw @returns {Engine | null} */
function office(name, draw) {
  const version = numberIn(asked('soffice', ['--version']))
  return version === '' ? null : { name, version, draw }
}

/** @param {string} from @param {string} filter @param {string} extension @param {string} to */
export function converted(from, filter, extension, to) {
  const folder = mkdtempSync(join(tmpdir(), 'engines-'))
  asked('soffice', [
    '--headless',
    `-env:UserInstallation=file://${join(tmpdir(), 'engines-office')}`,
    '--convert-to',
    filter,
    '--outdir',
    folder,
    from,
  ])
  renameSync(join(folder, basename(from).replace(/\.[^.]*$/, `.${extension}`)), to)
}
const pixels = ({ width, height }) => `{"PixelWidth":{"type":"long","value":"${width}"},"PixelHeight":{"type":"long","value":"${height}"}}`

/** @param {string} svg @param {string} png @param {{ width: number, height: number }} size */
function drawnDirectly(svg, png, size) {
  converted(svg, `png:draw_png_Export:${pixels(size)}`, 'png', png)
}

/** A presentation of one slide, 16:9 as Impress makes it, that holds the drawing from edge to edge, as who drops it there gets it. @param {string} svg */
export function slideWith(svg) {
  const image = readFileSync(svg).toString('base64')
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.presentation">
<office:body><office:presentation><draw:page draw:name="Slide">
<draw:frame svg:x="0cm" svg:y="0cm" svg:width="28cm" svg:height="15.75cm"><draw:image draw:mime-type="image/svg+xml"><office:binary-data>${image}</office:binary-data></draw:image></draw:frame>
</draw:page></office:presentation></office:body></office:document>`
}

/** @param {string} svg @param {string} png @param {{ width: number, height: number }} size */
function placedOnASlide(svg, png, size) {
  const slide = join(mkdtempSync(join(tmpdir(), 'engines-')), 'slide.fodp')
  writeFileSync(slide, slideWith(svg))
  converted(slide, `png:impress_png_Export:${pixels(size)}`, 'png', png)
}
