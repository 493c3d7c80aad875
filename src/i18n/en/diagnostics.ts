// English: what is wrong in a file, where, and what was done about it, as one sentence: `diagnostic.<code>`. What was done, alone and short:
// `done.<done>`. What a file is that holds no organisation: `seen.<code>`. Why JSON is broken: `json.<why>`.
import type { WordParams, Words } from '../../base/words'
import type { Messages } from '../catalogue'
import { plural } from './plural'

/** `Row 14: `, or nothing where no row is known. */
const row = (params: WordParams) => (params.row === undefined ? '' : `Row ${params.row}: `)
const number = (value: WordParams[string] | undefined) => (typeof value === 'number' ? value : 0)
const columns = (params: WordParams, words: Words) => {
  const more = number(params.more)
  return words.list([...(params.columns as readonly string[]), ...(more > 0 ? [`${words.number(more)} more`] : [])])
}

/** Numbers of a file by the words of the page; any other goes by its own name. */
const FIELDS: Readonly<Record<string, string>> = {
  limit: 'Limit',
  responseHours: 'Hours to answer',
  hourlyCost: 'Cost of an hour',
  perPeriod: 'Cases a period',
  workload: 'Workload',
  tenureYears: 'Years in the role',
  engagement: 'Points in the survey',
  customerTime: 'Share of time with customers',
  pay: 'Pay',
  payBand: 'Pay band',
  headcount: 'How many people',
  periodDays: 'Days in a period',
  clv: 'Worth of a customer',
  customers: 'Customers',
  margin: 'Margin of a customer a year',
  retention: 'Share who stay a year',
  discountRate: 'Discount rate a year',
  goSeeEveryDays: 'Days between going to see',
  escalationMinutes: 'Minutes set aside for cases handed on',
  touchMinutes: 'Minutes a case takes',
  everyDays: 'Days between two talks',
  delayDays: 'Days on the way',
}
const field = (key: unknown) => (Object.hasOwn(FIELDS, String(key)) ? FIELDS[String(key)] : key)

/** What it should have been, with its bounds. */
const expected = ({ expected: code, min, max }: WordParams, words: Words) =>
  words.say(`expected.${code}`, { min: words.number(number(min)), max: words.number(number(max)) })

