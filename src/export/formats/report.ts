// One page for people who were not in the room: the three sentences of the chart, the totals, seven places to talk about, whose rules stand
// in the way, what is not known, and what was accepted. A page of the web that holds everything it needs, prints on one sheet, and runs nothing.
import { isEnded } from '../../analysis/accepted'
import { acceptedIn } from '../../analysis/accepted-lines'
import { cardListOf, partsOf } from '../../analysis/parts'
import { questionSteps } from '../../analysis/questions'
import { roadblockSteps } from '../../analysis/roadblocks'
import type { Analysis, Card, CardList } from '../../analysis/types'
import { highOf } from '../../base/range'
import { finish, type Steps } from '../../base/steps'
import { cellAt } from '../../base/table'
import type { Words } from '../../base/words'
import { sayableTotals } from '../../i18n/sayable'
import {
  aboutOf,
  becauseOf,
  issueName,
  periodOf,
  roleName,
  segmentName,
  sentenceOf,
  sentenceOfEdit,
  timesOf,
  topicOf,
} from '../../i18n/sentences'
import { totalsInWords } from '../../i18n/totals'
import type { Org } from '../../model/types'
import { escaped } from '../../render/svg'
import { headlineOf, organisationName } from '../../scene/headline'
import { cleanText } from '../../scene/text/clean'
import { fileName } from '../file-name'

export const format = { id: 'report', extension: 'html', mediaType: 'text/html' } as const

const CARDS = 7
const ROADBLOCKS = 4
/** Of a roadblock. */
const KINDS = 4
const SEGMENTS = 6
const QUESTIONS = 5
/** Of a sentence, so that a title of a thousand letters does not take the sheet. */
const LONGEST = 220

export interface ReportFile {
  readonly name: string
  readonly mediaType: string
  /** Of its text, in a row. */
  readonly pieces: readonly string[]
}

export function writeReport(org: Org, analysis: Analysis, words: Words): string {
  return finish(reportSteps(org, analysis, words)).pieces.join('')
}

/** Lists of a large organisation are made when they are first looked at: in steps. */
export function* reportSteps(org: Org, analysis: Analysis, words: Words): Steps<ReportFile> {
  const said = { org, analysis, words, medium: 'screen' } as const
  const { first, ...others } = headlineOf(said, 'flipped')
  const name = organisationName(said)
  const cards = cardListOf(analysis)
  yield
  const roadblocks = (yield* roadblockSteps(analysis)).slice(0, ROADBLOCKS)
  const questions = (yield* questionSteps(analysis)).slice(0, QUESTIONS)
  yield
  const title = words.say('export.report.title', { name })
  const body = [
    `<header><p>${plain(title)}</p><h1>${plain(first)}</h1>${[others.second, others.third].map((one) => (one ? `<p>${plain(one)}</p>` : '')).join('')}</header>`,
    `<dl>${totalsOf(org, analysis, words)
      .map(([value, caption]) => `<div><dt>${plain(caption)}</dt><dd>${plain(value)}</dd></div>`)
      .join('')}</dl>`,
    linesOf(org, analysis, words),
    segmentTable(org, analysis, words),
    section(
      words.say('export.report.cards', { count: cards.flagged, stuck: cards.stuck }),
      unlike(org, cards, words).map((card) => cardItem(org, card, words)),
      'ol',
    ),
    section(
      words.say('export.report.roadblocks'),
      roadblocks.map(({ role, contacts, guessed, issues }) => {
        const text = words.say('export.report.roadblock', { role: roleName(org, role), contacts, period: periodOf(org, words) })
        const guess = highOf(guessed ?? 0) > 0 ? ` ${words.say('export.report.guessed')}` : ''
        const kinds = issues.slice(0, KINDS).map(({ issueType, contacts: count }) =>
          words.say('roadblocks.kind', {
            issue: issueName(org, issueType),
            count: count === null || issues.length === 1 ? null : words.number(count, 0),
          }),
        )
        return `${plain(`${text}${guess}`)} <i>${plain(kinds.join(' · '))}</i>`
      }),
    ),
    section(
      words.say('export.report.unknown'),
      [plain(words.say('export.report.unjudged', { count: analysis.counts.unknown }))].concat(
        questions.map(({ role, issueType, section: of, contacts }) => {
          const subject = {
            role: role === undefined ? '' : roleName(org, role),
            issue: issueType === undefined ? '' : issueName(org, issueType),
          }
          const question = words.say(`page.asks.${of}`, subject)
          return plain(org.contacts.areCounted ? `${question} ${words.say('page.asks.cases', { cases: contacts })}` : question)
        }),
      ),
    ),
    section(words.say('export.report.accepted'), acceptedItems(org, analysis, words)),
    `<footer>${plain(words.say('scene.source'))}</footer>`,
  ]
  const head = `<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${plain(title)}</title>\n<style>${STYLE}</style>`
  const html = `<html lang="${escaped(words.language)}" dir="${words.direction}">`
  const parts = body.filter((part) => part !== '').join('\n')
  return {
    name: fileName(name, 'findings', format.extension),
    mediaType: format.mediaType,
    pieces: [`<!doctype html>\n${html}\n<head>\n${head}\n</head>\n<body>\n${parts}\n</body>\n</html>\n`],
  }
}

