// What comes of what is asked, made while the page goes on: the old answer stays until there is a new one, and what nobody waits for is dropped.
import { useEffect, useState } from 'react'
import { READABLE } from '../../export/pages'
import type { Estimate, Offer, Request, Source } from '../../export/request'
import type { RoleId } from '../../model/types'
import { inSlices } from '../../state/slices'
import { slicesOfPage } from '../app/slices'
import { estimated, type Made, madeSteps, offerSteps } from './making'

export interface Making {
  /** Of what is asked now. */
  readonly estimate: Estimate | null
  /** Of what is asked now, or of what was asked before it. */
  readonly made: Made | null
  /** Undefined while it is looked for. */
  readonly offer: Offer | null | undefined
  readonly isBusy: boolean
  readonly hasFailed: boolean
}

const NOTHING: Making = { estimate: null, made: null, offer: undefined, isBusy: false, hasFailed: false }

/** The first two arguments are compared by identity. `role`: who is chosen. */
export function useMade(sources: readonly Source[], request: Request | null, role: RoleId | null): Making {
  const [making, setMaking] = useState(NOTHING)
  useEffect(() => {
    if (!request || sources.length === 0) return setMaking(NOTHING)
    const asked = new AbortController()
    const { signal } = asked
    const estimate = estimated(sources, request)
    const isRefused = estimate.weight === 'too large'
    setMaking((before) => ({ ...before, estimate, offer: undefined, isBusy: true, hasFailed: false, ...(isRefused ? { made: null } : {}) }))
    const make = async () => {
      const made = isRefused ? null : await inSlices(madeSteps(sources, request), slicesOfPage(), signal, { isSeen: true })
      if (signal.aborted) return
      const isLarger = made?.report.weight === 'too large' // than was thought
      setMaking((before) => ({
        ...before,
        ...(isLarger ? { made: null, estimate: { ...estimate, elements: made.report.elements, weight: 'too large' } } : { made }),
        isBusy: false,
      }))
      const now = made?.report.smallest ?? READABLE
      if (isLarger || now >= READABLE) return
      const offer = await inSlices(offerSteps(sources, request, { now, role }), slicesOfPage(), signal, { isSeen: true })
      if (!signal.aborted) setMaking((before) => ({ ...before, offer }))
    }
    make().catch(() => signal.aborted || setMaking((before) => ({ ...before, made: null, isBusy: false, hasFailed: true })))
    return () => asked.abort()
  }, [sources, request, role])
  return making
}