export const diagnostics = {
  'diagnostic-file.this': 'The file',

  // ---- reading a file
  'diagnostic.not-an-organisation': (params, words) =>
    `${params.file} holds no organisation: it is ${words.say(`seen.${params.seen}`, params)}.`,
  'diagnostic.json-broken': (params, words) =>
    `${params.file} cannot be read: its JSON is broken at line ${params.line}, column ${params.column}. ${words.say(`json.${params.why}`, params)}`,
  'diagnostic.nested-too-deep': '{file} cannot be read: it is nested more than a million levels deep.',
  'diagnostic.too-large': '{file} cannot be read: it has {megabytes} MB, and {limit} MB is the most that fits.',
  'diagnostic.newer-version':
    '{file} was written by a newer Headstand (file version {version}); this one reads version {ours}. Open it with the newer one.',
  'diagnostic.version-unreadable':
    '{file} names the file version “{version}”, which is not one of ours. This Headstand reads version {ours}.',
  'diagnostic.version-missing': '{file} does not say which version of the format it is; it was read as version {version}.',
  'diagnostic.section-unreadable': '{file}: “{section}” is not a list, so it was left out.',
  'diagnostic.value-too-deep': (params, words) =>
    `${row(params)}“${params.key}” is nested more than ${words.number(number(params.depth))} levels deep and was left out.`,
  'diagnostic.encoding-guessed': '{file} is not in UTF-8; it was read as {encoding}. Please look at the accents.',
  'diagnostic.bytes-unreadable': '{file}: some characters are damaged and show as �.',
  'diagnostic.id-missing': (params) => `${row(params)}there is nothing under “${params.column}”; the row goes by the id “${params.id}”.`,
  'diagnostic.id-repeated': (params) => `${row(params)}the id ${params.subject} is there already; this one goes by “${params.id}”.`,
  'diagnostic.digits-lost': (params) =>
    `${row(params)}the id ${params.subject} is a number too long to be kept exactly. Written in quotes it would keep every digit.`,
  'diagnostic.number-unreadable': (params) =>
    `${row(params)}“${params.value}” under “${params.key}” is not a plain number and was left out.`,
  'diagnostic.row-unreadable': (params) => `${row(params)}this is not an object with fields, so it was left out.`,
  'diagnostic.columns-private': (params, words) => `${params.file}: private by their names, and so not read: ${columns(params, words)}.`,
  'diagnostic.columns-unknown': (params, words) =>
    `${params.file}: not among what Headstand knows, and so not read: ${columns(params, words)}.`,
  'diagnostic.workbook-broken': ({ file, why }) =>
    why === 'locked'
      ? `${file} is a workbook with a password. Save it without one and open that.`
      : `${file} looks like a workbook but cannot be read. Open it in a spreadsheet program and save it again.`,
  'diagnostic.sheet-hidden': '{file}: the people stand on the hidden sheet “{sheet}”; it was read.',
  'diagnostic.sheets-unread': ({ file, sheet, sheets }, words) =>
    `${file}: the sheet “${sheet}” was read; not these: ${words.list((sheets as readonly string[]).slice(0, 12))}.`,
  'diagnostic.header-missing': (params, words) =>
    `${params.file}: no row names the columns, so they go by their letters: ${words.list(params.columns as readonly string[])}.`,
  'diagnostic.rows-before-header': ({ file, count: n, row }, words) =>
    `${file}: the names of the columns stand in row ${words.number(row as number)}; ${
      n === 1 ? 'the row' : `the ${words.number(n as number)} rows`
    } before them ${n === 1 ? 'was' : 'were'} not read.`,
  'diagnostic.columns-too-many': ({ file, columns: n, most }, words) =>
    `${file} has ${words.number(n as number)} columns; those beyond the first ${words.number(most as number)} were not read.`,
  'diagnostic.row-short': (params) => `${row(params)}it has fewer cells than there are columns; the missing ones were taken as empty.`,
  'diagnostic.row-long': (params) =>
    `${row(params)}it has more cells than the ${params.columns} columns; what stands beyond them was left out. Is there a comma in a text without quotes?`,
  'diagnostic.lists-unread': '{file} holds more than one list; the longest was read, these were not: {lists}.',
  'diagnostic.entries-unread': (params, words) => {
    const count = number(params.count)
    return `${params.file}: ${words.number(count)} ${plural(count, 'entry is', 'entries are')} no people (groups, units, machines) and ${plural(count, 'was', 'were')} left out.`
  },
  'diagnostic.children-unreadable': (params, words) => {
    const count = number(params.count)
    return `${params.file}: ${words.number(count)} ${plural(count, 'entry', 'entries')} among the reports ${plural(count, 'is', 'are')} neither an object nor a name and ${plural(count, 'was', 'were')} left out.`
  },
  'diagnostic.authority-unreadable': (params) =>
    `${row(params)}“${params.text}” under “${params.column}” says nothing that could be read as an authority; it was left out.`,
  'diagnostic.outline-complete': '{file}: what the outline does not say somebody settles counts as not theirs to settle.',
  'diagnostic.outline-counted-once': '{file}: where the outline gives no number of contacts (×60), each counts as one.',
  'diagnostic.clause-unreadable': (params, words) =>
    `Line ${params.row}: ${words.list(params.texts as readonly string[])} could not be read and was left out.`,

  // ---- building an organisation
  'diagnostic.row-left-out': (params) =>
    params.key
      ? `${row(params)}an entry of “${params.section}” has no “${params.key}” and was left out.`
      : `${row(params)}an entry of “${params.section}” is not an object and was left out.`,
  'diagnostic.wrong-type': (params, words) => {
    const what = `“${field(params.key)}”${params.subject ? ` of ${params.subject}` : ''}`
    const is = params.value === undefined ? 'is not' : `is ${params.value}, which is not`
    const done = params.key === 'periodDays' ? 'is taken as 30' : 'counts as not known'
    return `${row(params)}${what} ${is} ${expected(params, words)}. It ${done}.`
  },
  'diagnostic.value-odd': (params, words) =>
    `${row(params)}“${field(params.key)}”${params.subject ? ` of ${params.subject}` : ''} is ${params.value}, more than ${words.number(number(params.max))}. That is unusual; it was kept. A slip of the keyboard?`,
  'diagnostic.worth-endless': ({ subject, retention, discountRate }, words) =>
    `With a retention of ${words.percent(retention as number, 1)} and a discount rate of ${words.percent(discountRate as number, 1)} the worth of ${subject} has no end. It counts as not known.`,
  'diagnostic.worth-nothing':
    'A customer of {subject} is worth nothing by these numbers, so that nothing is at risk there. That is unusual; it was kept.',
  'diagnostic.manager-missing': (params) =>
    `${row(params)}manager ${params.manager} is not in the file; ${params.who} was placed at the top.`,
  'diagnostic.self-manager': (params) => `${row(params)}${params.who} is named as their own manager and was placed at the top.`,
  'diagnostic.cycle': (params, words) =>
    `These report to one another in a circle: ${words.list(params.members as readonly string[])}. The line from ${params.who} to ${params.manager} was cut.`,
  'diagnostic.no-top': 'Nobody is at the top: everybody reports to somebody. Circles were cut to find a top.',
  'diagnostic.several-tops': (params, words) =>
    `${words.number(number(params.count))} stand at the top (${words.list(params.tops as readonly string[])}${number(params.count) > 7 ? ' …' : ''}); they are drawn side by side.`,
  'diagnostic.duplicate-id': (params) => `${row(params)}the id ${params.id} is there twice; ${params.who} goes by “${params.renamed}”.`,
  'diagnostic.reference-missing': (params) =>
    `“${params.key}” of ${params.subject} (${params.section}) names ${params.ref}, which is not in the file or not clear; it was left out.`,
  'diagnostic.shares-off': (params, words) =>
    `The shares of ${params.subject} (${params.section}) sum to ${words.number(number(params.sum), Number.isInteger(params.sum) ? 0 : 2)}, not to 1; they were scaled.`,
  'diagnostic.values-off': 'The values of {subject} ({section}) contradict themselves and count as not known.',
  'diagnostic.contacts-not-known': 'The contacts of {subject} ({section}) are not given; they are left out of every total.',
  'diagnostic.nobody-staffs': 'Nobody is named who staffs {subject}; its contacts are left out of every total.',
  'diagnostic.residual-below-top': '{who} is said to hold all that is not delegated, but is not at the top; that was left out.',
  'expected.text': 'text',
  'expected.number': 'a number',
  'expected.number-not-negative': 'a number of zero or more',
  'expected.number-in-range': 'a number from {min} to {max}',
  'expected.number-smaller': 'a number of {max} or less',
  'expected.band': 'a band that runs upwards',
  'expected.flag': 'true or false',
  'expected.one-of': 'one of the values that are known',
  'expected.list': 'a list',
  'expected.object': 'an object',
  'expected.required': 'complete',
  'expected.role-or-share': 'a role, or a role with a share between 0 and 1',
  'expected.need': 'a need',
  'expected.amount': 'an amount',
  'expected.values': 'a list of values with shares, two quantiles or a mean',
  'expected.fault': '“any”, “own-unit” or a list of units',

  // ---- what was done
  'done.filled-up': 'taken as empty',
  'done.cells-left-out': 'cells left out',
  'done.placed-at-top': 'placed at the top',
  'done.link-cut': 'line cut',
  'done.renamed': 'renamed',
  'done.scaled': 'scaled',
  'done.not-known': 'counts as not known',
  'done.kept': 'kept',
  'done.left-out': 'left out',
  'done.cell-left-out': 'cell left out',
  'done.not-read': 'not read',
  'done.named': 'named by its content',
  'done.numbered': 'numbered',

  // ---- what was seen instead of an organisation
  'seen.empty': 'an empty file',
  'seen.nobody': 'a file without a role or a person in it',
  'seen.blank': 'a file with nothing but blanks in it',
  'seen.png': 'a picture (PNG)',
  'seen.jpeg': 'a photo (JPEG)',
  'seen.gif': 'a picture (GIF)',
  'seen.webp': 'a picture (WebP)',
  'seen.heic': 'a photo (HEIC or AVIF)',
  'seen.svg': 'a drawing (SVG)',
  'seen.pdf': 'a PDF document',
  'seen.workbook': ({ fields }, words) =>
    `a workbook in which nobody is said to report to anybody (sheets: ${words.list((fields as readonly string[]).slice(0, 8))})`,
  'seen.office': 'an office document (Word, Excel or PowerPoint)',
  'seen.zip': 'a packed file (ZIP)',
  'seen.film': 'a film or a sound',
  'seen.binary': 'no text but binary data',
  'seen.html': 'a web page (HTML)',
  'seen.xml': 'an XML file',
  'seen.markup': 'a text with markup',
  'seen.table': 'a table in text form, which this version cannot read yet',
  'seen.text': 'text without a hierarchy',
  'seen.null': 'nothing but “null”',
  'seen.string': 'a single piece of text',
  'seen.number': 'a single number',
  'seen.boolean': 'a single yes or no',
  'seen.empty-list': 'an empty list',
  'seen.empty-object': 'an empty object',
  'seen.strings': (params, words) => `a list of ${words.number(number(params.count))} ${plural(number(params.count), 'text', 'texts')}`,
  'seen.numbers': (params, words) => `a list of ${words.number(number(params.count))} ${plural(number(params.count), 'number', 'numbers')}`,
  'seen.lists': (params, words) =>
    `a list of ${words.number(number(params.count))} ${plural(number(params.count), 'list', 'lists')} without names`,
  'seen.mixed': 'a list of different things',
  'seen.object': 'an object with the fields {fields}, none of which lists people and who they report to',
  'seen.objects': (params, words) =>
    `a list of ${words.number(number(params.count))} ${plural(number(params.count), 'object', 'objects')} with the fields ${words.list(params.fields as readonly string[])}, none of which says who reports to whom`,

  // ---- why JSON is broken
  'json.cut-off': 'The file stops in the middle; its end is missing.',
  'json.trailing-comma': 'There is a comma after the last item of a list or an object.',
  'json.missing-comma': 'A comma is missing before “{found}”.',
  'json.missing-colon': 'A colon is missing before “{found}”.',
  'json.missing-value': 'A value is missing before “{found}”.',
  'json.single-quotes': 'Text must stand in double quotes, not in single ones.',
  'json.curly-quotes': 'Text must stand in straight double quotes, not in “typographic” ones.',
  'json.key-quotes': 'The name “{found}” must stand in double quotes.',
  'json.word': '“{found}” is not a word that JSON knows; text must stand in double quotes.',
  'json.comment': 'Comments are not allowed in JSON.',
  'json.text-not-closed': 'A text begins here and its closing quote is missing.',
  'json.control-character': 'There is an invisible control character in a text.',
  'json.escape': 'After a backslash, JSON knows only a few characters, and this is none of them.',
  'json.number': '“{found}” is not a number as JSON writes it.',
  'json.wrong-bracket': 'The bracket “{found}” closes something that is not open.',
  'json.more-after-end': 'The file should have ended, but “{found}” follows.',
  'json.unexpected': '“{found}” should not be here.',
} satisfies Messages
