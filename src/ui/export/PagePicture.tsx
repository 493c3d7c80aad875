// A page as large as its place allows. It is painted elsewhere, a little at a time, and shown when all of it is there.
import { useEffect, useRef, useState } from 'react'
import type { Scene } from '../../scene/types'
import styles from './Preview.module.css'
import { painted } from './picture'

interface Room {
  readonly width: number
  readonly height: number
}

export function PagePicture({ scene, label }: { readonly scene: Scene; readonly label: string }) {
  const host = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    const element = host.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const sized = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }))
    sized.observe(element)
    return () => sized.disconnect()
  }, [])
  useEffect(() => {
    const element = canvas.current
    if (!room || !element || room.width === 0 || room.height === 0) return
    const asked = new AbortController()
    const { width, height } = scene.bounds
    const shown = Math.min(room.width / width, room.height / height)
    const density = devicePixelRatio || 1
    void painted(scene, shown * density, asked.signal).then((picture) => {
      if (!picture) return
      element.width = picture.width
      element.height = picture.height
      element.style.inlineSize = `${picture.width / density}px`
      element.getContext('2d')?.drawImage(picture, 0, 0)
      element.dataset.painted = label
    })
    return () => asked.abort()
  }, [scene, room, label])
  return (
    <div className={styles.room} ref={host}>
      <canvas ref={canvas} className={styles.picture} role="img" aria-label={label} dir="auto" />
    </div>
  )
}
