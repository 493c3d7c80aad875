import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finish } from '../../src/base/steps'
import type { PackedTexts } from '../../src/base/texts'
import { roleName } from '../../src/i18n/sentences'
import { wordsFor } from '../../src/i18n/words'
import { idsOf } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { labelsOf } from '../../src/scene/labels'
import { type FoldedTexts, foldSteps, gradesOf, MIDDLE, START, WORD } from '../../src/state/foldedTexts'
import { endsWord, folded, stretchesOf, wordsIn } from '../../src/state/letters'
import { namesIn } from '../../src/state/people'
import { search } from '../../src/state/search'
import { built, orgOfFile, pinfold } from '../organisations'

const ALL = { most: 1000, areNamesHidden: false }
const HIDDEN = { most: 1000, areNamesHidden: true }
const titlesOf = (org: Org, query: string, how = ALL) =>
  search(org, query, how).best.map(({ kind, at }) => (kind === 'role' ? roleName(org, at) : `${kind} ${at}`))
const people = () => orgOfFile(readFileSync('fixtures/own-people.json', 'utf8'))

describe('what is typed in a hurry is what is written with care', () => {
  test.each([
    ['Straße', 'strasse'],
    ['STRASSE', 'straße'],
    ['Jürgen Łukasz', 'jurgen lukasz'],
    ['Søren Ægir', 'soren aegir'],
    ['Þórður', 'thordur'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['Ёлка', 'елка'],
    ['Œuvre', 'oeuvre'],
    ['ΟΔΟΣ', 'οδος'],
    ['Ｆｕｌｌ ﬁt', 'full fit'],
    ['L’été – d’Anaïs', "l'ete - d'anais"],
    ['שָׁלוֹם', 'שלום'],
    ['مُدِير', 'مدير'],
  ])('%s = %s', (written, typed) => {
    expect(folded(written)).toBe(folded(typed))
  })

  test('but vowels that are written as signs stay', () => {
    expect(folded('किताब')).not.toBe(folded('कताब'))
  })
  test('composed and decomposed are the same', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => folded(text.normalize('NFD')) === folded(text.normalize('NFC'))))
  })
  test('what was folded once is folded', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => folded(folded(text)) === folded(text)))
  })
})

describe('what is marked in a text', () => {
  const marked = (text: string, query: string) => stretchesOf(text, wordsIn(query)).map(({ from, to }) => text.slice(from, to))

  test('is what was written, however it was typed', () => {
    expect(marked('Grüße aus der Großstraße', 'grosss')).toEqual(['Großs'])
    expect(marked('Ægir Þórðarson', 'thor ae')).toEqual(['Æ', 'Þór'])
    expect(marked('Cafe\u0301 keeper', 'cafe')).toEqual(['Cafe\u0301'])
  })
  test('is the beginning of a word rather than its middle, and never twice', () => {
    expect(stretchesOf('Storeman of the store', ['store'])).toEqual([{ from: 0, to: 5 }])
    expect(stretchesOf('Restore the store', ['store'])).toEqual([{ from: 12, to: 17 }])
    expect(stretchesOf('Manager', ['man', 'manage'])).toEqual([{ from: 0, to: 6 }])
  })
})

describe('the order', () => {
  test('beginnings come before middles, and titles before units', () => {
    expect(titlesOf(pinfold(), 'care')).toEqual(['Care team lead', 'Care agent'])
    expect(titlesOf(pinfold(), 'store')).toEqual([
      'Store manager North',
      'Store manager South',
      'issue 0', // Bought in another store
      'Cashier North', // North store
      'Cashier South',
    ])
    expect(titlesOf(pinfold(), 'sales')).toEqual(['Head of sales', 'Business account manager'])
    expect(titlesOf(pinfold(), 'age')[0]).toBe('Care agent') // not Store manAGEr
  })
  test('every word has to be somewhere, wherever that is', () => {
    expect(titlesOf(pinfold(), 'north cash')).toEqual(['Cashier North'])
    expect(titlesOf(pinfold(), 'lead customer')).toEqual(['Care team lead'])
    expect(titlesOf(pinfold(), 'north finance')).toEqual([])
  })
  test('customers and kinds of case are found beside roles, before those they tie with', () => {
    expect(titlesOf(pinfold(), 'business')).toEqual(['segment 2', 'Business account manager'])
    const issue = titlesOf(pinfold(), 'late delivery')
    expect(issue).toHaveLength(1)
    expect(issue[0]).toMatch(/^issue/)
  })
  test('a name finds the role, and the person who was meant', () => {
    const org = people()
    const { best } = search(org, 'oka', ALL)
    expect(best.map(({ at, person }) => [roleName(org, at), person])).toEqual([['Fitter', 'Dee Okafor']])
    expect(search(org, 'aydin', ALL).best.map(({ person }) => person)).toEqual(['Cem Aydın'])
    expect(titlesOf(org, 'o')).toEqual(['Fitter', 'Founder', 'Workshop lead', 'Bookkeeper']) // Okafor begins with it
    expect(namesIn(org, best[0]?.at as number)).toEqual(['Cem Aydın', 'Dee Okafor'])
  })
})

