// What is asked of each library, and when it counts as painted: at the end of the frame in which all that it draws is on the page as it stays.

/**
 * @typedef {object} Peer
 * @property {(rows: { id: string, parentId: string, name: string, title: string }[]) => unknown} draw all of them, none folded, fitted to the page
 * @property {() => unknown} flip the nearest it has to turning the chart on its head: the top at the bottom, without animation
 * @property {() => Promise<string>} [svg] the whole chart as the text of an SVG file
 * @property {() => boolean} isThere whether what was asked for last stands on the page
 */

/** @param {Peer} peer */
export function measure({ draw, flip, svg, isThere }) {
  const whenPainted = async () => {
    do await new Promise((resolve) => requestAnimationFrame(resolve))
    while (!isThere())
    await new Promise((resolve) => {
      const ends = new MessageChannel()
      ends.port1.onmessage = resolve
      ends.port2.postMessage(null)
    })
  }
  /** @param {() => unknown} work */
  const timed = async (work) => {
    const start = performance.now()
    await work()
    await whenPainted()
    return performance.now() - start
  }
  let text = ''
  globalThis.peer = {
    hold: async (input) => {
      text = await input.files[0].text()
      input.remove()
    },
    open: () => timed(() => draw(JSON.parse(text))),
    flip: () => timed(flip),
    elements: () => document.querySelectorAll('*').length,
    ...(svg && {
      svg: async () => {
        const start = performance.now()
        const written = await svg()
        const ms = performance.now() - start
        if (!written.includes('<svg')) throw new Error('no drawing was written')
        return ms
      },
      png: async () => {
        const start = performance.now()
        const picture = new Image()
        picture.src = URL.createObjectURL(new Blob([await svg()], { type: 'image/svg+xml' }))
        await picture.decode()
        const canvas = Object.assign(document.createElement('canvas'), { width: 3840, height: 2160 })
        canvas.getContext('2d').drawImage(picture, 0, 0, 3840, 2160)
        const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
        if (!blob) throw new Error('no picture was painted')
        return performance.now() - start
      },
    }),
  }
}
