// Two pictures of one drawing: runs in the page of a browser, which reads every kind of picture.

/**
 * @param {{ ours: string, theirs: string, width: number, height: number, probes: readonly { x: number, y: number, colour: string }[],
 *   lines: readonly { x: number, y: number, width: number, height: number, ink: string, ground: string }[] }} asked pictures as data URLs
 */
export async function compare({ ours, theirs, width, height, probes, lines }) {
  const THRESHOLD = 72
  const REACH = 2
  const read = async (/** @type {string} */ url) => {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }))
    context.drawImage(image, 0, 0, width, height)
    return { data: context.getImageData(0, 0, width, height).data, natural: [image.naturalWidth, image.naturalHeight] }
  }
  const [a, b] = await Promise.all([read(ours), read(theirs)])
  const at = (/** @type {Uint8ClampedArray} */ d, /** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ c) =>
    d[(y * width + x) * 4 + c] ?? 0
  const apart = (
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {number} */ u,
    /** @type {number} */ v,
    d = a.data,
    e = b.data,
  ) =>
    Math.max(
      Math.abs(at(d, x, y, 0) - at(e, u, v, 0)),
      Math.abs(at(d, x, y, 1) - at(e, u, v, 1)),
      Math.abs(at(d, x, y, 2) - at(e, u, v, 2)),
    )
  const isNear = (
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {Uint8ClampedArray} */ d,
    /** @type {Uint8ClampedArray} */ e,
  ) => {
    for (let v = Math.max(0, y - REACH); v <= Math.min(height - 1, y + REACH); v++)
      for (let u = Math.max(0, x - REACH); u <= Math.min(width - 1, x + REACH); u++) if (apart(x, y, u, v, d, e) <= THRESHOLD) return true
    return false
  }
  let [inked, wrong] = [0, 0]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (apart(x, y, 1, 1, a.data, a.data) <= 10 && apart(x, y, 1, 1, b.data, a.data) <= 10) continue
      inked++
      if (apart(x, y, x, y) > THRESHOLD && !(isNear(x, y, a.data, b.data) && isNear(x, y, b.data, a.data))) wrong++
    }
  const channel = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ c) => {
    const values = []
    for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) values.push(at(b.data, x + dx, y + dy, c))
    return values.sort((m, n) => m - n)[12] ?? 0
  }
  const off = probes.filter(({ x, y, colour }) => {
    const value = Number.parseInt(colour.slice(1), 16)
    return [16, 8, 0].some((shift, c) => Math.abs(((value >> shift) & 255) - channel(x, y, c)) > 8)
  }).length
  /** How wide the ink of a line is; a line whose box holds other things is not asked. */
  const inkWidth = (/** @type {Uint8ClampedArray} */ d, /** @type {typeof lines[number]} */ { x, y, width: w, height: h, ground }) => {
    const value = Number.parseInt(ground.slice(1), 16)
    let [first, last] = [Infinity, -Infinity]
    for (let u = Math.max(0, Math.floor(x)); u < Math.min(width, x + w); u++)
      for (let v = Math.max(0, Math.floor(y)); v < Math.min(height, y + h); v++) {
        const far =
          Math.abs(at(d, u, v, 0) - (value >> 16)) +
          Math.abs(at(d, u, v, 1) - ((value >> 8) & 255)) +
          Math.abs(at(d, u, v, 2) - (value & 255))
        if (far > 150) [first, last] = [Math.min(first, u), Math.max(last, u)]
      }
    return last - first
  }
  const widths = lines.map((line) => inkWidth(b.data, line) / inkWidth(a.data, line)).filter((one) => Number.isFinite(one))
  return { share: wrong / Math.max(1, inked), probes: probes.length, off, widths, natural: b.natural }
}
