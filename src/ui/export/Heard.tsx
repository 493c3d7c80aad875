// What a choice came to, said for those who do not see it change; what is there when the dialog opens is read, not said.
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../app/context'
import controls from '../app/controls.module.css'
import { rounded } from './Figures'
import type { Made } from './making'

export function Heard({ made }: { readonly made: Made | null }) {
  const { say } = useWords()
  const [said, setSaid] = useState('')
  const isFirst = useRef(true)
  useEffect(() => {
    if (!made) return
    const { pages, report } = made
    const parts = [
      say('dialog.figure.pages', { count: pages.length }),
      say('dialog.figure.boxes', { count: report.boxes }),
      ...(report.smallest === null ? [] : [say('dialog.figure.smallest', { points: rounded(report.smallest) })]),
    ]
    if (!isFirst.current) setSaid(parts.join(', '))
    isFirst.current = false
  }, [made, say])
  return (
    <p className={controls.hidden} role="status">
      {said}
    </p>
  )
}