/** What is not known is told like the others, with a question mark. */
function totalsOf(org: Org, analysis: Analysis, words: Words): readonly (readonly [value: string, caption: string])[] {
  const { file } = analysis
  const totals = sayableTotals(analysis.totals)
  const people = [words.number(file.people), words.say('page.total.people', { count: file.people })] as const
  if (totals.contacts === null) return [people, [words.number(file.layers), words.say('page.total.layers', { count: file.layers })]]
  const known = (value: unknown, text: string) => (value === null ? words.say('page.total.unknown') : text)
  const { firstContactResolution: settled, handOffs, waitingHours: hours, unresolved, riskPerPeriod: risk } = totals
  return [
    people,
    [known(settled, words.percent(settled, 1)), words.say('page.total.settled')],
    [known(handOffs, words.number(handOffs, 0)), words.say('page.total.handOffs', { count: handOffs })],
    [known(hours, words.hours(hours)), words.say('page.total.waiting')],
    [known(unresolved, words.number(unresolved, 0)), words.say('page.total.deadEnds', { count: unresolved })],
    [known(risk, words.money(risk, org.doc.organization.currency ?? '')), words.say('page.total.risk', { period: periodOf(org, words) })],
  ]
}

/** What stands under no number at the top, as sentences. */
function linesOf(org: Org, analysis: Analysis, words: Words): string {
  // The first sentence says how many come.
  const atTop = new Set(['contacts', 'settled', 'handOffs', 'waiting', 'deadEnds', 'risk'])
  const isCounted = analysis.totals.contacts !== null
  const lines = totalsInWords(org, analysis, words)
    .filter(({ part }) => part !== 'line')
    .flatMap((section) => section.lines)
    .filter(({ figure }) => !isCounted || !atTop.has(figure.name))
  if (lines.length === 0) return ''
  const items = lines.map(
    ({ value, says, state }) => `<li>${state === 'unknown' ? plain(says) : `<strong>${plain(value)}</strong> ${plain(says)}`}</li>`,
  )
  return `<ul class="totals">\n${items.join('\n')}\n</ul>`
}

/** What is at risk beside what it is worth; the dearest first. */
function segmentTable(org: Org, { segments, totals }: Analysis, words: Words): string {
  const valued = segments.filter(({ contacts, clv }) => contacts !== null && clv !== null).sort((a, b) => (b.clv ?? 0) - (a.clv ?? 0))
  if (valued.length === 0) return ''
  const currency = org.doc.organization.currency ?? ''
  const known = (value: unknown, text: string) => (value === null ? words.say('number.unknown') : text)
  const of = (part: number | null, all: number | null) =>
    part === null || all === null || all <= 0 ? '' : ` (${words.say('totals.segment.of', { share: words.percent(part / all) })})`
  const numberOr = (measured: Analysis['totals']['riskPerPeriod']) => (typeof measured === 'number' ? measured : null)
  const heads = ['', 'worth', 'cases', 'settled', 'never', 'risk'] as const
  const head = heads.map((one) => words.say(one ? `totals.segment.${one}` : 'totals.segment', { period: periodOf(org, words) }))
  const rows = valued
    .slice(0, SEGMENTS)
    .map(({ segment, equity, contacts, firstContactResolution: share, unresolved, riskPerPeriod: risk }) => [
      segmentName(org, segment),
      `${known(equity, words.moneyShort(equity, currency))}${of(equity, totals.customerEquity)}`,
      known(contacts, words.number(contacts, 0)),
      known(share, words.percent(share)),
      known(unresolved, words.number(unresolved, 0)),
      `${known(risk, words.money(risk, currency))}${of(numberOr(risk), numberOr(totals.riskPerPeriod))}`,
    ])
  const cells = (tag: 'th' | 'td', row: readonly string[]) => `<tr>${row.map((cell) => `<${tag}>${plain(cell)}</${tag}>`).join('')}</tr>`
  return `<table>\n${cells('th', head)}\n${rows.map((row) => cells('td', row)).join('\n')}\n</table>`
}

/** So many are looked at for seven that say seven things: one post in forty branches is one thing. */
const LOOKED_AT = 400

