// Files from outside, by picker, by drop, by paste: all end in one list of names and blobs.
import { createContext, use } from 'react'
import { roleName } from '../../i18n/sentences'
import type { Org } from '../../model/types'
import type { ReadFile } from '../../worker/read'

export interface Opener {
  /** Asks the platform for files. */
  readonly pick: () => void
}
export const OpenerContext = createContext<Opener>({ pick: () => {} })
export const useOpener = (): Opener => use(OpenerContext)

export type Brought =
  | { readonly kind: 'files'; readonly files: readonly ReadFile[] }
  | { readonly kind: 'text'; readonly text: string }
  /** Nothing that can be read; the sentence that says why. */
  | { readonly kind: 'nothing'; readonly key: 'page.read.folder' | 'page.read.link' | 'page.read.nothing' }

export function filesOf(list: Iterable<File>): readonly ReadFile[] {
  return [...list].map((file) => ({ name: file.name, blob: file }))
}

/** What a drop or a paste carries. */
export function broughtBy(data: DataTransfer | null): Brought {
  const items = [...(data?.items ?? [])]
  const files = filesOf(data?.files ?? [])
  if (items.some((item) => item.kind === 'file' && item.webkitGetAsEntry?.()?.isDirectory))
    return { kind: 'nothing', key: 'page.read.folder' }
  if (files.length > 0) return { kind: 'files', files }
  const text = data?.getData('text/plain') ?? ''
  if (isLink(text) || data?.getData('text/uri-list')) return { kind: 'nothing', key: 'page.read.link' }
  return text.trim() === '' ? { kind: 'nothing', key: 'page.read.nothing' } : { kind: 'text', text }
}

/** An outline that begins with the top of the organisation on the page is that organisation, filled in: it keeps its name. null = another. */
export function nameOfOutline(text: string, org: Org | null): string | null {
  const first = org?.structure.preorder[0]
  const name = org?.doc.organization.name
  if (!org || first === undefined || !name) return null
  return text.trimStart().startsWith(roleName(org, first)) ? `${name}.txt` : null // an ending, or reading would take one from the name
}

export function isLink(text: string): boolean {
  return /^\s*(https?|ftp|file):\/\/\S+\s*$/i.test(text)
}
