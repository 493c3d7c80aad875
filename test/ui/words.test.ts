// Every word on the page comes from the catalogue: no component holds a sentence of its own, and no key is said that is not there.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'
import { en } from '../../src/i18n/en'

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}
const SPOKEN = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'aria-description', 'aria-roledescription'])

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
}
function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one)
  else if (value !== null && typeof value === 'object') {
    if (typeof (value as Node).type === 'string') yield value as Node
    for (const one of Object.values(value)) yield* nodesOf(one)
  }
}
/** Letters in the text of an element, or in what is spoken of it. */
function literalsIn(source: string): readonly string[] {
  const found: string[] = []
  for (const node of nodesOf(parseAst(source, { lang: 'tsx' }))) {
    const name = (node.name as Node | undefined)?.name
    const value = node.value as { readonly type?: string; readonly value?: unknown } | string | null
    if (node.type === 'JSXText' && /\p{L}/u.test(String(node.value))) found.push(String(node.value).trim())
    if (node.type === 'JSXAttribute' && SPOKEN.has(String(name)) && typeof value === 'object' && value?.type === 'Literal')
      found.push(`${name}="${value.value}"`)
    const expression = node.expression as Node | undefined
    if (node.type === 'JSXExpressionContainer' && expression?.type === 'Literal' && /\p{L}/u.test(String(expression.value)))
      found.push(String(expression.value))
  }
  return found.filter((text) => !text.startsWith('what='))
}

const components = filesIn('src/ui').filter((path) => path.endsWith('.tsx'))

test('no component holds words of its own', () => {
  expect(components.length).toBeGreaterThan(20)
  expect(components.flatMap((path) => literalsIn(readFileSync(path, 'utf8')).map((text) => `${path}: ${text}`))).toEqual([])
})

test('a planted word is found', () => {
  expect(literalsIn('const a = <p title="Hello">Open <b>{"now"}</b></p>')).toEqual(expect.arrayContaining(['title="Hello"', 'Open', 'now']))
})

test('every key that is said in full stands in the catalogue', () => {
  const sources = filesIn('src').filter((path) => /(ui|state)\/.*\.tsx?$/.test(path))
  const keys = sources.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/'(page\.[A-Za-z.-]+)'/g)].map((match) => match[1] as string),
  )
  expect(keys.length).toBeGreaterThan(80)
  expect(keys.filter((key) => !(key in en))).toEqual([])
})

test('every word of the page is said somewhere', () => {
  const sources = filesIn('src/ui')
    .concat(filesIn('src/state'))
    .filter((path) => /\.tsx?$/.test(path))
  const text = sources.map((path) => readFileSync(path, 'utf8')).join('\n')
  const isSaid = (key: string) =>
    text.includes(`'${key}'`) || text.includes(`\`${key.replace(/[A-Za-z0-9-]+$/, '')}\${`) || /page\.(sample|phrase)\./.test(key)
  expect(Object.keys(en).filter((key) => key.startsWith('page.') && !isSaid(key))).toEqual([])
})
