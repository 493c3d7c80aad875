// A list that a large organisation makes in slices, when somebody looks.
import { useEffect, useState } from 'react'
import { questionSteps } from '../../analysis/questions'
import { roadblockSteps } from '../../analysis/roadblocks'
import type { Analysis, NextQuestion, Roadblock } from '../../analysis/types'
import type { Steps } from '../../base/steps'
import { selectAnalysis, selectOrg } from '../../state/derived'
import { isLarge } from '../../state/size'
import { inSlices } from '../../state/slices'
import { useApp } from '../app/context'
import { slicesOfPage } from '../app/slices'

/** Whose rules stand in the way. null while they are being counted. */
export const useRoadblocks = (): readonly Roadblock[] | null => useCounted(({ roadblocks }) => roadblocks, roadblockSteps)
/** What would settle most of what is not known. The same. */
export const useQuestions = (): readonly NextQuestion[] | null => useCounted(({ nextQuestions }) => nextQuestions, questionSteps)

function useCounted<List>(listOf: (analysis: Analysis) => List, stepsOf: (analysis: Analysis) => Steps<List>): List | null {
  const analysis = useApp(selectAnalysis)
  const isSmall = useApp((s) => {
    const org = selectOrg(s)
    return org !== null && !isLarge(org.doc)
  })
  const [made, setMade] = useState<{ readonly of: Analysis; readonly list: List } | null>(null)
  useEffect(() => {
    if (!analysis || isSmall) return
    const wish = new AbortController()
    void inSlices(stepsOf(analysis), slicesOfPage(), wish.signal, { isSeen: true }).then((list) => list && setMade({ of: analysis, list }))
    return () => wish.abort()
  }, [analysis, isSmall, stepsOf])
  if (!analysis) return null
  return isSmall ? listOf(analysis) : made?.of === analysis ? made.list : null
}
