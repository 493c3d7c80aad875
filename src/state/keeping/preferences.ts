// How the page is liked, whatever is open.
import { LANGUAGES } from '../../i18n/words'
import { isRecord } from '../../model/shape'
import type { Session, View } from '../types'
import type { Slip } from './types'

/** Whether anything was ever kept here: known without opening the drawer, so that a first visitor does not wait for it. */
export const hasKept = (value: unknown): boolean => isRecord(value) && value.hasKept === true

export function remember(slip: Slip, part: Preferences & { readonly hasKept?: true }) {
  const before = slip.read()
  slip.write({ ...(isRecord(before) ? before : {}), ...part })
}

export type Preferences = Partial<Pick<View, 'theme' | 'language'> & Pick<Session, 'exportChoices'>>

export function preferencesIn(value: unknown): Preferences {
  if (!isRecord(value)) return {}
  const { theme, exportChoices } = value
  const language = LANGUAGES.find((one) => one === value.language)
  return {
    ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}),
    ...(language ? { language } : {}),
    ...(isRecord(exportChoices) ? { exportChoices } : {}),
  }
}
