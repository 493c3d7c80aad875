// The command line as other programs call it: what it prints, where, and how it ends.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { asked, written as drawn, sourceOf } from '../export/asked'
import { orgOfFile, pinfoldFile } from '../organisations'

const root = fileURLToPath(new URL('../..', import.meta.url))
const headstand = join(root, 'src/house/headstand.mjs')
const pinfold = join(root, 'fixtures/pinfold.json')
const folder = mkdtempSync(join(tmpdir(), 'headstand-cli-'))
const run = (args: readonly string[], input?: string) => {
  const done = spawnSync(process.execPath, [headstand, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  })
  return { out: done.stdout, err: done.stderr, exit: done.status }
}
const written = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

beforeAll(() => {
  execFileSync(process.execPath, [headstand, '--version'], { cwd: root }) // builds it once
}, 60_000)

describe('analyse', () => {
  test('the worked example is the oracle, byte for byte whatever the order of the file', () => {
    const first = run(['analyse', pinfold])
    expect(first).toMatchObject({ err: '', exit: 0 })
    const said = JSON.parse(first.out)
    expect(said.totals).toEqual({
      contacts: 600,
      outOfScope: 20,
      settledAtStep: [336, 86, 118, 10],
      unresolved: 50,
      firstContactResolution: 0.56,
      escalatedResolved: 214,
      handOffs: 352,
      passThrough: 138,
      waitingHours: 2814,
      extraCost: 2130,
      apologyNotPermitted: 120,
      customerEquity: 3186000,
      riskPerPeriod: 14778,
    })
    expect(Object.keys(said)).toEqual([
      'headstand',
      'file',
      'totals',
      'distance',
      'segments',
      'walks',
      'roadblocks',
      'findings',
      'nextQuestions',
    ])
    const counts: Record<string, number> = {}
    for (const { code, state, severity } of said.findings)
      for (const key of [state, state === 'flagged' ? severity : null, state === 'flagged' ? code : null])
        if (key !== null) counts[key] = (counts[key] ?? 0) + 1
    expect(counts).toEqual({
      ...{ flagged: 60, high: 31, medium: 25, low: 4, unknown: 3 },
      ...{ F01: 7, F02: 4, F03: 5, F04: 5, F05: 4, F06: 3, F07: 4, F08: 3, F09: 1, F10: 2, F11: 3, F12: 3, F13: 2, F14: 1, F15: 6, F16: 1 },
      ...{ F17: 1, F18: 2, F19: 2, F20: 1 },
    })
    const file = pinfoldFile()
    for (const key of Object.keys(file))
      if (Array.isArray(file[key])) file[key].sort((a: { id: string }, b: { id: string }) => (a.id < b.id ? 1 : -1))
    expect(run(['analyse', '-'], JSON.stringify(file)).out).toBe(first.out)
  })
  test('findings as a table, formulas made harmless', () => {
    const file = pinfoldFile()
    file.roles[6].title = '=HYPERLINK("x")'
    const { out } = run(['analyse', '-', '--format', 'csv'], JSON.stringify(file))
    expect(out.split('\r\n')[0]).toBe('code,state,severity,role,issueType,contacts,share,sentence')
    expect(out).toContain(`"'=HYPERLINK(""x"")"`)
  })
  test('for people', () => {
    expect(run(['analyse', pinfold, '--format', 'text']).out).toContain('settled on the spot (336 of 600)')
  })
  test('ok and not applicable rows when asked, walks left out of a summary', () => {
    const all = JSON.parse(run(['analyse', pinfold, '--all']).out)
    expect(new Set(all.findings.map((one: { state: string }) => one.state))).toEqual(
      new Set(['flagged', 'unknown', 'ok', 'not applicable']),
    )
    const summary = JSON.parse(run(['analyse', pinfold, '--summary']).out)
    expect(summary.walks).toBeUndefined()
    expect(summary.findings.every((one: { places: number }) => one.places >= 1)).toBe(true)
  })
})

