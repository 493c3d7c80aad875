// React Flow as its documentation lays out a tree: d3-hierarchy places the nodes, sizes and handles are given so that none has to be measured.
import '@xyflow/react/dist/style.css'
import { Position, ReactFlow } from '@xyflow/react'
import { stratify, tree } from 'd3-hierarchy'
import { createRoot } from 'react-dom/client'
import { measure } from './measured.mjs'

const size = { width: 160, height: 48 }
const root = createRoot(document.getElementById('chart'))
const ends = (isUp) => ({ sourcePosition: isUp ? Position.Top : Position.Bottom, targetPosition: isUp ? Position.Bottom : Position.Top })
const handle = (type, position) => ({
  type,
  position,
  x: size.width / 2,
  y: position === Position.Top ? 0 : size.height,
  width: 1,
  height: 1,
})
let given = []
let isFlipped = false
let lowest = null
let isFitted = false

function placed() {
  const sign = isFlipped ? -1 : 1
  const top = tree().nodeSize([size.width + 20, size.height + 60])(
    stratify()
      .id((row) => row.id)
      .parentId((row) => row.parentId)(given),
  )
  const { sourcePosition, targetPosition } = ends(isFlipped)
  const nodes = top.descendants().map(({ id, x, y, data }) => ({
    id,
    position: { x, y: sign * y },
    data: { label: `${data.name}, ${data.title}` },
    sourcePosition,
    targetPosition,
    ...size,
    measured: size,
    handles: [handle('source', sourcePosition), handle('target', targetPosition)],
  }))
  const edges = top.links().map(({ source, target }) => ({ id: target.id, source: source.id, target: target.id, type: 'smoothstep' }))
  return { nodes, edges }
}

/** Turned, it is mounted anew: given other sides for its handles one by one (`setNodes`), it takes time with the square of the nodes. */
function show() {
  const { nodes, edges } = placed()
  lowest = nodes.at(-1)
  isFitted = false
  root.render(
    <ReactFlow
      key={isFlipped}
      defaultNodes={nodes}
      defaultEdges={edges}
      minZoom={0.00001}
      fitView
      nodesDraggable={false}
      nodesConnectable={false}
      onInit={() => {
        isFitted = true
      }}
    />,
  )
}

/** Where the page has the node, which says a number of six digits in its own way. */
function standsAt({ id, position }) {
  const node = document.querySelector(`.react-flow__node[data-id="${id}"]`)
  return node !== null && Math.abs(new DOMMatrix(node.style.transform).f - position.y) < 1
}

measure({
  draw(rows) {
    given = rows
    show()
  },
  flip() {
    isFlipped = !isFlipped
    show()
  },
  isThere: () => isFitted && standsAt(lowest) && document.querySelectorAll('.react-flow__edge').length === given.length - 1,
})
