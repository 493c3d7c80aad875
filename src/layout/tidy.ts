// A tidy tree of boxes of many widths, some of which stretch over several layers (columns that must stay free). A. van der Ploeg,
// "Drawing non-layered tidy trees in linear time" (2014), after C. Buchheim, M. Jünger, S. Leipert, "Improving Walker's algorithm to run
// in linear time" (2002), on typed arrays and without recursion. With equal widths it is d3-hierarchy's `tree`. Heights are whole
// layers here; x is that of the middle. As in d3-flextree, the first look between two neighbours may also draw them together.

import { finish, type Steps } from '../base/steps'

export interface TidyInput {
  /** Every node, each before its children. */
  readonly order: Int32Array
  readonly first: Int32Array
  readonly last: Int32Array
  readonly next: Int32Array
  /** Air included: boxes of a row may touch. */
  readonly width: Float64Array
  /** The last layer a node reaches. Only leaves may reach further than their own. */
  readonly bottom: Int32Array
  /** The child a node stands over, where it shall not be the middle of all; -1 elsewhere. */
  readonly over?: Int32Array
}
/**
 * Leaves may stand for branches that were arranged before: what is below such a leaf is told by its contours, nodes that no order names, one
 * or more a layer, joined by threads. They are used up.
 */
export interface TidyContours {
  readonly own: Float64Array
  readonly leftThread: Int32Array
  readonly rightThread: Int32Array
  /** The lowest node of either contour; the leaf itself where it stands for nobody else. */
  readonly leftEnd: Int32Array
  readonly rightEnd: Int32Array
}
export interface Tidy extends TidyInput {
  /** Middle of a node in its frame. */
  readonly own: Float64Array
  /** A frame against that of the parent. */
  readonly frame: Float64Array
  readonly leftThread: Int32Array
  readonly rightThread: Int32Array
  /** Steps along contours: the work beyond one visit a node. Tests hold it linear. */
  readonly steps: number
}

function leavesOf(size: number): TidyContours {
  const [leftEnd, rightEnd] = [new Int32Array(size), new Int32Array(size)]
  for (let node = 0; node < size; node++) leftEnd[node] = rightEnd[node] = node
  return {
    own: new Float64Array(size),
    leftThread: new Int32Array(size).fill(-1),
    rightThread: new Int32Array(size).fill(-1),
    leftEnd,
    rightEnd,
  }
}

/** Arranges every subtree below its root. The roots of a forest are independent of each other; `settle` gives them places. */
export function arrange(input: TidyInput, contours?: TidyContours): Tidy {
  return finish(arrangeSteps(input, contours))
}

/** Nodes between two chances to wait. */
const SLICE = 32_768

