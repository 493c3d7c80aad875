// A strict reader for the small SVG we write, for the lint and the gallery: elements with attributes, in order, nothing forgiven.

export interface SvgElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly SvgElement[]
  readonly text: string
  readonly raw: string
}
interface Open {
  name: string
  attributes: Map<string, string>
  children: Open[]
  text: string
  raw: string
}

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![^>]*(?:\[[\s\S]*?\])?>|<\/?[^<>]*>|[^<]+/g
const TAG = /^<([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>$/

/** The root, or a sentence that says why it is no XML. */
export function readSvg(text: string): SvgElement | string {
  const open: Open[] = []
  let root: Open | null = null
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith('<!') || token.startsWith('<?')) continue
    const parent = open.at(-1)
    if (token.startsWith('</')) {
      const name = token.slice(2, -1).trim()
      if (parent?.name !== name) return `</${name}> closes nothing`
      open.pop()
    } else if (token.startsWith('<')) {
      const tag = TAG.exec(token)
      if (!tag) return `not well formed: ${token.slice(0, 80)}`
      const [, name = '', list = '', slash] = tag
      const attributes = new Map<string, string>()
      for (const [, key = '', a, b] of list.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
        if (attributes.has(key)) return `${key} twice on ${name}`
        attributes.set(key, a ?? b ?? '')
      }
      const element: Open = { name, attributes, children: [], text: '', raw: '' }
      if (parent) parent.children.push(element)
      else if (root) return 'two roots'
      else root = element
      if (slash === '') open.push(element)
    } else if (parent) {
      parent.raw += token
      parent.text += unescaped(token)
    } else if (token.trim() !== '') return 'text outside the root'
  }
  if (open.length > 0) return `${open.at(-1)?.name} is not closed`
  return root ?? 'no root'
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
export function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole
    return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10))
  })
}
export function* everyElement(element: SvgElement): Generator<SvgElement> {
  yield element
  for (const child of element.children) yield* everyElement(child)
}
