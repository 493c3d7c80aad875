// Organisations of the gallery: Pinfold, Pinfold with something left out, and small ones that are hard to draw.
import pinfoldText from '../../fixtures/pinfold.json?raw'
import { readText } from '../../src/import/read'
import { buildOrg } from '../../src/model/build'
import type { Org } from '../../src/model/types'
import { organisation } from '../bench/organisation.mjs'

export function orgFrom(text: string, file = 'gallery'): Org {
  const { draft } = readText(file, text)
  if (!draft) throw new Error(`${file} could not be read`)
  const { org } = buildOrg([draft])
  if (!org) throw new Error(`${file} holds no organisation`)
  return org
}

interface PinfoldJson {
  readonly coverage: Record<string, unknown>
  readonly organization: Record<string, unknown>
  grants?: { readonly role: string }[]
  demand?: unknown
  segments?: { name?: string; margin?: number; customers?: number }[]
  touchpoints?: unknown
  issueTypes?: { values?: unknown }[]
  readonly roles: { id: string; title?: string; unit?: string; headcount?: number; reportsTo?: string | null }[]
  readonly units: { readonly id: string; name?: string }[]
}

/** Pinfold, changed. */
export function pinfold(change: (json: PinfoldJson) => void = () => {}): Org {
  const json = JSON.parse(pinfoldText) as PinfoldJson
  change(json)
  return orgFrom(JSON.stringify(json), 'pinfold.json')
}

const samples = import.meta.glob<string>('../../public/samples/*.json', { eager: true, query: '?raw', import: 'default' })
export function sample(name: string): Org {
  return orgFrom(samples[`../../public/samples/${name}.json`] ?? '', name)
}

let twelveHundred: Org | undefined
/** As many roles as a page can no longer show one by one. */
export function large(): Org {
  twelveHundred ??= orgFrom(organisation(1_200).text, 'large')
  return twelveHundred
}