describe('names that are hidden', () => {
  test('are neither searched nor said', () => {
    const org = people()
    expect(search(org, 'okafor', HIDDEN).count).toBe(0)
    expect(search(org, 'fitter', HIDDEN).best).toEqual([{ kind: 'role', at: expect.any(Number), person: null }])
  })
  test('hide ids that stand for titles with them', () => {
    const org = orgOfFile({ headstand: '1.0', roles: [{ id: 'ana-reyes' }, { id: 'b', title: 'Clerk', reportsTo: 'ana-reyes' }] })
    expect(titlesOf(org, 'reyes')).toEqual(['ana-reyes'])
    expect(titlesOf(org, 'reyes', HIDDEN)).toEqual([])
  })
})

describe('laws', () => {
  const files = readdirSync('fixtures').filter((name) => name.endsWith('.json') || name.endsWith('.txt'))
  const orgs = files.flatMap((name) => {
    const { org } = built(readFileSync(`fixtures/${name}`, /utf-16/.test(name) ? 'utf16le' : 'utf8'))
    return org ? [[name, org] as const] : []
  })
  test('the fixtures are there', () => expect(orgs.length).toBeGreaterThan(10))

  test.each(orgs)('every role of %s is found by its own title, and each result has all the words', (_, org) => {
    const labels = labelsOf(org, 'screen', wordsFor('en'))
    idsOf(org).forEach((id, role) => {
      const title = org.doc.roles.columns.title.kind === 'text' ? roleName(org, role) : id
      const query = title.split(' (')[0] as string
      const { best, count, words } = search(org, query, ALL)
      if (words.length === 0) return
      expect(
        best.some((hit) => hit.kind === 'role' && hit.at === role),
        title,
      ).toBe(true)
      expect(best.length).toBe(Math.min(count, ALL.most))
      for (const hit of best) {
        if (hit.kind !== 'role') continue
        const texts = folded([labels.title(hit.at), labels.unit(hit.at), roleName(org, hit.at), ...namesIn(org, hit.at)].join(' '))
        for (const word of words) expect(texts, query).toContain(word)
      }
    })
  })

  test('of many only the best are handed over, and all are counted', () => {
    const few = search(pinfold(), 'e', { most: 3, areNamesHidden: false })
    const all = search(pinfold(), 'e', ALL)
    expect(few.count).toBe(all.count)
    expect(few.best).toEqual(all.best.slice(0, 3))
    expect(all.count).toBeGreaterThan(10)
  })
  test('nothing typed is nothing found', () => expect(search(pinfold(), ' \u00a0 ', ALL).count).toBe(0))
})

describe('texts folded as bytes', () => {
  const written = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }), fc.constantFrom('Straße 9', 'ÆGIR þór', ' Care\tteam ')),
  )
  const packed = (texts: readonly string[]): PackedTexts => {
    const bytes = texts.map((text) => new TextEncoder().encode(text))
    let end = 0
    const ends = Int32Array.from(bytes, (one) => (end += one.length))
    return { bytes: Uint8Array.from(bytes.flatMap((one) => [...one])), ends, slots: new Int32Array(0) }
  }
  const listOf = ({ bytes, ends }: FoldedTexts) =>
    Array.from(ends, (end, i) => new TextDecoder().decode(bytes.subarray(i === 0 ? 0 : ends[i - 1], end)))

  test('are what the texts are folded, packed or not', () => {
    fc.assert(
      fc.property(written, (texts) => {
        const distinct = [...new Set(texts)]
        const expected = distinct.map((text) => folded(text).trim())
        expect(listOf(finish(foldSteps(distinct)))).toEqual(expected)
        expect(listOf(finish(foldSteps(packed(distinct))))).toEqual(expected)
      }),
    )
  })
  test('are found wherever the folded text has the word, its beginning before that of a word before its middle', () => {
    const cases = fc.tuple(written, fc.nat(40), fc.nat(6))
    fc.assert(
      fc.property(cases, ([texts, from, length]) => {
        const pool = finish(foldSteps(texts))
        const all = listOf(pool)
        const points = [...all.join(' ')]
        const start = from % Math.max(1, points.length)
        const [word] = wordsIn(points.slice(start, start + length + 2).join(''))
        if (word === undefined) return
        expect([...gradesOf(pool, word)]).toEqual(all.map((text) => gradeIn(text, word)))
      }),
    )
  })
  function gradeIn(text: string, word: string): number {
    let best = 0
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      best = Math.max(best, at === 0 ? START : endsWord(text.charCodeAt(at - 1)) ? WORD : MIDDLE)
    return best
  }
})
