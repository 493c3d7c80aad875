import { hierarchy, tree } from 'd3-hierarchy'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrange, settle, type Tidy, type TidyInput } from '../../src/layout/tidy'
import { anyParents } from './orgs'

/** A forest on the ground, the last node; a layer further down for each step. */
function forest(parents: readonly number[], widthOf: (node: number) => number): TidyInput & { readonly parent: Int32Array } {
  const n = parents.length
  const parent = Int32Array.from([...parents.map((p) => (p < 0 ? n : p)), -1])
  const [first, last, next] = [0, 1, 2].map(() => new Int32Array(n + 1).fill(-1)) as [Int32Array, Int32Array, Int32Array]
  const bottom = new Int32Array(n + 1)
  const width = Float64Array.from({ length: n + 1 }, (_, node) => widthOf(node))
  for (let i = 0; i < n; i++) {
    const under = parent[i] as number
    const before = last[under] as number
    if (before < 0) first[under] = i
    else next[before] = i
    last[under] = i
    bottom[i] = (bottom[under] as number) + 1
  }
  const order = Int32Array.from({ length: n + 1 }, (_, k) => (k === 0 ? n : k - 1))
  return { order, first, last, next, width, bottom, parent }
}
function middles(tidy: Tidy, parent: Int32Array): Float64Array {
  const x = new Float64Array(parent.length)
  settle(
    tidy,
    parent,
    Uint8Array.from(parent, (_, node) => (node === parent.length - 1 ? 1 : 0)),
    x,
  )
  return x
}

test('with equal widths a tidy tree is that of d3-hierarchy', () => {
  fc.assert(
    fc.property(anyParents(300), (parents) => {
      const n = parents.length
      const input = forest(parents, () => 181)
      const x = middles(arrange(input), input.parent)
      interface Node {
        readonly id: number
        readonly children: Node[]
      }
      const nodes: Node[] = Array.from({ length: n + 1 }, (_, id) => ({ id, children: [] }))
      for (let i = 0; i < n; i++) nodes[input.parent[i] as number]?.children.push(nodes[i] as Node)
      const root = tree<Node>()
        .nodeSize([181, 100])
        .separation(() => 1)(hierarchy(nodes[n] as Node))
      for (const node of root.descendants()) expect(Math.abs(node.x - (x[node.data.id] as number))).toBeLessThan(0.1)
    }),
    { numRuns: 200 },
  )
})

test('boxes of many widths never overlap', () => {
  fc.assert(
    fc.property(anyParents(120), fc.infiniteStream(fc.integer({ min: 10, max: 400 })), (parents, widths) => {
      const input = forest(parents, () => widths.next().value as number)
      const x = middles(arrange(input), input.parent)
      const byLayer = parents
        .map((_, node) => node)
        .sort((a, b) => (input.bottom[a] as number) - (input.bottom[b] as number) || (x[a] as number) - (x[b] as number))
      for (let k = 1; k < byLayer.length; k++) {
        const [a, b] = [byLayer[k - 1], byLayer[k]] as [number, number]
        if (input.bottom[a] !== input.bottom[b]) continue
        const room = (x[b] as number) - (x[a] as number) - ((input.width[a] as number) + (input.width[b] as number)) / 2
        expect(room).toBeGreaterThan(-0.01)
      }
    }),
    { numRuns: 100 },
  )
})

test('a small tree between two large ones stands in the middle of the room', () => {
  //   0: 1 2 3, with wide trees below 1 and 3
  const parents = [-1, 0, 0, 0, 1, 1, 1, 1, 1, 3, 3, 3, 3, 3]
  const input = forest(parents, () => 100)
  const x = middles(arrange(input), input.parent)
  expect((x[2] as number) - (x[1] as number)).toBeCloseTo((x[3] as number) - (x[2] as number))
})

test('work grows with the tree: ten times the nodes, at most eleven times the steps', () => {
  for (const parentOf of [
    (i: number) => i - 1,
    (i: number) => Math.min(0, i - 1),
    (i: number) => Math.floor((i - 1) / 3),
    // A spine with a branch as long as itself: contours must not be walked again at every step of the spine.
    (i: number) => (i % 2 === 0 ? i - 2 : i - 1),
    (i: number) => (i === 0 ? -1 : Math.floor((((i * 7919) % 1000) / 1000) * i)),
  ]) {
    const steps = (n: number) =>
      n +
      arrange(
        forest(
          Array.from({ length: n }, (_, i) => parentOf(i)),
          () => 100,
        ),
      ).steps
    expect(steps(100_000) / steps(10_000)).toBeLessThan(11)
  }
})
