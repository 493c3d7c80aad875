// The tree series of ECharts on a canvas: everything expanded, no animation, fitted to the page by itself.
import { init } from 'echarts'
import { measure } from './measured.mjs'

const chart = init(document.getElementById('chart'), null, { renderer: 'canvas' })
let isFinished = false
let orient = 'TB'
let root = null
chart.on('finished', () => {
  isFinished = true
})

const option = () => ({
  series: [
    {
      type: 'tree',
      data: [root],
      orient,
      initialTreeDepth: -1,
      symbol: 'rect',
      symbolSize: [16, 8],
      edgeShape: 'polyline',
      animation: false,
      roam: true,
    },
  ],
})

measure({
  draw(rows) {
    const byId = new Map(rows.map(({ id, name, title }) => [id, { name: `${name}, ${title}`, children: [] }]))
    for (const { id, parentId } of rows) {
      if (parentId === '') root = byId.get(id)
      else byId.get(parentId).children.push(byId.get(id))
    }
    chart.setOption(option())
  },
  flip() {
    isFinished = false
    orient = orient === 'TB' ? 'BT' : 'TB'
    chart.setOption({ series: [{ orient }] })
  },
  async svg() {
    const written = init(null, null, { renderer: 'svg', ssr: true, width: innerWidth, height: innerHeight })
    written.setOption(option())
    const text = written.renderToSVGString()
    written.dispose()
    return text
  },
  isThere: () => isFinished,
})
