// "Who may know whom" over the whole source, and proof that the check would have seen a fault.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { chancesIn } from './architecture/imports'
import { faultsOf, readLayers, roomOf } from './architecture/layers'

const layers = readLayers(readFileSync('src/README.md', 'utf8'))
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts'))
  .sort()
const rooms = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
const core = ['base', 'model', 'import', 'analysis', 'layout', 'scene']

test('the check sees the source', () => {
  expect(files.length).toBeGreaterThan(60)
  for (const room of rooms) expect(files.filter((file) => roomOf(file) === room).length, room).toBeGreaterThan(0)
})

test('every room has a row in the table and a README', () => {
  expect([...layers.keys()].filter((room) => room !== 'main.tsx').sort()).toEqual([...rooms].sort())
  for (const room of rooms) expect(existsSync(`src/${room}/README.md`), `src/${room}/README.md`).toBe(true)
})

test.each(rooms)('%s knows only what it may', (room) => {
  const faults = files
    .filter((file) => roomOf(file) === room)
    .flatMap((file) => faultsOf(layers, file, readFileSync(file, 'utf8'), existsSync))
  expect(faults).toEqual([])
})

test('src itself holds main.tsx, which mounts the page', () => {
  expect(files.filter((file) => file.split('/').length === 2)).toEqual(['src/main.tsx'])
  expect(faultsOf(layers, 'src/main.tsx', readFileSync('src/main.tsx', 'utf8'), existsSync)).toEqual([])
})

test.each(core)('%s asks neither the clock nor the dice', (room) => {
  const asking = files
    .filter((file) => roomOf(file) === room)
    .flatMap((file) => chancesIn(file, readFileSync(file, 'utf8')).map((line) => `${file}:${line}`))
  expect(asking).toEqual([])
})

describe('a planted fault is refused:', () => {
  const planted: readonly (readonly [file: string, source: string, because: string])[] = [
    ['src/base/a.ts', "import { Org } from '../model/types'", 'base, which may not know model'],
    ['src/import/a.ts', "import type { Finding } from '../analysis/types'", 'import, which may not know analysis'],
    ['src/analysis/detectors/a.ts', "import { placeFlipped } from '../../layout/types'", 'analysis, which may not know layout'],
    ['src/layout/a.ts', "export * from '../import/read'", 'layout, which may not know import'],
    ['src/layout/a.ts', "export type { Draft } from '../import/read'", 'layout, which may not know import'],
    ['src/scene/a.ts', "const later = () => import('../render/paint')", 'scene, which may not know render'],
    ['src/scene/a.ts', 'const later = () => import(`../ui/app`)', 'scene, which may not know ui'],
    ['src/model/a.ts', "type F = import('../analysis/types').Finding", 'model, which may not know analysis'],
    ['src/render/a.ts', "const all = import.meta.glob('../model/edits/*.ts', { eager: true })", 'render, which may not know model'],
    ['src/render/a.ts', "const all = import.meta.glob(['./*.ts', '../../src/state/**/*.ts'])", 'render, which may not know state'],
    ['src/i18n/a.ts', "import { analyse } from '../analysis/analyse'", 'types of analysis only'],
    ['src/i18n/a.ts', "import { type Finding } from '../analysis/types'", 'types of analysis only'],
    ['src/export/a.ts', "import '../state/app'", 'export, which may not know state'],
    ['src/worker/a.ts', "import { openStore } from '../state/app'", 'worker, which may not know state'],
    ['src/state/a.ts', "const w = new Worker(new URL('../render/paint.ts', import.meta.url))", 'state, which may not know render'],
    ['src/ui/app/a.tsx', "import { main } from '../../cli/main'\nexport const A = () => <p />", 'ui, which may not know cli'],
    ['src/ui/app/a.tsx', "import { root } from '../../house/place.mjs'", 'ui, which may not know house'],
    ['src/cli/a.ts', "import { root } from '../house/place.mjs'", 'cli, which may not know house'],
    ['src/main.tsx', "import { openStore } from './state/app'", 'main.tsx, which may not know state'],
    ['src/scene/a.ts', "import React from 'react'", 'scene, which may not use react'],
    ['src/analysis/a.ts', "import { hierarchy } from 'd3-hierarchy'", 'analysis, which may not use d3-hierarchy'],
    ['src/model/a.ts', "import { readFileSync } from 'node:fs'", 'model, which may not use node:fs'],
    ['src/import/a.ts', "import { readFileSync } from 'fs'", 'import, which may not use fs'],
    ['src/export/a.ts', "const fs = require('node:fs')", 'export, which may not use node:fs'],
    ['src/house/a.mjs', "import { build } from 'vite'", 'vite before it is installed'],
    ['src/scene/a.ts', "import { draw } from './nowhere'", 'not there'],
    ['src/scene/a.ts', "import data from '../../package.json'", 'outside src'],
    ['src/scene/a.ts', 'const later = (name: string) => import(name)', 'only a run would tell'],
    ['src/helpers/a.ts', "import { Box } from '../base/geometry'", 'which the table does not know'],
  ]
  const isThere = (path: string) => !path.includes('nowhere')

  test.each(planted)('%s: %s', (file, source, because) => {
    const faults = faultsOf(layers, file, source, isThere)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(because)
  })

  test('and what is allowed is not', () => {
    const allowed: readonly (readonly [string, string])[] = [
      ['src/scene/a.ts', "import type { Box } from '../base/geometry'\nimport { partition } from 'd3-hierarchy'"],
      ['src/i18n/a.ts', "import type { Finding } from '../analysis/types'"],
      ['src/import/a.ts', "const all = import.meta.glob(['./formats/*.ts', '!./formats/index.ts'], { eager: true })"],
      ['src/ui/a.tsx', "import '@fontsource/arimo/400.css'\nimport { createRoot } from 'react-dom/client'"],
      ['src/cli/a.ts', "import { readFile } from 'node:fs/promises'"],
      ['src/house/a.mjs', "const vite = await import('vite')"],
      ['src/state/a.ts', "import { jobs } from '../worker/jobs?worker'"],
    ]
    for (const [file, source] of allowed) expect(faultsOf(layers, file, source, isThere)).toEqual([])
  })

  test('so are the clock and the dice, and a date that is given is not', () => {
    const source = 'const a = Date.now()\nconst b = Math.random()\nconst c = new Date()\nconst d = Date()\nconst e = new Date(2026, 1)'
    expect(chancesIn('a.ts', source)).toEqual([1, 2, 3, 4])
  })
})
