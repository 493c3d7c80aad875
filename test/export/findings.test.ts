import { expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { cardListOf } from '../../src/analysis/parts'
import { finish } from '../../src/base/steps'
import { csvLine } from '../../src/export/csv'
import { findingSteps } from '../../src/export/formats/findings'
import { writeReport } from '../../src/export/formats/report'
import { wordsFor } from '../../src/i18n/words'
import { organisation } from '../bench/organisation.mjs'
import { orgFrom, pinfold } from '../gallery/org'
import { everyElement, readSvg } from './svg-reader'

const words = wordsFor('en')

test.each(['=1+1', '+1', '-1', '@a', '\tx', '\rx', '\n=1', '\uff1d1+1'])('the cell %j is text to every spreadsheet', (text) => {
  expect(csvLine([text, 'b'])).toMatch(/^"?'/)
})
test('what would part a cell or a row is quoted', () => {
  expect(csvLine(['a,b', 'c"d', 'e\nf', 'g'])).toBe('"a,b","c""d","e\nf",g\r\n')
  expect(csvLine(['a,b', 'c;d'], ';')).toBe('a,b;"c;d"\r\n')
})

test('the table has a row for every finding of every card, in their order', () => {
  const org = pinfold((file) => {
    for (const role of file.roles) role.title = `=${role.title}`
  })
  const analysis = analyse(org)
  const { name, pieces } = finish(findingSteps(org, analysis, words))
  const rows = pieces.join('').split('\r\n')
  expect(name).toBe('pinfold-outfitters-findings.csv')
  expect(rows[0]).toBe('\ufeffcode,state,severity,role,issueType,contacts,share,sentence,stake,chip')
  const codes = rows.slice(1, -1).map((row) => row.slice(0, 3))
  expect(codes).toEqual(analysis.cards.flatMap(({ findings }) => findings.map(({ code }) => code)))
  for (const row of rows) expect(row).not.toMatch(/(^|,)"?[=+@]/)
})

test('of many places on one card the table has a row each', () => {
  const org = orgFrom(organisation(400, { hasStacks: true }).text)
  const analysis = analyse(org)
  const rows = finish(findingSteps(org, analysis, words))
    .pieces.join('')
    .split('\r\n')
    .slice(1, -1)
  expect(cardListOf(analysis).length).toBeLessThan(analysis.cards.length)
  expect(rows.map((row) => row.slice(0, 3)).sort()).toEqual(
    analysis.cards.flatMap(({ findings }) => findings.map(({ code }) => code)).sort(),
  )
})

test('what is accepted is told apart, with its reason: in the table and on the sheet', () => {
  const because = 'Dates are promised by the carrier.'
  const line = { code: 'F04', subject: { role: 'acct', issueType: 'late' }, because, by: 'Board', until: '2027-03-31' }
  const org = pinfold((file) => void Object.assign(file, { accepted: [line] }))
  const analysis = analyse(org)
  const rows = finish(findingSteps(org, analysis, words))
    .pieces.join('')
    .split('\r\n')
    .slice(0, -1)
  expect(rows[0]).toMatch(/,chip,accepted,by,until$/)
  expect(rows.filter((row) => row.includes(because))).toEqual([rows.at(-1)])
  expect(rows.at(-1)).toMatch(/^F04,flagged,high,Business account manager,Late delivery,.*,Board,2027-03-31$/)
  const html = writeReport(org, analysis, words)
  expect(html).toContain('Accepted, because …')
  expect(html).toContain(`Because ${because} · Decided by Board · Until 31 March 2027`)
  const ended = analyse(org, { today: '2027-04-01' })
  expect(writeReport(org, ended, words)).not.toContain('Accepted, because …')
  expect(finish(findingSteps(org, ended, words)).pieces.join('')).not.toContain('Board,2027')
})

function pageOf(html: string) {
  const root = readSvg(
    html
      .replace('<!doctype html>\n', '')
      .replace(/<meta[^>]*>/g, '')
      .replaceAll('<br>', ''),
  )
  if (typeof root === 'string') throw new Error(root)
  return [...everyElement(root)]
}

test('the page for people says the headline, the totals, seven cards and what is not known', () => {
  const org = pinfold()
  const html = writeReport(org, analyse(org), words)
  const page = pageOf(html)
  expect(page.find(({ name }) => name === 'h1')?.text).toMatch(/^Customers bring 600 cases a month/)
  const header = html.match(/<header>.*<\/header>/)?.[0] ?? ''
  expect(header).toContain('83\u00a0% of what this structure puts at risk.')
  expect(header).toContain('220 cases are told to nobody who could change the rule.')
  expect(page.filter(({ name }) => name === 'dd').map(({ text }) => text)).toContain('56.0\u00a0%')
  expect(page.filter(({ name, attributes }) => name === 'small' && attributes.has('data-severity'))).toHaveLength(7)
  expect(html).toMatch(/What is not known<\/h2>\n<ul>\n<li>\d+ findings? could not be judged/)
  expect(html).toContain('Cases get stuck in 11 places; what matters most, of 24 cards')
  expect(html).toContain('<strong>214</strong> are settled after hand-offs.')
  expect(
    page
      .filter(({ name }) => name === 'td')
      .map(({ text }) => text)
      .slice(0, 6),
  ).toEqual(['Business accounts', '€1.08\u00a0M (34\u00a0% of all)', '16', '38\u00a0%', '6', '€12,240 (83\u00a0% of all)'])
  expect(html).toContain('Head of operations: 146 cases a month <i>Late delivery 106 · Where is my order? 40</i>')
  expect(html).toBe(writeReport(org, analyse(org), words))
})

test('it is one sheet at any size and with any titles, runs nothing and asks nobody', () => {
  const hostile = pinfold((file) => {
    for (const role of file.roles) role.title = `<script>alert(1)</script>&"'\u0001${'x'.repeat(2000)}${role.id}`
  })
  for (const org of [hostile, orgFrom(organisation(3000).text)]) {
    const html = writeReport(org, analyse(org), words)
    expect(html.length).toBeLessThan(16_000)
    expect(html).not.toMatch(/<script|https?:|url\(/)
    expect(html).not.toContain('\u0001')
    expect(pageOf(html).length).toBeLessThan(150)
  }
})

test('seven cards say seven things: the same post elsewhere is not told again', () => {
  const org = orgFrom(organisation(3000).text)
  const about = [...writeReport(org, analyse(org), words).matchAll(/<strong>([^<(·]*)[^<]*? · ([^<·]*)/g)].map(
    ([, post, topic]) => `${post}${topic}`,
  )
  expect(about).toHaveLength(7)
  expect(new Set(about).size).toBeGreaterThan(3)
})

test('of an organisation of which nothing is known it says that much', () => {
  const org = orgFrom(JSON.stringify([{ id: 'a' }, { id: 'b', manager: 'a' }]))
  const analysis = analyse(org)
  expect(pageOf(writeReport(org, analysis, words)).some(({ name }) => name === 'h1')).toBe(true)
  expect(
    finish(findingSteps(org, analysis, words))
      .pieces.join('')
      .split('\r\n').length - 2,
  ).toBe(
    cardListOf(analysis)
      .from(0, 1000)
      .flatMap(({ findings }) => findings).length,
  )
})
