// The lint of slide-safe SVG: the allow-list of slide-safe.json and those of its document rules that a program can check.
// `lint(svg)` gives complaints with the id of the rule; an error must not leave the house, a warning is for the report.
import { flattened } from '../../src/scene/cut'
import { contrast } from '../../src/scene/looks'
import { roomFor } from '../../src/scene/text/measure'
import type { Colour, PathCommand } from '../../src/scene/types'
import contract from './slide-safe.json' with { type: 'json' }
import { everyElement, readSvg, type SvgElement } from './svg-reader'

export interface Complaint {
  readonly rule: string
  readonly level: 'error' | 'warn'
  readonly says: string
}
export interface LintOptions {
  /** A moment of a turn fades text and lines on purpose; it is never exported. */
  readonly isMoving?: boolean
}

interface ElementRule {
  readonly sets?: readonly string[]
  readonly children: readonly string[]
  readonly required?: readonly string[]
  readonly text?: boolean
  readonly attributes: Readonly<Record<string, string>>
}
const patterns = new Map(Object.entries(contract.patterns).map(([name, source]) => [name, new RegExp(source)]))
const enums: Readonly<Record<string, readonly string[]>> = contract.enums
const sets: Readonly<Record<string, Readonly<Record<string, string>>>> = contract.attributeSets
const elements: Readonly<Record<string, ElementRule>> = contract.profiles.core.elements

export function lint(svg: string, { isMoving = false }: LintOptions = {}): Complaint[] {
  const out: Complaint[] = []
  const error = (rule: string, says: string) => out.push({ rule, level: 'error', says })
  const warn = (rule: string, says: string) => out.push({ rule, level: 'warn', says })
  checkSource(svg, error)
  const root = readSvg(svg)
  if (typeof root === 'string') {
    error('well-formed', root)
    return out
  }
  if (root.name !== 'svg') error('root', `the root is ${root.name}`)
  checkElement(root, error)
  checkRoot(root, error)
  checkIds(root, error)
  checkSize(root, svg, error, warn)
  const painted = paintedOf(root)
  for (const element of everyElement(root)) if (element.name === 'text') checkText(element, root, error, warn)
  checkRoom(root, error)
  checkStrokes(root, warn)
  if (!isMoving) checkContrast(painted, error)
  return out
}

export function errorsOf(complaints: readonly Complaint[]): string[] {
  return complaints.filter(({ level }) => level === 'error').map(({ rule, says }) => `${rule}: ${says}`)
}

type Say = (rule: string, says: string) => void

// ---- the text of the file ----------------------------------------------------------------------------------------------------------

