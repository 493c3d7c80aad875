// Older files are brought up to the current version one step at a time. A new version adds a number, a function and a frozen fixture.

export const CURRENT_VERSION = '1.0'

type File = Readonly<Record<string, unknown>>
/** From the version named to the next one; in order. 1.0 is the first. */
const STEPS: readonly { readonly from: string; readonly to: string; readonly upgrade: (file: File) => File }[] = []

export type Upgraded =
  | { readonly kind: 'current'; readonly file: File }
  /** Written by a newer Headstand, which says so with both versions. */
  | { readonly kind: 'newer'; readonly version: string }
  | { readonly kind: 'unreadable'; readonly version: string }

/** A file of any version we know as a file of the current one. Files of the same major version and a smaller or equal minor are current. */
export function upgradeFile(file: File): Upgraded {
  let current = file
  for (const step of STEPS) if (versionOf(current) === step.from) current = { ...step.upgrade(current), headstand: step.to }
  const version = versionOf(current)
  if (version === CURRENT_VERSION) return { kind: 'current', file: current }
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(version)
  if (!parts) return { kind: 'unreadable', version }
  const [major, minor] = [Number(parts[1]), Number(parts[2] ?? 0)]
  const [ourMajor, ourMinor] = CURRENT_VERSION.split('.').map(Number) as [number, number]
  if (major > ourMajor || (major === ourMajor && minor > ourMinor)) return { kind: 'newer', version }
  return major === ourMajor ? { kind: 'current', file: current } : { kind: 'unreadable', version }
}

function versionOf(file: File): string {
  const given = file.headstand
  return typeof given === 'string' || typeof given === 'number' ? (given === 1 ? '1.0' : String(given)) : ''
}
