// Adding one thing is adding one file: its name is its id.
import { basename } from 'node:path'
import { expect, test } from 'vitest'

const registries: Readonly<Record<string, readonly [key: string, files: Record<string, () => Promise<unknown>>]>> = {
  'import/formats': ['id', import.meta.glob('../../src/import/formats/*.ts')],
  'analysis/detectors': ['code', import.meta.glob('../../src/analysis/detectors/*.ts')],
  'model/edits': ['kind', import.meta.glob('../../src/model/edits/*.ts')],
  'scene/overlays': ['id', import.meta.glob('../../src/scene/overlays/*.ts')],
  'export/formats': ['id', import.meta.glob('../../src/export/formats/*.ts')],
}

test.each(Object.entries(registries))('every entry of %s is named for its file', async (_folder, [key, files]) => {
  const misnamed: string[] = []
  let entries = 0
  for (const [path, load] of Object.entries(files)) {
    const ids = idsIn((await load()) as Record<string, unknown>, key)
    if (!isNamedFor(path, key, ids)) misnamed.push(`${path}: ${key} ${ids.join(', ')}`)
    entries += ids.length
  }
  expect(misnamed).toEqual([])
  expect(entries > 0).toBe(Object.keys(files).length > 0)
})

test('a file that registers another name, or two, is refused', () => {
  expect(isNamedFor('formats/csv.ts', 'id', idsIn({ format: { id: 'csv' } }, 'id'))).toBe(true)
  expect(isNamedFor('formats/csv.ts', 'id', idsIn({ format: { id: 'tsv' } }, 'id'))).toBe(false)
  expect(isNamedFor('formats/csv.ts', 'id', idsIn({ a: { id: 'csv' }, b: { id: 'tsv' } }, 'id'))).toBe(false)
  expect(isNamedFor('detectors/F04-dead-end.ts', 'code', idsIn({ code: 'F04' }, 'code'))).toBe(true)
  expect(isNamedFor('detectors/F04-dead-end.ts', 'code', idsIn({ detectDeadEnd: { code: 'F05' } }, 'code'))).toBe(false)
})

/** The ids that a module exports, alone or within what it exports. */
function idsIn(module: Readonly<Record<string, unknown>>, key: string): string[] {
  const values = [module, ...Object.values(module)]
  const ids = values.flatMap((value) =>
    typeof value === 'object' && value !== null && key in value ? [value[key as keyof typeof value]] : [],
  )
  return [...new Set(ids)]
}

/** A file beside the entries, of types or of what they share, registers nothing. */
function isNamedFor(path: string, key: string, ids: readonly string[]): boolean {
  const name = basename(path, '.ts')
  return ids.length === 0 || (ids.length === 1 && (key === 'code' ? name.startsWith(`${ids[0]}-`) : name === ids[0]))
}
