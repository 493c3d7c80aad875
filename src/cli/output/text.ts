// The analysis for people at a terminal: the totals, then the cards in order.
import { acceptedIn } from '../../analysis/accepted-lines'
import { cardListOf } from '../../analysis/parts'
import type { Analysis } from '../../analysis/types'
import { lowOf } from '../../base/range'
import type { Words } from '../../base/words'
import { aboutOf, becauseOf, chipOf, periodOf, sentenceOf, topicOf } from '../../i18n/sentences'
import type { Org } from '../../model/types'

export function analysisText(org: Org, analysis: Analysis, words: Words): string {
  const { totals } = analysis
  const currency = org.doc.organization.currency ?? ''
  const settled = totals.settledAtStep?.[0]
  const lines = [org.doc.organization.name ?? '']
  if (totals.contacts !== null) {
    lines.push(
      words.say('report.settled', {
        share: words.percent(totals.firstContactResolution, 1),
        settled: words.number(settled ?? null),
        contacts: words.number(totals.contacts),
      }),
      words.say('report.handoffs', {
        handOffs: words.number(totals.handOffs),
        hours: words.hours(totals.waitingHours),
        cost: words.money(totals.extraCost, currency),
      }),
      words.say('report.unresolved', { unresolved: words.number(totals.unresolved) }),
      words.say('report.risk', { risk: words.money(totals.riskPerPeriod, currency), period: periodOf(org, words) }),
    )
  }
  lines.push(
    `${words.say('report.flagged', { count: analysis.counts.flagged })}, ${words.say('report.unknown', { count: analysis.counts.unknown })}`,
    '',
  )
  const cards = cardListOf(analysis)
  for (const card of cards.from(0, cards.length)) {
    const [first] = card.findings
    if (!first) continue
    const severity = words.say(`report.severity.${card.severity ?? 'none'}`)
    const chips = card.findings.filter((one) => one.state === 'flagged').map((one) => `${one.code} ${chipOf(one, words)}`)
    lines.push(`[${severity}] ${aboutOf(org, card, words)} · ${topicOf(org, card, words)}${stake(card.stake)}`)
    lines.push(`  ${first.state === 'flagged' ? sentenceOf(org, first, words) : becauseOf(first, words)}`)
    if (chips.length > 0) lines.push(`  ${chips.join(' · ')}`)
  }
  for (const { line, count } of acceptedIn(analysis, org)) {
    if (count > 0)
      lines.push(`[${words.say('report.accepted')}] ${line.code}: ${words.say('judging.accepted.because', { because: line.because })}`)
  }
  return `${lines.join('\n').trim()}\n`

  function stake(value: number): string {
    return value === 0 ? '' : ` · ${analysis.stakeIsMoney ? words.money(lowOf(value), currency) : words.number(value)}`
  }
}
