// The analysis against a second one, written by brute force from domain.md alone (reference/), over random organisations.
import { expect, test } from 'vitest'
import { analysisJson } from '../../src/cli/output/analysis'
import { wordsFor } from '../../src/i18n/words'
import { orgOfFile, pinfoldFile } from '../organisations'
import { analyse } from './public'
import { compare } from './reference/compare.mjs'
import { randomOrg } from './reference/random-org.mjs'
import { analyse as analyseByTheBook } from './reference/reference.mjs'

const words = wordsFor('en')
const ours = (file: unknown) => {
  const org = orgOfFile(file)
  return JSON.parse(JSON.stringify(analysisJson(org, analyse(org), words, { all: false, summary: false })))
}
const SEEDS = Array.from({ length: 300 }, (_, i) => i + 1)

test('the worked example', () => {
  expect(compare(analyseByTheBook(pinfoldFile()), ours(pinfoldFile()))).toEqual([])
})

test('300 random organisations', () => {
  const differing = SEEDS.flatMap((seed) => {
    const file = randomOrg(seed)
    const lines = compare(analyseByTheBook(file), ours(file))
    return lines.length > 0 ? [{ seed, lines }] : []
  })
  expect(differing).toEqual([])
})

test('the comparison sees a changed number', () => {
  const file = pinfoldFile()
  const changed = ours(file)
  changed.findings.find(({ code }: { code: string }) => code === 'F01').contacts += 1
  expect(compare(analyseByTheBook(file), changed).length).toBe(1)
})
