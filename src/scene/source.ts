// A slide travels without its page: one small line at its foot says whose numbers these are and over what time.

import type { Picture } from './picture'
import { cleanText } from './text/clean'
import { fitText } from './text/fit'
import type { Mark } from './types'

/** px at the foot of the page that the line has for itself. */
export const SOURCE = 24

export function drawSource({ medium, org, analysis, words, page, view, furniture, theme }: Picture): Mark[] {
  if (medium !== 'slide') return []
  const name = cleanText(org.doc.organization.name ?? '', medium)
  const counted = analysis.totals.contacts === null ? '' : words.say('scene.source.counted', { days: org.doc.organization.periodDays })
  const text = [name, counted, words.say('scene.source')].filter((part) => part !== '').join(' · ')
  const line = fitText(text, view.width - 2 * furniture.margin, { size: 12, least: 12 }).lines[0] ?? ''
  const mark = page.line(furniture.margin, view.width - furniture.margin, view.height - 10, line, { size: 12, fill: theme.inkSecond })
  return [{ kind: 'group', key: 'source', marks: [mark] }]
}
