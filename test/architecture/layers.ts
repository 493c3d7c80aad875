// The table "Who may know whom" of src/README.md, and what breaks it.
import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { type Import, importsOf } from './imports'

export interface Row {
  readonly rooms: ReadonlySet<string>
  readonly typesOf: ReadonlySet<string>
  /** Names, or `scope/*`, `node:*`. */
  readonly packages: readonly string[]
}
export type Layers = ReadonlyMap<string, Row>

export function readLayers(readme: string): Layers {
  const [, section = ''] = readme.split('## Who may know whom')
  const rows = section.split('\n## ')[0]!.matchAll(/^\| `([\w.]+)` \| (.*?) \| (.*?) \|$/gm)
  return new Map(
    [...rows].map(([, room, rooms, packages]) => {
      const names = listed(rooms!)
      const types = names.filter((name) => name.startsWith('types of '))
      return [
        room!,
        {
          rooms: new Set(names.filter((name) => !types.includes(name))),
          typesOf: new Set(types.map((name) => name.slice('types of '.length))),
          packages: listed(packages!),
        },
      ]
    }),
  )
}

const listed = (cell: string) => (cell === '–' ? [] : cell.split(', '))

/** `src/scene/overlays/x.ts` is of `scene`; a file of src itself is a room of one. */
export const roomOf = (path: string) => path.split('/')[1]!

/**
 * What is wrong with what a file imports, one sentence each.
 * @param file from the project's folder: `src/scene/draw.ts`
 * @param isThere whether a path is a file or a folder of the project
 */
export function faultsOf(layers: Layers, file: string, source: string, isThere: (path: string) => boolean): string[] {
  return importsOf(file, source).flatMap((found) => {
    const fault = faultOf(layers, file, found, isThere)
    return fault === null ? [] : [`${file}:${found.line} ${fault}`]
  })
}

function faultOf(layers: Layers, file: string, found: Import, isThere: (path: string) => boolean): string | null {
  const room = roomOf(file)
  const row = layers.get(room)
  const { specifier } = found
  if (!row) return `is in ${room}, which the table does not know`
  if (specifier === null) return room === 'house' ? null : 'imports what only a run would tell'
  if (!/^[./]/.test(specifier)) return faultOfPackage(room, row, found, specifier)
  const target = specifier.startsWith('/') ? specifier.slice(1) : posix.join(posix.dirname(file), specifier)
  if (!found.isGlob && !candidates(target).some(isThere)) return `imports ${specifier}, which is not there`
  if (!target.startsWith('src/')) return `imports ${specifier}, outside src`
  const known = roomOf(target)
  if (known === room || row.rooms.has(known)) return null
  if (!row.typesOf.has(known)) return `is in ${room}, which may not know ${known}`
  return found.isTypeOnly ? null : `is in ${room}, which may know types of ${known} only`
}

function faultOfPackage(room: string, { packages }: Row, { isDynamic, isTypeOnly }: Import, specifier: string): string | null {
  const name = builtinModules.includes(specifier) ? `node:${specifier}` : specifier
  const isListed = packages.some((entry) =>
    entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry || name.startsWith(`${entry}/`),
  )
  if (!isListed) return `is in ${room}, which may not use ${specifier}`
  const isInstalledLater = room === 'house' && !name.startsWith('node:') && !isDynamic && !isTypeOnly
  return isInstalledLater ? `uses ${specifier} before it is installed` : null
}

const candidates = (target: string) => [target, ...['.ts', '.tsx', '.d.ts', '/index.ts', '/index.tsx'].map((end) => target + end)]
