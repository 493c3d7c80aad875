// How the page is liked, whatever is open.
import { LANGUAGES } from '../../i18n/words'
import { isRecord } from '../../model/shape'
import type { View } from '../types'

export type Preferences = Partial<Pick<View, 'theme' | 'language'>>

export function preferencesIn(value: unknown): Preferences {
  if (!isRecord(value)) return {}
  const { theme } = value
  const language = LANGUAGES.find((one) => one === value.language)
  return { ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}), ...(language ? { language } : {}) }
}
