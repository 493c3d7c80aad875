// The folder is the registry.
import type { Overlay } from './overlay'

const files = import.meta.glob<{ readonly overlay?: Overlay }>(['./*.ts', '!./index.ts', '!./overlay.ts'], { eager: true })
const byId = new Map(Object.values(files).flatMap(({ overlay }) => (overlay ? [[overlay.id, overlay] as const] : [])))

export const OVERLAYS: readonly string[] = [...byId.keys()]

/** Ids that are not known are passed over: a newer link may name one. */
export function overlaysFor(ids: readonly string[]): Overlay[] {
  return ids.flatMap((id) => byId.get(id) ?? [])
}
