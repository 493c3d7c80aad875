// The page before the pages: which teams are where.

import type { Page } from '../scene/furniture'
import type { Headline } from '../scene/headline'
import { organisationName } from '../scene/headline'
import { penFor } from '../scene/pen'
import { fitText } from '../scene/text/fit'
import { roomFor } from '../scene/text/measure'
import type { Mark, Scene } from '../scene/types'
import type { Plan } from './plan'

export interface Contents {
  readonly page: Page
  readonly headline: Headline
  readonly entries: readonly Entry[]
}
export interface Entry {
  readonly number: number
  readonly title: string
  readonly count: string
}

const COLUMNS = 2
const BETWEEN = 48
const LINE = 22
const HEAD = 112
const FOOT = 40
const MARGIN = 26
/** 10.5 pt. */
const SIZE = 14
export const ENTRY = { size: SIZE } as const
const NUMBER = 44
const GAP = 16

export function entriesOn({ height }: Page): number {
  return Math.floor((height - HEAD - FOOT) / LINE) * COLUMNS
}

const columnOf = ({ width }: Page) => (width - 2 * MARGIN - BETWEEN * (COLUMNS - 1)) / COLUMNS

/** Between the number of the page and how many are on it. */
export function roomForEntry(page: Page, count: string): number {
  return columnOf(page) - NUMBER - GAP - roomFor(count, ENTRY)
}

export function drawContents({ source, said, theme }: Plan, { page, headline, entries }: Contents): Scene {
  const { words } = source
  const pen = penFor({ kx: 1, ky: 1, x: 0, y: 0 })
  const right = page.width - MARGIN
  const first = fitText(headline.first, right - MARGIN, { size: 26, least: 18, bold: true })
  const second = fitText(headline.second, right - MARGIN, { size: SIZE, least: SIZE, lines: 2 })
  const width = columnOf(page)
  const lines = Math.max(1, Math.ceil(entries.length / COLUMNS))
  const marks: Mark[] = [
    pen.line(MARGIN, right, 40, first.lines[0] ?? '', { size: first.size, bold: true, fill: theme.ink }),
    ...second.lines.map((line, i) => pen.line(MARGIN, right, 63 + i * 18, line, { size: second.size, fill: theme.inkSecond })),
  ]
  entries.forEach(({ number, title, count }, k) => {
    const left = MARGIN + Math.floor(k / lines) * (width + BETWEEN)
    const y = HEAD + (k % lines) * LINE
    const end = left + width
    const told = roomFor(count, ENTRY)
    const name = fitText(title, roomForEntry(page, count), { size: SIZE, least: SIZE })
    const row = [
      pen.rectangle({ x: left, y: y + 6, width, height: 1 }, { fill: theme.band }),
      pen.text(left + 30, y, String(number), { size: SIZE, bold: true, anchor: 'end', fill: theme.ink }),
      pen.line(left + NUMBER, end - told - GAP, y, name.lines[0] ?? '', { size: name.size, fill: theme.ink }),
      pen.text(end, y, count, { size: SIZE, anchor: 'end', fill: theme.inkSecond }),
    ]
    marks.push({ kind: 'group', key: `entry-${number}`, title: `${number}: ${title}, ${count}`, marks: row })
  })
  const origin = fitText([organisationName(said), words.say('scene.source')].join(' · '), right - MARGIN, { size: 12, least: 12 })
  const foot = pen.line(MARGIN, right, page.height - 10, origin.lines[0] ?? '', { size: 12, fill: theme.inkSecond })
  return {
    title: `${organisationName(said)}: ${words.say('export.contents')}`,
    description: headline.first,
    language: words.language,
    bounds: { x: 0, y: 0, ...page },
    background: theme.paper,
    marks: [...marks, { kind: 'group', key: 'source', marks: [foot] }],
  }
}