function unlike(org: Org, cards: CardList, words: Words): readonly Card[] {
  const told = new Map<string, Card>()
  for (const card of cards.from(0, LOOKED_AT)) {
    const title = card.role < 0 ? '' : (cellAt(org.doc.roles, 'title', card.role) ?? card.role)
    const key = JSON.stringify([title, topicOf(org, card, words), card.findings[0]?.code])
    if (!told.has(key)) told.set(key, card)
    if (told.size === CARDS) break
  }
  return [...told.values()]
}

function cardItem(org: Org, card: Card, words: Words): string {
  const [first] = card.findings
  const times = first ? timesOf(org, first.contacts, words) : ''
  const about = [aboutOf(org, card, words), topicOf(org, card, words), times].filter((part) => part !== '').join(' · ')
  const sentence = !first ? '' : first.state === 'flagged' ? sentenceOf(org, first, words) : becauseOf(first, words)
  const remedy = first?.remedies[0]
  const way = remedy ? ` <em>${plain(words.say('export.report.remedy', { remedy: sentenceOfEdit(org, remedy, words) }))}</em>` : ''
  const severity = words.say(`report.severity.${card.severity ?? 'none'}`)
  return `<strong>${plain(about)}</strong> <small data-severity="${card.severity ?? 'none'}">${plain(severity)}</small><br>${plain(sentence)}${way}`
}

/** What is true and has been accepted: said with its reason, apart from what is to be talked about. */
function acceptedItems(org: Org, analysis: Analysis, words: Words): readonly string[] {
  const inForce = acceptedIn(analysis, org).filter(({ line, count }) => count > 0 && !isEnded(line, partsOf(analysis)?.today))
  return inForce.map(({ line, count, from }) => {
    const [first] = from(0, 1)
    const sentence = first ? sentenceOf(org, first, words) : line.code
    const what = count > 1 ? words.say('judging.accepted.places', { sentence, count: count - 1 }) : sentence
    const more = [
      words.say('judging.accepted.because', { because: line.because }),
      line.by ? words.say('judging.accepted.by', { by: line.by }) : '',
      line.until ? words.say('judging.accepted.until', { day: words.day(line.until) }) : '',
    ]
    return `${plain(what)}<br><em>${plain(more.filter(Boolean).join(' · '))}</em>`
  })
}

function section(heading: string, items: readonly string[], list: 'ol' | 'ul' = 'ul'): string {
  if (items.length === 0) return ''
  return `<section><h2>${plain(heading)}</h2>\n<${list}>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</${list}></section>`
}

/** Text of a file, which may hold anything. */
function plain(text: string): string {
  const clean = cleanText(text, 'screen')
  return escaped(clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1).trimEnd()}…` : clean)
}

const STYLE = `
@page { size: A4; margin: 12mm 14mm }
body { font: 9.5pt/1.28 Arial, Helvetica, sans-serif; color: #1c2430; background: #ffffff; max-width: 182mm; margin: 6mm auto; padding: 0 4mm; overflow-wrap: anywhere }
header p { margin: 0; color: #4b5563 }
h1 { font-size: 16pt; line-height: 1.2; margin: 1mm 0 }
h2 { font-size: 11pt; margin: 3mm 0 1mm }
dl { display: flex; flex-wrap: wrap; gap: 2mm 7mm; margin: 2mm 0; padding: 1.5mm 0; border: solid #1c2430; border-width: 1px 0 }
dl div { display: flex; flex-direction: column-reverse }
dt { color: #4b5563; font-size: 9pt }
dd { margin: 0; font-size: 14pt; font-weight: bold }
ol, ul { margin: 0; padding-inline-start: 6mm }
li { margin: 0 0 1mm }
small { border: 1px solid #4b5563; border-radius: 2px; padding: 0 1mm; font-size: 8pt }
small[data-severity=high] { background: #b3261e; border-color: #b3261e; color: #ffffff }
em { font-style: normal; color: #0e6b6b }
.totals { columns: 2; column-gap: 8mm; padding: 0; list-style: none; font-size: 9pt }
.totals li { break-inside: avoid; margin: 0 0 .6mm }
table { width: 100%; border-collapse: collapse; margin: 2mm 0 0; font-size: 9pt }
th, td { padding: .6mm 0 .6mm 3mm; border-top: 1px solid #cfcabd; text-align: right; font-weight: normal }
th { border: 0; color: #4b5563; font-size: 8.5pt }
th:first-child, td:first-child { padding-left: 0; text-align: left }
i { font-style: normal; color: #4b5563 }
footer { margin-top: 2mm; color: #4b5563; font-size: 8.5pt }
@media print { body { margin: 0; padding: 0; max-width: none } li { break-inside: avoid } }
`
