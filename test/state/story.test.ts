// The story is made from the file: what it does not know is not told.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { followCase } from '../../src/analysis/follow'
import { readFile } from '../../src/import/read'
import { buildOrg } from '../../src/model/build'
import { roleAt } from '../../src/model/roles'
import type { Org } from '../../src/model/types'
import { lookOf, type StoryStep, storyOf } from '../../src/state/story'
import { analyse } from '../analysis/public'
import { orgOfFile, pinfold } from '../organisations'

const story = (org: Org) => storyOf(org, analyse(org))
const keys = (steps: readonly StoryStep[]) => steps.map((one) => one.key).join(' ')
const sample = (name: string) => orgOfFile(readFileSync(`public/samples/${name}.json`, 'utf8'))

describe('the story of Pinfold', () => {
  test('begins with the chart everybody knows and ends with one case', () => {
    expect(keys(story(pinfold()))).toBe('chart customers turn distance stuck stuck-2 stuck-3 case')
  })
  test('asks where the customers are before it shows them', () => {
    expect(story(pinfold()).map((one) => one.areCustomersHidden)).toEqual([true, false, false, false, false, false, false, false])
  })
  test('turns the chart over first and orders its rows after that', () => {
    expect(story(pinfold()).map(({ orientation, order }) => (orientation === 'flipped' ? order : orientation))).toEqual([
      'conventional',
      'conventional',
      'mirror',
      'distance',
      'distance',
      'distance',
      'distance',
      'distance',
    ])
  })
  test('tells of the three places where cases get stuck with most at stake', () => {
    expect(story(pinfold()).flatMap(({ topic }) => (topic?.kind === 'card' ? [`${topic.role} ${topic.issueType}`] : []))).toEqual([
      'acct late',
      'acct discount',
      'cash-n info',
    ])
  })
  test('walks the case that most hands touch until it is settled: a refund of 120 over four desks', () => {
    const last = story(pinfold()).at(-1)
    expect(last).toMatchObject({ topic: { kind: 'case', of: { entry: 'agent', issueType: 'faulty', value: 120 } }, stops: 4 })
  })
  test('walks a dead end where nothing that is handed on is settled', () => {
    const org = pinfold((file) => {
      file.grants = []
    })
    const { topic } = story(org).at(-1) as StoryStep
    expect(topic?.kind === 'case' && followCase(org, topic.of, topic.by)?.end).toBe('dead end')
  })
})

test('people only: the chart, and its turn with what is not known', () => {
  expect(keys(story(sample('people-only')))).toBe('chart turn')
})
test('where nobody is far from customers, rows by distance are no step', () => {
  expect(keys(story(sample('teams-without-managers')))).toMatch(/^chart customers turn stuck/)
})

const files = ['fixtures', 'fixtures/versions', 'fixtures/broken', 'public/samples']
  .flatMap((folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [`${folder}/${entry.name}`] : [])))
  .filter((path) => !/(README\.md|expected\.json|index\.json)$/.test(path))
  .flatMap((path) => {
    const { draft } = readFile(path, new Uint8Array(readFileSync(path)))
    const { org } = draft ? buildOrg([draft]) : { org: null }
    return org ? [{ path, org }] : []
  })

describe.each(files)('$path', ({ org }) => {
  const steps = story(org)
  test('has a story that begins with the conventional chart, each step once', () => {
    expect(steps[0]).toMatchObject({ name: 'chart', orientation: 'conventional' })
    expect(new Set(steps.map((one) => one.key)).size).toBe(steps.length)
  })
  test('everything that is told of is in the file', () => {
    for (const { topic, stops } of steps) {
      if (topic?.kind === 'card')
        expect(roleAt(org, topic.role) !== undefined && (topic.issueType === '' || org.issueTypeAt.has(topic.issueType))).toBe(true)
      if (topic?.kind === 'case') expect(followCase(org, topic.of, topic.by)?.stops).toHaveLength(stops)
    }
  })
  test('no step walks past the end of its case', () => {
    for (const step of steps) {
      const [topic] = lookOf(step, 1000).trail
      expect(topic?.kind === 'case' ? topic.upTo : 0).toBe(step.stops - 1)
    }
  })
})
