import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { broughtBy, isLink, nameOfOutline } from '../../src/ui/app/opening'
import { SAMPLES } from '../../src/ui/app/samples'
import { orgOfFile } from '../organisations'

const data = (given: { files?: File[]; isFolder?: boolean; text?: string; link?: string }) =>
  ({
    items: [{ kind: given.text === undefined ? 'file' : 'string', webkitGetAsEntry: () => ({ isDirectory: given.isFolder === true }) }],
    files: given.files ?? [],
    getData: (type: string) => (type === 'text/plain' ? (given.text ?? '') : (given.link ?? '')),
  }) as unknown as DataTransfer

test('files that are dropped are files', () => {
  const brought = broughtBy(data({ files: [new File(['{}'], 'one.json'), new File(['{}'], 'two.json')] }))
  expect(brought.kind === 'files' && brought.files.map((file) => file.name)).toEqual(['one.json', 'two.json'])
})
test('text is read as text, whatever it turns out to be', () => {
  expect(broughtBy(data({ text: 'Director\n  Agent' }))).toEqual({ kind: 'text', text: 'Director\n  Agent' })
})
test('a folder, a link and nothing at all are each answered in a sentence of their own', () => {
  expect(broughtBy(data({ isFolder: true, files: [new File([], 'folder')] }))).toMatchObject({ key: 'page.read.folder' })
  expect(broughtBy(data({ text: 'https://elsewhere.invalid/people.csv' }))).toMatchObject({ key: 'page.read.link' })
  expect(broughtBy(data({ text: '', link: 'https://elsewhere.invalid/' }))).toMatchObject({ key: 'page.read.link' })
  expect(broughtBy(data({ text: '  ' }))).toMatchObject({ key: 'page.read.nothing' })
  expect(broughtBy(null)).toMatchObject({ key: 'page.read.nothing' })
})
test('an outline that mentions a link is no link', () => {
  expect(isLink('Director\n  Webmaster of https://elsewhere.invalid')).toBe(false)
})
test('the menu offers every sample there is', () => {
  const index = JSON.parse(readFileSync('public/samples/index.json', 'utf8')) as { samples: { id: string }[] }
  expect(index.samples.map((sample) => sample.id)).toEqual([...SAMPLES])
})

test('an outline that begins like the organisation on the page keeps its name; another is another', () => {
  const org = orgOfFile(JSON.parse(readFileSync('fixtures/pinfold.json', 'utf8')))
  expect(nameOfOutline('\nManaging director\n  Head of sales', org)).toBe('Pinfold Outfitters (invented).txt')
  expect(nameOfOutline('Director\n  Agent', org)).toBeNull()
  expect(nameOfOutline('Director\n  Agent', null)).toBeNull()
})
