// References by title (domain.md 2.3, "References by title"): as a source every role with the title, as a target the nearest manager
// with it up the line, else the only one in the file.

const PREFIX = 'title:'

/** Case and spaces folded. */
export function foldedTitle(title: string): string {
  return title.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}

export class RoleRefs {
  private byTitle: ReadonlyMap<string, ReadonlySet<number>> | null = null
  private readonly nearest = new Map<ReadonlySet<number>, Map<number, number>>()

  constructor(
    private readonly roleAt: ReadonlyMap<string, number>,
    private readonly titles: readonly (string | null | undefined)[],
    private readonly parent: Int32Array,
  ) {}

  /** Every role that `ref` stands for as a source; empty where there is none. */
  sources(ref: string): readonly number[] {
    const at = this.roleAt.get(ref)
    if (at !== undefined) return [at]
    return [...(this.titled(ref) ?? [])]
  }

  /** The one role that `ref` stands for as a target, seen from `role` (-1: from nowhere); undefined where there is none. */
  target(ref: string, role: number): number | undefined {
    const at = this.roleAt.get(ref)
    if (at !== undefined) return at
    const titled = this.titled(ref)
    if (!titled) return undefined
    if (titled.size === 1) return [...titled][0]
    const found = role < 0 ? -1 : this.nearestAbove(titled, role)
    return found < 0 ? undefined : found
  }

  /** The nearest strict manager among `titled`, else -1. What was found on the way is kept: many ask from one line. */
  private nearestAbove(titled: ReadonlySet<number>, role: number): number {
    let known = this.nearest.get(titled)
    if (!known) this.nearest.set(titled, (known = new Map()))
    const below: number[] = []
    let found: number | undefined
    for (let at = role; found === undefined; ) {
      found = known.get(at)
      if (found !== undefined) break
      below.push(at)
      const up = this.parent[at] as number
      if (up < 0 || titled.has(up)) found = up
      else at = up
    }
    for (const one of below) known.set(one, found)
    return found
  }

  private titled(ref: string): ReadonlySet<number> | undefined {
    if (!ref.startsWith(PREFIX)) return undefined
    this.byTitle ??= rolesByTitle(this.titles)
    return this.byTitle.get(foldedTitle(ref.slice(PREFIX.length)))
  }
}

/** Made for the first reference by title: most files have none. */
function rolesByTitle(titles: readonly (string | null | undefined)[]): ReadonlyMap<string, ReadonlySet<number>> {
  const byTitle = new Map<string, Set<number>>()
  titles.forEach((title, i) => {
    if (title === undefined || title === null) return
    const folded = foldedTitle(title)
    const known = byTitle.get(folded)
    if (known) known.add(i)
    else byTitle.set(folded, new Set([i]))
  })
  return byTitle
}