const BAD = /\p{Cs}|[^\P{Cc}\t\n\r]|\ufffe|\uffff/u
function checkSource(svg: string, error: Say) {
  if (/<!DOCTYPE|<!ENTITY|<!\[CDATA\[/i.test(svg)) error('no-doctype', 'a DOCTYPE, an entity or CDATA')
  if (/<\?(?!xml )/.test(svg)) error('no-doctype', 'a processing instruction')
  if (BAD.test(svg)) error('valid-chars', 'a control character or half a surrogate')
  if (svg !== svg.normalize('NFC')) error('valid-chars', 'text is not NFC')
  for (const [entity] of svg.matchAll(/&[^;\s]*;?/g))
    if (!/^&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);$/.test(entity)) error('xml-entities', entity)
  for (const [, code = ''] of svg.matchAll(/&#(x?[0-9a-fA-F]+);/g)) {
    const value = code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code)
    if (value > 0x10ffff || BAD.test(String.fromCodePoint(value)) || (value < 32 && ![9, 10, 13].includes(value)))
      error('valid-chars', `&#${code};`)
  }
}

// ---- the allow-list ------------------------------------------------------------------------------------------------------------------

function checkElement(element: SvgElement, error: Say) {
  const rule = Object.hasOwn(elements, element.name) ? elements[element.name] : undefined
  if (!rule) {
    error('element', `<${element.name}>`)
    return
  }
  const allowed = Object.assign({}, ...(rule.sets ?? []).map((set) => sets[set]), rule.attributes) as Record<string, string>
  for (const [name, value] of element.attributes) {
    const kind = Object.hasOwn(allowed, name) ? allowed[name] : undefined
    if (kind === undefined) error('attribute', `${name} on <${element.name}>`)
    else if (!isOfKind(kind, value)) error('value', `${name}="${value.slice(0, 60)}" on <${element.name}>`)
  }
  for (const name of rule.required ?? []) if (!element.attributes.has(name)) error('required', `${name} on <${element.name}>`)
  if (!rule.text && element.raw.trim() !== '') error('element', `text inside <${element.name}>`)
  for (const child of element.children) {
    if (!rule.children.includes(child.name))
      error(element.name === 'text' ? 'text-flat' : 'element', `<${child.name}> in <${element.name}>`)
    checkElement(child, error)
  }
}

function isOfKind(kind: string, value: string): boolean {
  const [what, name = ''] = kind.split(':')
  if (what === 'pattern') return patterns.get(name)?.test(value) ?? false
  if (what === 'enum') return enums[name]?.includes(value) ?? false
  return isFontFamily(value)
}
function isFontFamily(value: string): boolean {
  const names = value.split(',').map((name) => name.trim().replace(/^'(.*)'$/, '$1'))
  const { firstMustBeOneOf, mustEndWithGeneric } = contract.fontFamily
  return !value.includes('"') && firstMustBeOneOf.includes(names[0] ?? '') && mustEndWithGeneric.includes(names.at(-1) ?? '')
}

// ---- the document --------------------------------------------------------------------------------------------------------------------

function checkRoot(root: SvgElement, error: Say) {
  const [, , width, height] = (root.attributes.get('viewBox') ?? '').split(' ')
  const [w, h] = [root.attributes.get('width'), root.attributes.get('height')]
  if (w !== width || h !== height) error('root-size', `${w} × ${h} is not ${width} × ${height}`)
  const first = root.children.find(({ name }) => name !== 'title' && name !== 'desc')
  const at = (name: string) => first?.attributes.get(name)
  const isBackground = first?.name === 'rect' && at('x') === '0' && at('y') === '0' && at('width') === w && at('height') === h
  if (!isBackground || !/^#[0-9a-f]{6}$/.test(at('fill') ?? ''))
    error('background-first', `the first thing painted is ${first?.name ?? 'nothing'}`)
}

function checkIds(root: SvgElement, error: Say) {
  const seen = new Set<string>()
  for (const { attributes } of everyElement(root)) {
    const id = attributes.get('id')
    if (id === undefined) continue
    if (seen.has(id)) error('unique-id', id)
    seen.add(id)
  }
}

function checkSize(root: SvgElement, svg: string, error: Say, warn: Say) {
  let count = 0
  for (const _ of everyElement(root)) count++
  const bytes = new TextEncoder().encode(svg).length
  if (count > 20_000 || bytes > 1e7) error('size-error', `${count} elements, ${bytes} bytes`)
  else if (count > 2000 || bytes > 1e6) warn('size-warn', `${count} elements, ${bytes} bytes`)
}

// ---- text ----------------------------------------------------------------------------------------------------------------------------

const RTL = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u
const LTR =
  /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u
const EMOJI = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f|\p{Extended_Pictographic}\u200d/u

function checkText(element: SvgElement, root: SvgElement, error: Say, warn: Say) {
  const { text, attributes } = element
  if (text === '' || text !== text.trim() || / {2}|[\n\t\r]/.test(text)) error('text-flat', JSON.stringify(text.slice(0, 60)))
  if (EMOJI.test(text)) warn('no-emoji', text)
  const isWrapped = text.startsWith('\u202b') && text.endsWith('\u202c')
  if (RTL.test(text)) {
    if (LTR.test(text) && !isWrapped) error('bidi', `${text} mixes directions`)
    if ((attributes.get('text-anchor') ?? 'start') === 'start') error('bidi', `${text} starts at its left`)
  }
  const slide = Number(root.attributes.get('width'))
  const onSlide = slide > contract.slide.svgWidth ? contract.slide.svgWidth / slide : 1
  const points = Number(attributes.get('font-size')) * contract.slide.ptPerPx * onSlide
  if (points < 7) warn('text-min-size', `${points.toFixed(1)} pt: ${text}`)
}

interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}
const number = (element: SvgElement, name: string) => Number(element.attributes.get(name) ?? 0)

function areaOfText(element: SvgElement): Area {
  const size = number(element, 'font-size')
  const room = roomFor(element.text, { size, bold: element.attributes.get('font-weight') === '700' })
  const x = number(element, 'x')
  const anchor = element.attributes.get('text-anchor')
  const left = anchor === 'middle' ? x - room / 2 : anchor === 'end' ? x - room : x
  const y = number(element, 'y')
  return { left, right: left + room, top: y - size * 0.72, bottom: y + size * 0.2 }
}
function areaOfRect(element: SvgElement): Area {
  const [x, y] = [number(element, 'x'), number(element, 'y')]
  return { left: x, top: y, right: x + number(element, 'width'), bottom: y + number(element, 'height') }
}

/** A line belongs to the last rectangle of its own group that its baseline starts in; without one, to the page. */
function checkRoom(root: SvgElement, error: Say) {
  const page = { left: 0, top: 0, right: number(root, 'width'), bottom: number(root, 'height') }
  const visit = (element: SvgElement) => {
    const rects: Area[] = []
    for (const child of element.children) {
      if (child.name === 'rect') rects.push(areaOfRect(child))
      if (child.name === 'g') visit(child)
      if (child.name !== 'text') continue
      const text = areaOfText(child)
      const [x, y] = [(text.left + text.right) / 2, number(child, 'y') - number(child, 'font-size') * 0.3]
      const holder = rects.findLast((r) => r.left <= x && x <= r.right && r.top <= y && y <= r.bottom) ?? page
      if (text.left < holder.left - 0.6 || text.right > holder.right + 0.6)
        error('text-fits', `${child.text} needs ${(text.right - text.left).toFixed(1)} of ${(holder.right - holder.left).toFixed(1)}`)
    }
  }
  visit(root)
}

// ---- strokes and contrast ------------------------------------------------------------------------------------------------------------

function checkStrokes(root: SvgElement, warn: Say) {
  for (const element of everyElement(root)) {
    const width = element.attributes.get('stroke-width')
    if (width !== undefined && Number(width) * contract.slide.ptPerPx < 0.75) warn('stroke-min', `${width} on <${element.name}>`)
  }
}

interface Painted {
  readonly element: SvgElement
  readonly covers: (x: number, y: number) => boolean
}
function paintedOf(root: SvgElement): Painted[] {
  const painted: Painted[] = []
  for (const element of everyElement(root)) {
    if (element.name === 'rect') {
      const { left, top, right, bottom } = areaOfRect(element)
      painted.push({ element, covers: (x, y) => left <= x && x <= right && top <= y && y <= bottom })
    } else if (element.name === 'path') {
      const outlines = outlinesOf(element.attributes.get('d') ?? '')
      painted.push({ element, covers: (x, y) => outlines.some((outline) => isInside(outline, x, y)) })
    } else if (element.name === 'text') painted.push({ element, covers: () => false })
  }
  return painted
}

function outlinesOf(d: string) {
  const outlines: PathCommand[][] = []
  for (const [, letter = '', list = ''] of d.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers = list.trim() === '' ? [] : list.trim().split(/[ ,]+/).map(Number)
    if (letter === 'M') outlines.push([])
    outlines.at(-1)?.push([letter, ...numbers] as unknown as PathCommand)
  }
  return outlines.map(flattened)
}
function isInside(corners: readonly { readonly x: number; readonly y: number }[], x: number, y: number): boolean {
  let inside = false
  corners.forEach((a, i) => {
    const b = corners[(i + corners.length - 1) % corners.length] as (typeof corners)[number]
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  })
  return inside
}

const isColour = (value: string | undefined): value is Colour => /^#[0-9a-f]{6}$/.test(value ?? '')

function checkContrast(painted: readonly Painted[], error: Say) {
  const below = (x: number, y: number, until: number) =>
    painted.findLast((p, i) => i < until && isColour(p.element.attributes.get('fill')) && p.covers(x, y))?.element.attributes.get('fill')
  painted.forEach(({ element }, i) => {
    if (element.name === 'text') {
      const area = areaOfText(element)
      const [x, y] = [(area.left + area.right) / 2, (area.top + area.bottom) / 2]
      const [ink, ground] = [element.attributes.get('fill'), below(x, y, i)]
      if (!isColour(ink) || !isColour(ground)) return
      const ratio = contrast(ink, ground)
      if (ratio < 4.5) error('contrast', `${element.text}: ${ink} on ${ground} is ${ratio.toFixed(2)}`)
      return
    }
    const edge = element.attributes.get('stroke')
    if (!isColour(edge) || !isBorder(element, painted)) return
    const [x, y] = startOf(element)
    const ground = below(x - 1.5, y - 1.5, i)
    if (isColour(ground) && contrast(edge, ground) < 3)
      error('contrast', `${edge} line on ${ground} is ${contrast(edge, ground).toFixed(2)}`)
  })
}

/** An edge that carries meaning: of a box that holds text, or a connector. The edges of a stack behind it say nothing that ×8 does not. */
function isBorder(element: SvgElement, painted: readonly Painted[]): boolean {
  if (element.name !== 'rect') return element.attributes.get('fill') === 'none'
  const { left, top, right, bottom } = areaOfRect(element)
  const middle = (at: Area) => [(at.left + at.right) / 2, (at.top + at.bottom) / 2] as const
  const after = painted.slice(painted.findIndex((p) => p.element === element))
  return after.some(({ element: text }, i) => {
    if (text.name !== 'text') return false
    const [x, y] = middle(areaOfText(text))
    return left < x && x < right && top < y && y < bottom && !after.slice(1, i).some((p) => p.element.name === 'rect' && p.covers(x, y))
  })
}
function startOf(element: SvgElement): readonly [number, number] {
  if (element.name === 'rect') return [number(element, 'x'), number(element, 'y')]
  const [, x, y] = /^M(-?[\d.]+)[ ,](-?[\d.]+)/.exec(element.attributes.get('d') ?? '') ?? []
  return [Number(x), Number(y)]
}
