// The organisation it makes, before it is one: its shape, and how many of what.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Org } from '../../model/types'
import { themeFor } from '../../scene/theme'
import { selectTheme } from '../../state/derived'
import { useApp, useWords } from '../app/context'
import styles from './Account.module.css'
import { countsOf, miniatureOf, type Miniature as TreePicture } from './miniature'

const HEIGHT = 204
const NOTHING: TreePicture = { height: 0, blocks: [], lines: [], rows: [] }
const COUNTS = ['people', 'roles', 'layers', 'tops', 'span'] as const

export function Miniature({ org }: { org: Org }) {
  const { say, number } = useWords()
  const theme = useApp(selectTheme)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [width, setWidth] = useState(0)
  const counts = countsOf(org)
  useEffect(() => {
    const element = canvas.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const { rows, height, blocks, lines } = useMemo(
    () => (width > 0 ? miniatureOf(org, width, HEIGHT, themeFor(theme)) : NOTHING),
    [org, width, theme],
  )
  useEffect(() => {
    const context = height > 0 ? canvas.current?.getContext('2d') : null
    if (!canvas.current || !context) return
    const density = devicePixelRatio || 1
    canvas.current.width = Math.round(width * density)
    canvas.current.height = Math.round(height * density)
    context.scale(density, density)
    context.fillStyle = themeFor(theme).lineFaint
    for (const line of lines) context.fillRect(line.x, line.y, line.width, line.height)
    for (const block of blocks) {
      context.fillStyle = block.fill
      context.fillRect(block.x, block.y, block.width, block.height)
    }
  }, [blocks, lines, width, height, theme])
  return (
    <section className={styles.made} aria-labelledby="import-made">
      <h3 className={styles.heading} id="import-made">
        {say('import.made')}
      </h3>
      <div className={styles.card}>
        <div className={styles.picture}>
          <canvas
            ref={canvas}
            className={styles.canvas}
            style={{ blockSize: height || HEIGHT }}
            role="img"
            aria-label={say('import.made.picture', { layers: counts.byLayer.slice(0, 12).map((count) => number(count)) })}
          />
          <ul className={styles.layers} aria-hidden="true">
            {rows.map(({ layer, y }) => (
              <li key={layer} style={{ insetBlockStart: y }}>
                {number(counts.byLayer[layer] ?? 0)}
              </li>
            ))}
          </ul>
        </div>
        <ul className={styles.counts}>
          {COUNTS.map((what) => (
            <li key={what} data-count={what}>
              <strong>{number(counts[what])}</strong> {say(`import.count.${what}`, { count: counts[what] })}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
