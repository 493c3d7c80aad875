// A PDF as Chromium prints it, read back without a program: its pages, their sizes, and their text through the fonts' own tables of letters.
import { inflateSync } from 'node:zlib'

export interface PdfPage {
  /** In points. */
  readonly width: number
  readonly height: number
  /** All letters in the order in which they were set, without blanks: a blank may be a distance. */
  readonly text: string
}
export interface Pdf {
  readonly title: string
  readonly pages: readonly PdfPage[]
}

interface Font {
  /** Of a letter in hexadecimal. */
  readonly digits: number
  readonly letters: ReadonlyMap<number, string>
}
interface Thing {
  readonly head: string
  readonly stream: string
}

export function readPdf(bytes: Buffer): Pdf {
  const things = thingsIn(bytes.toString('latin1'), bytes)
  const thing = (reference: string | undefined) => things.get(Number.parseInt(reference ?? '', 10))
  const named = (head: string, key: string) => head.match(new RegExp(`/${key} (\\d+) 0 R`))?.[1]
  const inside = (head: string, key: string) => thing(named(head, key))?.head ?? head.slice(Math.max(0, head.indexOf(`/${key}`)))
  const fonts = new Map<string, Font>()
  const fontOf = (at: string): Font => {
    const head = thing(at)?.head ?? ''
    const known = fonts.get(at) ?? {
      digits: head.includes('/Type0') ? 4 : 2, // a font of drawings has one byte a letter
      letters: lettersIn(thing(named(head, 'ToUnicode'))?.stream ?? ''),
    }
    fonts.set(at, known)
    return known
  }
  /** Groups are drawings of their own, with fonts of their own. */
  const textsIn = ({ head, stream }: Thing, outer: ReadonlyMap<string, string>): string[] => {
    const own = new Map([...outer, ...fontsIn(inside(head, 'Resources'))])
    const texts: string[] = []
    let set = fontOf('')
    for (const [, font, run, group] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|((?:<[\da-f]+>|\[[^\]]*\])) ?TJ?j?|\/(X\d+) Do/gi)) {
      if (font) set = fontOf(own.get(font) ?? '')
      else if (run) texts.push([...run.matchAll(/<([\da-f]+)>/gi)].map(([, hex = '']) => spelled(hex, set)).join(''))
      else if (group) {
        const form = thing(named(inside(head, 'Resources'), group))
        if (form) texts.push(...textsIn(form, own))
      }
    }
    return texts
  }
  const pages = [...things.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => {
      const [, left, bottom, right, top] = (head.match(/\/MediaBox \[([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+)\]/) ?? []).map(Number)
      const content = thing(named(head, 'Contents'))?.stream ?? ''
      const text = textsIn({ head, stream: content }, new Map()).join('').replace(/\s/g, '')
      return { width: right! - left!, height: top! - bottom!, text }
    })
  const title = [...things.values()].map(({ head }) => head.match(/\/Title \(([^)]*)\)/)?.[1]).find((one) => one !== undefined)
  return { title: title ?? '', pages }
}

function thingsIn(text: string, bytes: Buffer): ReadonlyMap<number, Thing> {
  const things = new Map<number, Thing>()
  for (const match of text.matchAll(/(?:^|[\r\n])(\d+) 0 obj/g)) {
    const begin = match.index + match[0].length
    const end = text.indexOf('endobj', begin)
    const at = text.indexOf('stream', begin)
    const isStream = at > 0 && at < end
    const head = text.slice(begin, isStream ? at : end)
    const length = Number(head.match(/\/Length (\d+)/)?.[1] ?? 0)
    const from = at + (text[at + 6] === '\r' ? 8 : 7)
    const packed = bytes.subarray(from, from + length)
    const isFlat = isStream && head.includes('/FlateDecode') && !head.includes('/Length1')
    things.set(Number(match[1]), {
      head,
      stream: isFlat ? inflateSync(packed).toString('latin1') : isStream ? packed.toString('latin1') : '',
    })
  }
  return things
}

const fontsIn = (resources: string): [string, string][] =>
  [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, at]) => [name!, at!])

/** `<0003> <0020>` one by one, `<0003> <0005> <0041>` a row of them. */
function lettersIn(table: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>()
  const inBlocks = (kind: string) => [...table.matchAll(new RegExp(`begin${kind}([\\s\\S]*?)end${kind}`, 'g'))].map(([, block]) => block!)
  for (const block of inBlocks('bfchar'))
    for (const [, glyph, letter] of block.matchAll(/<([\da-f]+)> *<([\da-f]+)>/gi)) letters.set(Number.parseInt(glyph!, 16), utf16(letter!))
  for (const block of inBlocks('bfrange'))
    for (const [, first, last, letter] of block.matchAll(/<([\da-f]+)> *<([\da-f]+)> *<([\da-f]+)>/gi))
      for (let glyph = Number.parseInt(first!, 16), i = 0; glyph <= Number.parseInt(last!, 16); glyph++, i++)
        letters.set(glyph, String.fromCodePoint(utf16(letter!).codePointAt(0)! + i))
  return letters
}
const utf16 = (hex: string): string => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))
const spelled = (hex: string, { digits, letters }: Font): string =>
  (hex.match(new RegExp(`.{${digits}}`, 'g')) ?? []).map((glyph) => letters.get(Number.parseInt(glyph, 16)) ?? '�').join('')
