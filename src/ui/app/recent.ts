// What is kept in this browser, as a group of a menu.
import { useActions, useApp, useWords } from './context'
import type { MenuGroup } from './Menu'

export function useRecent(): readonly MenuGroup[] {
  const { say, ago } = useWords()
  const app = useActions()
  const recent = useApp((s) => s.session.recent)
  const own = app.keptId() // it is on the page already
  const now = Date.now()
  const items = recent
    .filter(({ id }) => id !== own)
    .map(({ id, name, savedAt, isFromOtherTab }) => {
      const known = name === '' ? say('page.recent.nameless') : name
      const label = isFromOtherTab ? say('page.recent.elsewhere', { name: known }) : known
      return {
        key: id,
        label,
        detail: ago(Math.max(0, now - savedAt) / 60_000),
        onChoose: () => void app.openKept(id),
        beside: { label: say('page.recent.forget', { name: label }), icon: 'close' as const, onChoose: () => void app.forgetKept(id) },
      }
    })
  if (recent.length === 0) return []
  return [
    {
      key: 'recent',
      ...(items.length > 0 ? { heading: say('page.recent') } : {}),
      items: [...items, { key: 'forget', label: say('page.recent.forgetAll'), onChoose: app.askForgetAll }],
    },
  ]
}
