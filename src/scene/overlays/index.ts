// The folder is the registry.
import type { Overlay } from './overlay'

const files = import.meta.glob<{ readonly overlay?: Overlay }>(['./*.ts', '!./index.ts', '!./overlay.ts', '!./ready.ts'], { eager: true })
const all = Object.values(files).flatMap(({ overlay }) => (overlay ? [overlay] : []))
const byId = new Map(all.map((overlay) => [overlay.id, overlay]))

/** Ids of those a reader chooses from, in their order; the first is what is shown unless another is chosen. */
export const OVERLAYS: readonly string[] = all
  .filter(({ place }) => place !== null)
  .sort((a, b) => (a.place as number) - (b.place as number))
  .map(({ id }) => id)

export const SHOWN_FIRST = 'findings'

/** Ids that are not known are passed over: a newer link may name one. */
export function overlaysFor(ids: readonly string[]): Overlay[] {
  return ids.flatMap((id) => byId.get(id) ?? [])
}
