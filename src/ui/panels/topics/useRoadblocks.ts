// Whose rules stand in the way: of a large organisation counted in slices, when somebody looks.
import { useEffect, useState } from 'react'
import { roadblockSteps } from '../../../analysis/roadblocks'
import type { Analysis, Roadblock } from '../../../analysis/types'
import { selectAnalysis, selectOrg } from '../../../state/derived'
import { isLarge } from '../../../state/size'
import { inSlices } from '../../../state/slices'
import { useApp } from '../../app/context'
import { slicesOfPage } from '../../app/slices'

/** null while they are being counted. */
export function useRoadblocks(): readonly Roadblock[] | null {
  const analysis = useApp(selectAnalysis)
  const isSmall = useApp((s) => {
    const org = selectOrg(s)
    return org !== null && !isLarge(org.doc)
  })
  const [made, setMade] = useState<{ readonly of: Analysis; readonly list: readonly Roadblock[] } | null>(null)
  useEffect(() => {
    if (!analysis || isSmall) return
    const wish = new AbortController()
    void inSlices(roadblockSteps(analysis), slicesOfPage(), wish.signal, { isSeen: true }).then(
      (list) => list && setMade({ of: analysis, list }),
    )
    return () => wish.abort()
  }, [analysis, isSmall])
  if (!analysis) return null
  return isSmall ? analysis.roadblocks : made?.of === analysis ? made.list : null
}
