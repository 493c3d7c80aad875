import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { Words } from '../../base/words'
import { wordsFor } from '../../i18n/words'
import type { App } from '../../state/app'
import type { AppState } from '../../state/types'

export const AppContext = createContext<App | null>(null)

export function useActions(): App {
  const app = use(AppContext)
  if (!app) throw new Error('no app above this component')
  return app
}
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(useActions().store, selector)
}
export function useWords(): Words {
  return useApp(selectWords)
}

const known = new Map<string, Words>()
export function selectWords({ view }: AppState): Words {
  let words = known.get(view.language)
  if (!words) known.set(view.language, (words = wordsFor(view.language)))
  return words
}
