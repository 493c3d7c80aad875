// d3-org-chart as its README has it: flat rows, cards as HTML in foreignObject, everything expanded, transitions of no duration.
import { OrgChart } from 'd3-org-chart'
import { measure } from './measured.mjs'

const chart = new OrgChart()
let count = 0

measure({
  draw(rows) {
    count = rows.length
    chart
      .container('#chart')
      .data(rows.map((row) => ({ ...row, _expanded: true })))
      .svgHeight(innerHeight)
      .nodeWidth(() => 180)
      .nodeHeight(() => 60)
      .duration(0)
      .nodeContent(({ data }) => `<div style="border:1px solid #888;height:58px;padding:4px"><b>${data.name}</b><br>${data.title}</div>`)
      .render()
      .fit({ animate: false })
  },
  flip: () =>
    chart
      .layout(chart.layout() === 'top' ? 'bottom' : 'top')
      .render()
      .fit({ animate: false }),
  // `exportSvg` puts the text into an address and clicks a link to it; the click is all that is left out.
  async svg() {
    const { click } = HTMLAnchorElement.prototype
    let address = ''
    HTMLAnchorElement.prototype.click = function () {
      address = this.href
    }
    chart.exportSvg()
    HTMLAnchorElement.prototype.click = click
    return decodeURIComponent(address)
  },
  isThere() {
    const nodes = document.querySelectorAll('#chart g.node')
    return nodes.length === count && [...nodes].every((node) => node.getAttribute('opacity') === '1')
  },
})
