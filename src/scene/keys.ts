// Names of groups: stable between two exports, unique, and safe as an XML id whatever an id in a file looks like.

import { onceEach } from '../base/memo'
import { idOf } from '../model/roles'
import type { Org } from '../model/types'

/** `role-cash-n`; letters that XML or a slide program may choke on become `_20_`, so two ids never meet in one key. */
export function keyOf(kind: string, id: string): string {
  const safe = SAFE.test(id) ? id : id.replace(/[^A-Za-z0-9-]/gu, (letter) => `_${(letter.codePointAt(0) as number).toString(16)}_`)
  return `${kind}-${safe}`
}
const SAFE = /^[A-Za-z0-9-]*$/

/** Of the box of a role: its card has it, and both ends of every line. */
export function roleKey(org: Org, role: number): string {
  return keyOfRole(org.doc.roles, role, org)
}
const keyOfRole = onceEach((_roles: Org['doc']['roles'], role: number, org: Org) => keyOf('role', idOf(org, role)))
