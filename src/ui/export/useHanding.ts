// Files handed to the reader: all of them when all are there, and what came of it in a sentence.
import { useCallback, useEffect, useRef, useState } from 'react'
import { fileName } from '../../export/file-name'
import { ZIP } from '../../export/zip'
import { organisationName } from '../../scene/headline'
import { inSlices } from '../../state/slices'
import { useActions } from '../app/context'
import { save } from '../app/saving'
import { slicesOfPage } from '../app/slices'
import { isPicture, type Purpose } from './choices'
import { copy } from './clipboard'
import type { Made } from './making'
import { pictureOf } from './picture'
import { printSteps } from './print'
import { asOne, asSvg, drawn, type Own, type Told, written } from './writing'

export interface Said {
  readonly tone: 'good' | 'calm' | 'bad'
  readonly key: string
  readonly params?: Readonly<Record<string, string | number>>
}
export interface Handing {
  /** Files done while it is under way; null = nothing is. */
  readonly busy: { readonly done: number; readonly of: number } | null
  readonly said: Said | null
  readonly onSave: () => void
  /** Of a picture that is made: the page that is looked at. */
  readonly onCopy: (page: number) => void
  readonly onCancel: () => void
}

export function useHanding(purpose: Purpose, made: Made | null, own: Own | null): Handing {
  const app = useActions()
  const [busy, setBusy] = useState<Handing['busy']>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const asked = useRef<AbortController | null>(null)
  const onCancel = useCallback(() => asked.current?.abort(), [])
  useEffect(() => onCancel, [onCancel]) // a dialog that is closed gives up what it writes
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said is of what was asked then
  useEffect(() => setSaid(null), [purpose, made])

  const onSave = () => {
    if (!own) return
    void handOver(made?.pages.length ?? 1, async (told) => {
      if (isPicture(purpose)) return made && (purpose === 'pdf' ? print(made, own, told) : saveDrawn(purpose, made, own, told))
      const file = await written(purpose, own, told.signal)
      if (!file) return null
      save(file.name, file.blob)
      if (purpose === 'document') app.saved(own.org.doc)
      return { tone: 'good', key: 'dialog.saved', params: { name: file.name } }
    })
  }
  const onCopy = (at: number) => {
    const page = made?.pages[at]
    if (!page) return
    void handOver(1, async ({ signal }) => {
      const wanted = (blob: Blob | null) => blob ?? Promise.reject(new Error('given up'))
      const svg = purpose === 'svg' ? { svg: asSvg(page.scene, signal).then(wanted) } : {}
      const png = pictureOf(page.scene, made.request.ratio, signal).then(wanted)
      try {
        await copy({ ...svg, png })
      } catch {
        return signal.aborted ? null : { tone: 'bad', key: 'dialog.copy.refused' }
      }
      return { tone: 'good', key: purpose === 'svg' ? 'dialog.copied.svg' : 'dialog.copied.png' }
    })
  }
  async function handOver(of: number, hand: (told: Told) => Promise<Said | null>) {
    if (asked.current) return
    const { signal } = (asked.current = new AbortController())
    setSaid(null)
    setBusy({ done: 0, of })
    try {
      const answer = await hand({ signal, done: (done) => setBusy({ done, of }) })
      setSaid(answer ?? { tone: 'calm', key: 'dialog.cancelled' })
    } catch (error) {
      setSaid({ tone: 'bad', key: 'dialog.write.failed', params: { why: error instanceof Error ? error.message : String(error) } })
    } finally {
      asked.current = null
      setBusy(null)
    }
  }
  return { busy, said, onSave, onCopy, onCancel }
}

async function saveDrawn(kind: 'svg' | 'png', made: Made, own: Own, told: Told): Promise<Said | null> {
  const files = await drawn(made.pages, kind, made.request.ratio, told)
  const file = files && (await asOne(files, nameOf(own, ZIP.extension)))
  if (!files || !file || told.signal.aborted) return null
  save(file.name, file.blob)
  return { tone: 'good', key: files.length > 1 ? 'dialog.saved.zip' : 'dialog.saved', params: { name: file.name, count: files.length } }
}
/** Of one page its own name; several are of the organisation. */
function nameOf({ org, words }: Own, extension: string): string {
  return fileName(organisationName({ org, words, medium: 'slide' }), 'pages', extension)
}

async function print({ pages }: Made, own: Own, { done, signal }: Told): Promise<Said | null> {
  const { say } = own.words
  const sheets = pages.map(({ scene, points, place }) => ({ scene, points, ...(place ? { foot: say('dialog.place', place) } : {}) }))
  const title = pages.length === 1 ? (pages[0]?.name ?? '') : nameOf(own, 'pdf').replace(/\.pdf$/, '')
  const job = await inSlices(printSteps(sheets, title, done), slicesOfPage(), signal)
  if (!job) return null
  await job.print()
  return { tone: 'good', key: 'dialog.printed', params: { count: pages.length } }
}
