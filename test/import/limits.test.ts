// Files made to bring a reader down, by malice or by accident: each is a code and a sentence, and nothing hangs.
import { describe, expect, test } from 'vitest'
import { readAny } from '../../src/import/read'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (file: Uint8Array | string) => readAny('x', typeof file === 'string' ? bytesOf(file) : file)
const codes = async (file: Uint8Array | string) => (await read(file)).diagnostics.map(({ code }) => code)
const place = async (file: Uint8Array | string) => (await read(file)).diagnostics[0]?.places[0]?.params

/** A zip file whose directory claims one sheet of so many bytes; there is nothing in it. */
function claiming(size: number): Uint8Array {
  const name = 'xl/worksheets/sheet1.xml'
  const file = new Uint8Array(30 + 46 + 2 * name.length + 22)
  const view = new DataView(file.buffer)
  const header = (at: number, signature: number, nameAt: number) => {
    view.setUint32(at, signature, true)
    file.set(bytesOf(name), nameAt)
  }
  header(0, 0x04034b50, 30)
  view.setUint16(26, name.length, true)
  const directory = 30 + name.length
  header(directory, 0x02014b50, directory + 46)
  view.setUint32(directory + 24, size, true)
  view.setUint16(directory + 28, name.length, true)
  const end = directory + 46 + name.length
  view.setUint32(end, 0x06054b50, true)
  view.setUint16(end + 10, 1, true)
  view.setUint32(end + 16, directory, true)
  return file
}

describe('workbooks', () => {
  test('a few bytes that claim to unpack to gigabytes', async () => {
    expect(await codes(claiming(2_000_000_000))).toEqual(['too-large'])
    expect(await codes(claiming(1000))).toEqual(['workbook-broken'])
  })

  const envelope = (stream: string) =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from(stream, (char) => [char.charCodeAt(0), 0]).flat()])
  test('with a password, and of the old kind but damaged', async () => {
    expect(await place(envelope(`${'-'.repeat(500)}EncryptedPackage`))).toEqual({ why: 'locked' })
    expect(await place(envelope('Workbook'))).toEqual({ why: 'damaged' })
  })
})

describe('tables', () => {
  test('10,000 columns: the first thousand are read, and that is said', async () => {
    const names = ['id', 'manager id', ...Array.from({ length: 10_000 }, (_, i) => `c${i}`)]
    const rows = Array.from({ length: 20 }, (_, i) => [i, i === 0 ? '' : 0, ...Array.from({ length: 10_000 }, () => 'x')])
    const { diagnostics, understood } = await read([names, ...rows].map((row) => row.join(',')).join('\n'))
    expect(diagnostics.map(({ code }) => code)).toContain('columns-too-many')
    expect(understood).toMatchObject({ account: { rowsIn: 20, placed: 20 } })
    expect(understood?.columns).toHaveLength(1000)
  })

  test('a cell of 50 MB', async () => {
    const { draft } = await read(`id,manager id,note\n1,,"${'x'.repeat(50_000_000)}"\n2,1,y\n3,1,z\n`)
    expect(draft?.sections.people?.rows).toHaveLength(3)
  })

  test('a quote that never closes, a line that never ends', async () => {
    await codes(`id,manager id,note\n1,,"${'x\n'.repeat(500_000)}`)
    expect(await codes('a,'.repeat(2_000_000))).toEqual(['not-an-organisation'])
  })

  test('a picture that is called a table', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])
    expect((await readAny('staff.csv', png)).diagnostics[0]?.places[0]?.params).toEqual({ seen: 'png' })
  })
})

describe('trees', () => {
  const table = (length: number, above: (i: number) => number | string) =>
    ['id,manager', ...Array.from({ length }, (_, i) => `${i},${above(i)}`)].join('\n')
  test('a circle of 200,000', async () => {
    const { understood } = await read(table(200_000, (i) => (i + 1) % 200_000))
    expect(understood?.account).toMatchObject({ placed: 200_000, repaired: [{ code: 'cycle', done: 'cut' }] })
  })
  test('a chain of 200,000, a span of 200,000', async () => {
    expect((await read(table(200_000, (i) => (i === 0 ? '' : i - 1)))).understood?.account.asTheyAre).toBe(200_000)
    expect((await read(table(200_000, (i) => (i === 0 ? '' : 0)))).understood?.account.asTheyAre).toBe(200_000)
  })
  test('JSON nested 300,000 deep, under children and under anything', async () => {
    expect(
      (await read(`${'{"name":"a","children":['.repeat(300_000)}{"name":"b"}${']}'.repeat(300_000)}`)).understood?.account.placed,
    ).toBe(300_001)
    expect(await codes(`${'{"a":'.repeat(300_000)}{}${'}'.repeat(300_000)}`)).toEqual(['not-an-organisation'])
  })
})

describe('YAML', () => {
  test('aliases of aliases', async () => {
    const lines = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...Array.from('bcdefghi', (key, i) => `${key}: &${key} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[i]}`).join(', ')}]`),
    ]
    expect(await codes(lines.join('\n'))).toEqual(['not-an-organisation'])
  })
  test('brackets without end, and more than is read', async () => {
    expect(await codes(`a: 1\nb: ${'['.repeat(50_000)}\n`)).toEqual(['not-an-organisation'])
    expect(await codes(`a: 1\n${'b: 2\n'.repeat(4_100_000)}`)).toEqual(['too-large'])
  })
})
