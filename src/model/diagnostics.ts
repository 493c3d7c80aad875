// What is wrong in a file is collected, never thrown: one entry a kind, with all its places (architecture.md, Errors).
import type { Diagnostic, Place, Severity } from './types'

export class Diagnostics {
  private readonly entries = new Map<string, { code: string; severity: Severity; places: Place[]; done?: string }>()

  error(code: string, place?: Place, done?: string): void {
    this.add('error', code, place, done)
  }
  warn(code: string, place?: Place, done?: string): void {
    this.add('warning', code, place, done)
  }
  note(code: string, place?: Place, done?: string): void {
    this.add('note', code, place, done)
  }

  /** In order of first appearance; errors first. */
  list(): readonly Diagnostic[] {
    const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 }
    return [...this.entries.values()].sort((a, b) => rank[a.severity] - rank[b.severity])
  }

  private add(severity: Severity, code: string, place: Place | undefined, done: string | undefined): void {
    const key = `${severity} ${code} ${done ?? ''}`
    let entry = this.entries.get(key)
    if (!entry) {
      entry = { code, severity, places: [], ...(done === undefined ? {} : { done }) }
      this.entries.set(key, entry)
    }
    if (place) entry.places.push(place)
  }
}

export function placeOf(file: string | undefined, params: NonNullable<Place['params']>): Place {
  return file === undefined ? { params } : { file, params }
}
