import type { Org } from './types'

/** Owner of the issue type's policy seen from an entry role: a role, null (known to be nobody) or undefined (not known). */
export function policyOwnerOf(org: Org, issueType: number, entry: number): number | null | undefined {
  const owner = org.policyOwners[issueType]
  switch (owner?.kind) {
    case undefined:
    case 'not known':
      return undefined
    case 'nobody':
      return null
    case 'role':
      return owner.role
    case 'titled': {
      const { parent } = org.structure
      for (let up = parent[entry] as number; up >= 0; up = parent[up] as number) if (owner.roles.has(up)) return up
      return undefined
    }
  }
}
