// What is kept in this browser, as a group of a menu.
import { useActions, useApp, useWords } from './context'
import type { MenuGroup } from './Menu'

export function useRecent(): readonly MenuGroup[] {
  const { say, ago } = useWords()
  const app = useActions()
  const recent = useApp((s) => s.session.recent)
  const here = app.keptHere() // it is on the page already
  const now = Date.now()
  const items = recent
    .filter(({ id }) => id !== here?.id)
    .map((kept) => {
      const name = kept.name === '' ? say('page.recent.nameless') : kept.name
      const label = kept.line === here?.line ? say('page.recent.elsewhere', { name }) : name
      return {
        key: kept.id,
        label,
        detail: ago(Math.max(0, now - kept.savedAt) / 60_000),
        onChoose: () => void app.openKept(kept),
        beside: { label: say('page.recent.forget', { name: label }), icon: 'close' as const, onChoose: () => void app.forgetKept(kept) },
      }
    })
  if (recent.length === 0) return []
  return [
    {
      key: 'recent',
      ...(items.length > 0 ? { heading: say('page.recent') } : {}),
      items: [...items, { key: 'forget', label: say('page.recent.forgetAll'), onChoose: () => void app.askForgetAll() }],
    },
  ]
}