describe('check', () => {
  test('a clean file', () => {
    const said = JSON.parse(run(['check', pinfold, '--json']).out)
    expect(said).toMatchObject({
      headstand: 'check/1',
      people: { read: 12, placed: 12, leftOut: 0 },
      roles: 12,
      tops: 1,
      layers: 4,
      diagnostics: [],
    })
  })
  test('read is placed and left out, and a warning fails only under --strict', () => {
    const path = written(
      'staff.json',
      JSON.stringify([
        { id: 1, manager: null },
        { id: 2, manager: 1 },
        { id: 3, manager: 77 },
      ]),
    )
    const { out, exit } = run(['check', path, '--json'])
    const said = JSON.parse(out)
    expect(exit).toBe(0)
    expect(said.people).toEqual({ read: 3, placed: 3, leftOut: 0 })
    const missing = said.diagnostics.find((one: { code: string }) => one.code === 'manager-missing')
    expect(missing).toMatchObject({ severity: 'warning', file: 'staff.json', row: 3, subject: '3', done: 'placed at the top' })
    expect(missing.message).toBe('Row 3: manager 77 is not in the file; 3 was placed at the top.')
    expect(run(['check', path, '--strict']).exit).toBe(1)
  })
  test('rows as they were understood, whatever stands among them', () => {
    const path = written('rows.json', JSON.stringify({ headstand: '1.0', people: [{ id: 'ana', manager: null }, null] }))
    const said = JSON.parse(run(['check', path, '--json', '--fields']).out)
    expect(said).toMatchObject({ fields: [{ id: 'ana', reportsTo: null }], people: { read: 2, placed: 1, leftOut: 1 } })
  })
  test('people in a role that is not there are counted as left out', () => {
    const file = {
      headstand: '1.0',
      roles: [{ id: 'a' }],
      people: [
        { id: 'p', role: 'a' },
        { id: 'q', role: 'gone' },
      ],
    }
    expect(JSON.parse(run(['check', '-', '--json'], JSON.stringify(file)).out).people).toEqual({ read: 3, placed: 2, leftOut: 1 })
  })
  test('powers without anybody to hold them are no organisation', () => {
    const said = run(['check', join(root, 'fixtures/own-grants-only.json'), '--json'])
    expect([said.exit, JSON.parse(said.out).people]).toEqual([1, null])
    expect(JSON.parse(said.out).diagnostics[0]).toMatchObject({
      code: 'not-an-organisation',
      message: expect.stringContaining('without a role'),
    })
  })
  test('what holds no organisation: exit 1 and what was seen', () => {
    const said = run(['check', written('n.json', '42'), '--json'])
    expect(said.exit).toBe(1)
    expect(JSON.parse(said.out)).toMatchObject({ people: null, diagnostics: [{ code: 'not-an-organisation' }] })
  })
})

describe('convert', () => {
  test('reading what it wrote gives the same analysis', () => {
    const out = join(folder, 'converted.json')
    expect(run(['convert', pinfold, '--out', out]).exit).toBe(0)
    expect(run(['analyse', out]).out).toBe(run(['analyse', pinfold]).out)
  })
})

describe('render', () => {
  test.each([
    ['conventional', 'mirror'],
    ['flipped', 'mirror'],
    ['flipped', 'distance'],
  ])('%s, %s: an SVG, equal twice', (view, order) => {
    const args = ['render', pinfold, '--view', view, '--order', order, '--format', 'svg', '--size', '16:9']
    const { out, exit, err } = run(args)
    expect([exit, err]).toEqual([0, ''])
    expect(out.startsWith('<svg')).toBe(true)
    expect(out).toContain('viewBox="0 0 1280 720"')
    expect(run(args).out).toBe(out)
  })
})

