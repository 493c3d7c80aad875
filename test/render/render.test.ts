import { describe, expect, test } from 'vitest'
import { outlineOf, shapesOf } from '../../src/render/geometry'
import { type Canvas, paint } from '../../src/render/paint'
import { number, svgText } from '../../src/render/svg'
import type { ConnectorMark, Mark, Scene } from '../../src/scene/types'

const line = (points: readonly number[], from = 'role-a'): ConnectorMark => ({
  kind: 'connector',
  from: { group: from, side: 'bottom' },
  to: { group: 'role-b', side: 'top' },
  points,
  radius: 8,
  stroke: { colour: '#6f7f8d', width: 1.5 },
})
const scene = (marks: readonly Mark[]): Scene => ({
  title: 'A & B',
  description: '<none>',
  bounds: { x: 0, y: 0, width: 100, height: 50 },
  background: '#ffffff',
  marks,
})

describe('the outline of a connector', () => {
  test('has its corners rounded', () => {
    expect(outlineOf(line([0, 0, 0, 20, 40, 20, 40, 40]))).toEqual([
      ['M', 0, 0],
      ['L', 0, 12],
      ['Q', 0, 20, 8, 20],
      ['L', 32, 20],
      ['Q', 40, 20, 40, 28],
      ['L', 40, 40],
    ])
  })
  test('a corner takes at most half of a short side', () => {
    expect(outlineOf(line([0, 0, 0, 6, 40, 6]))[1]).toEqual(['L', 0, 3])
  })
  test('a straight line has no corners', () => {
    expect(outlineOf(line([0, 0, 0, 20, 0, 40]))).toEqual([
      ['M', 0, 0],
      ['L', 0, 20],
      ['L', 0, 40],
    ])
  })
  test('lines of one manager are one path, so that what they share is not painted twice', () => {
    const shapes = shapesOf([line([0, 0, 0, 20, 40, 20]), line([0, 0, 0, 20, -40, 20]), line([5, 5, 9, 5], 'role-c')])
    expect(shapes).toHaveLength(2)
    expect(shapes[0]).toMatchObject({ kind: 'path' })
  })
})

describe('SVG', () => {
  test('starts with an opaque background and names the typeface once', () => {
    expect(svgText(scene([]))).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50" role="img">\n' +
        '<title>A &amp; B</title>\n<desc>&lt;none&gt;</desc>\n' +
        '<rect x="0" y="0" width="100" height="50" fill="#ffffff"/>\n' +
        '<g font-family="Arial, Helvetica, sans-serif">\n</g>\n</svg>\n',
    )
  })
  test.each([
    [1 / 3, '0.33'],
    [-0.001, '0'],
    [12.5, '12.5'],
    [1e-9, '0'],
    [100, '100'],
  ])('%d is written %s', (value, written) => {
    expect(number(value)).toBe(written)
  })
  test('the origin of a file is 0 0 wherever the scene lies', () => {
    const moved = {
      ...scene([{ kind: 'rectangle', x: 30, y: 40, width: 5, height: 5, fill: '#000000' } as const]),
      bounds: { x: 20, y: 30, width: 100, height: 50 },
    }
    expect(svgText(moved)).toContain('<rect x="10" y="10" width="5" height="5" fill="#000000"/>')
  })
  test('text is escaped, a group carries its title', () => {
    const svg = svgText(
      scene([
        {
          kind: 'group',
          key: 'role-a',
          title: '"A" <b>',
          marks: [{ kind: 'text', x: 1, y: 2, text: `<&>"'`, size: 12, bold: true, fill: '#000000' }],
        },
      ]),
    )
    expect(svg).toContain('<g id="role-a"><title>&quot;A&quot; &lt;b&gt;</title>')
    expect(svg).toContain('<text x="1" y="2" font-size="12" font-weight="700" fill="#000000">&lt;&amp;&gt;&quot;&apos;</text>')
  })
})

describe('canvas', () => {
  test('paints the background, then every mark in order, in device pixels', () => {
    const calls: string[] = []
    const context = new Proxy({} as Canvas, {
      get:
        (_, name) =>
        (...values: unknown[]) =>
          calls.push(`${String(name)}(${values.join()})`),
      set: (_, name, value) => {
        calls.push(`${String(name)}=${value}`)
        return true
      },
    })
    paint(
      scene([
        { kind: 'rectangle', x: 1, y: 2, width: 3, height: 4, fill: '#0e6b6b' },
        { kind: 'text', x: 5, y: 6, text: 'A', size: 12, fill: '#000000', anchor: 'end' },
      ]),
      context,
      { pixelRatio: 2 },
    )
    expect(calls).toEqual(
      expect.arrayContaining([
        'setTransform(2,0,0,2,0,0)',
        'fillRect(0,0,100,50)',
        'fillRect(1,2,3,4)',
        'textAlign=right',
        'fillText(A,5,6)',
      ]),
    )
    expect(calls.indexOf('fillRect(0,0,100,50)')).toBeLessThan(calls.indexOf('fillRect(1,2,3,4)'))
  })
})