export function* arrangeSteps(input: TidyInput, contours?: TidyContours): Steps<Tidy> {
  const { order, first, last, next, width, bottom, over } = input
  const size = first.length
  const frame = new Float64Array(size)
  // The lowest node on either contour of a subtree, and the sum of the frames down to it.
  const { own, leftThread, rightThread, leftEnd, rightEnd } = contours ?? leavesOf(size)
  const leftEndSum = new Float64Array(size)
  const rightEndSum = new Float64Array(size)
  // Of the children of the node at hand, by their number. Extra room between them, handed out in one pass over them.
  const shift: number[] = []
  const change: number[] = []
  // Those that still show from the right: how low they reach (strictly falling), and which they are.
  const reach: number[] = []
  const reaching: number[] = []
  let showing = 0
  let steps = 0

  for (let end = order.length; end > 0; end -= SLICE) {
    for (let k = end - 1; k >= Math.max(0, end - SLICE); k--) arrangeChildren(order[k] as number)
    yield
  }
  return { ...input, own, frame, leftThread, rightThread, steps }

  function arrangeChildren(node: number) {
    const head = first[node] as number
    if (head < 0) return
    showing = 0
    let before = -1
    for (let child = head, number = 0; child >= 0; child = next[child] as number, number++) {
      // Before separating: while its ends still lie within the child.
      const lowest = bottom[rightEnd[child] as number] as number
      shift[number] = 0
      change[number] = 0
      if (before >= 0) separate(head, before, child, number)
      while (showing > 0 && lowest >= (reach[showing - 1] as number)) showing--
      reach[showing] = lowest
      reaching[showing++] = number
      before = child
    }
    spreadChildren(head)
    const tail = last[node] as number
    const under = over === undefined ? -1 : (over[node] as number)
    own[node] = under >= 0 ? middleOf(under) : (middleOf(head) + middleOf(tail)) / 2
    leftEnd[node] = leftEnd[head] as number
    leftEndSum[node] = leftEndSum[head] as number
    rightEnd[node] = rightEnd[tail] as number
    rightEndSum[node] = rightEndSum[tail] as number
  }
  function middleOf(node: number): number {
    return (own[node] as number) + (frame[node] as number)
  }

  /** Moves `right` clear of everything left of it, layer by layer along the two contours that face each other. */
  function separate(head: number, left: number, right: number, number: number) {
    let a = left
    let b = right
    let aSum = frame[a] as number
    let bSum = frame[b] as number
    let seen = showing - 1
    let isFirst = true
    while (a >= 0 && b >= 0) {
      steps++
      while (seen > 0 && (bottom[a] as number) > (reach[seen] as number)) seen--
      const room = aSum + (own[a] as number) + ((width[a] as number) + (width[b] as number)) / 2 - bSum - (own[b] as number)
      if (room > 0 || (isFirst && room < 0)) {
        bSum += room
        move(right, number, reaching[seen] as number, room)
      }
      isFirst = false
      const aBottom = bottom[a] as number
      const bBottom = bottom[b] as number
      if (aBottom <= bBottom) {
        a = nextOnRight(a)
        if (a >= 0) aSum += frame[a] as number
      }
      if (aBottom >= bBottom) {
        b = nextOnLeft(b)
        if (b >= 0) bSum += frame[b] as number
      }
    }
    if (a < 0 && b >= 0) threadLeft(head, right, b, bSum)
    else if (a >= 0 && b < 0) threadRight(left, right, a, aSum)
  }
  function nextOnLeft(node: number): number {
    const child = first[node] as number
    return child >= 0 ? child : (leftThread[node] as number)
  }
  function nextOnRight(node: number): number {
    const child = last[node] as number
    return child >= 0 ? child : (rightThread[node] as number)
  }
  /** The move is shared out between the children that stand between the two in conflict. */
  function move(child: number, number: number, against: number, by: number) {
    frame[child] = (frame[child] as number) + by
    leftEndSum[child] = (leftEndSum[child] as number) + by
    rightEndSum[child] = (rightEndSum[child] as number) + by
    const between = number - against
    if (between <= 1) return
    shift[against + 1] = (shift[against + 1] as number) + by / between
    shift[number] = (shift[number] as number) - by / between
    change[number] = (change[number] as number) - (by - by / between)
  }
  function spreadChildren(head: number) {
    let sum = 0
    let extra = 0
    for (let child = head, number = 0; child >= 0; child = next[child] as number, number++) {
      sum += shift[number] as number
      extra += sum + (change[number] as number)
      frame[child] = (frame[child] as number) + extra
    }
  }
  function threadLeft(head: number, right: number, to: number, toSum: number) {
    const end = leftEnd[head] as number
    leftThread[end] = to
    const difference = toSum - (frame[to] as number) - (leftEndSum[head] as number)
    frame[end] = (frame[end] as number) + difference
    own[end] = (own[end] as number) - difference
    leftEnd[head] = leftEnd[right] as number
    leftEndSum[head] = leftEndSum[right] as number
  }
  function threadRight(left: number, right: number, to: number, toSum: number) {
    const end = rightEnd[right] as number
    rightThread[end] = to
    const difference = toSum - (frame[to] as number) - (rightEndSum[right] as number)
    frame[end] = (frame[end] as number) + difference
    own[end] = (own[end] as number) - difference
    rightEnd[right] = rightEnd[left] as number
    rightEndSum[right] = rightEndSum[left] as number
  }
}

/**
 * Middles of all nodes, given those of the roots in `x`: where `isRoot` is 1 a frame starts anew. The frames are used up: they become the
 * places where they begin.
 */
export function settle({ order, own, frame }: Tidy, parent: Int32Array, isRoot: Uint8Array, x: Float64Array): void {
  for (let k = 0; k < order.length; k++) {
    const node = order[k] as number
    if (isRoot[node] === 1) frame[node] = (x[node] as number) - (own[node] as number)
    else {
      const from = (frame[parent[node] as number] as number) + (frame[node] as number)
      frame[node] = from
      x[node] = from + (own[node] as number)
    }
  }
}