describe('render offers what the export dialog does', () => {
  const source = sourceOf(orgOfFile(pinfoldFile()))
  const bytesOf = (change: Parameters<typeof asked>[0], from = source) => drawn(from, asked({ size: 'natural', ...change })).texts
  const render = (...args: string[]) => run(['render', pinfold, ...args])

  test.each([
    ['everything', [], {}],
    ['a slide', ['--size', '16:9'], { size: '16:9' }],
    ['A4, saving ink', ['--size', 'A4', '--theme', 'ink'], { size: 'A4', theme: 'ink' }],
    ['without names', ['--hide', 'names,pay'], { hide: { names: true, pay: true } }],
    ['both charts', ['--view', 'both', '--size', '16:9'], { part: { kind: 'both' }, size: '16:9' }],
    ['a branch', ['--focus', 'ops', '--size', '16:9'], { part: { kind: 'branch', role: 'ops' }, size: '16:9' }],
    ['two levels', ['--depth', '2', '--size', '16:9'], { part: { kind: 'levels', levels: 2 }, size: '16:9' }],
  ] as const)('%s: byte for byte the same', (_, args, change) => {
    const { out, err, exit } = render(...args)
    expect([exit, err]).toEqual([0, ''])
    expect(out).toBe(bytesOf(change as Parameters<typeof asked>[0])[0])
  })
  test('an overlay', () => {
    expect(render('--overlay', 'distance').out).toBe(bytesOf({}, { ...source, overlays: ['distance'] })[0])
  })
  test('pages: a file each, in a folder, and none half written; one page needs no contents', () => {
    const to = join(folder, 'pages')
    expect(render('--pages', '--out', to, '--size', '16:9')).toMatchObject({ exit: 0, err: '', out: '' })
    const names = readdirSync(to).toSorted()
    expect(names).toEqual(['pinfold-outfitters-1-overview.svg'])
    expect(names.map((name) => readFileSync(join(to, name), 'utf8'))).toEqual(bytesOf({ part: { kind: 'pages' }, size: '16:9' }))
  })
  test.each([
    [['--pages'], 'name a folder for them with --out'],
    [['--pages', '--out', pinfold], 'is no folder that can be written to'],
    [['--focus', 'nobody'], '--focus takes the id of a role; “nobody” is none'],
    [['--focus', 'ops', '--view', 'both'], '--view both and --focus cannot be drawn at once'],
    [['--depth', '0'], '--depth takes a whole number of layers'],
    [['--hide', 'everybody'], '--hide takes pay, names, not “everybody”'],
    [['--size', 'A5'], '--size takes natural, 16:9, A4'],
    [['--theme', 'dark'], '--theme takes light, ink'],
  ])('%j ends with 2 and says why', (args, why) => {
    const { out, err, exit } = render(...args)
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain(why)
  })
})

describe('schema and the rest', () => {
  test('the schema', () => {
    expect(JSON.parse(run(['schema']).out)).toEqual(JSON.parse(readFileSync(join(root, 'public/headstand.schema.json'), 'utf8')))
  })
  test.each([
    [['analyse'], 'Name at least one file'],
    [['analyse', 'no-such-file.json'], 'there is no such file'],
    [['analyse', pinfold, '--format', 'pdf'], '--format takes json, text, csv'],
    [['analyse', pinfold, '--nonsense'], 'nonsense'],
    [['dance'], 'There is no command “dance”'],
    [['analyse', pinfold, '--lang', 'xx'], '--lang takes en'],
    [['check', pinfold, '--map', 'boss=Boss'], '--map takes id, reportsTo'],
    [['check', join(root, 'fixtures/flat-parent-id.json'), '--map', 'id=Staff No'], 'no file has a column “Staff No”'],
  ])('%j ends with 2 and says why', (args, why) => {
    const { out, err, exit } = run(args)
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain(why)
  })
  test('a file that is no organisation ends with 1 and says so on standard error', () => {
    const { out, err, exit } = run(['analyse', written('photo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]))])
    expect([exit, out]).toEqual([1, ''])
    expect(err).toContain('a picture (PNG)')
  })
  test('a file of several that cannot be read is told, and the rest goes on', () => {
    const { out, err, exit } = run(['analyse', pinfold, written('n.json', '42')])
    expect([exit, err]).toEqual([0, 'n.json holds no organisation: it is a single number.\n'])
    expect(out).toBe(run(['analyse', pinfold]).out)
  })
  test.each([['--help'], ['--version'], ['render', '--help'], ['check', '--version']])('%s', (...args) => {
    expect(run(args)).toMatchObject({ exit: 0, err: '' })
  })
})
