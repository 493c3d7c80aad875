// The one door through which a document changes. An edit kind is a file in this folder.
import type { OrgDoc } from '../types'
import { accept } from './accept'
import { add } from './add'
import { channel } from './channel'
import { deputy } from './deputy'
import { each } from './each'
import type { Edit, EditKind } from './edit'
import { goSee } from './goSee'
import { grant } from './grant'
import { limit } from './limit'
import { measure } from './measure'
import { meets } from './meets'
import { route } from './route'
import { threshold } from './threshold'

const KINDS: { readonly [K in Edit['kind']]: EditKind<Extract<Edit, { kind: K }>> } = {
  grant,
  limit,
  route,
  channel,
  measure,
  deputy,
  goSee,
  meets,
  add,
  each,
  accept,
  threshold,
}

/** Why the edit cannot be applied, as a code of `edit.<code>`; null where it can. */
export function validateEdit(doc: OrgDoc, edit: Edit): string | null {
  return kindOf(edit).validate(doc, edit, EVERY)
}

/** The document after the edit; unchanged parts are shared. The edit must be valid. */
export function applyEdit(doc: OrgDoc, edit: Edit): OrgDoc {
  return kindOf(edit).apply(doc, edit, EVERY)
}

const EVERY = { validate: validateEdit, apply: applyEdit }

function kindOf(edit: Edit): EditKind<Edit> {
  return KINDS[edit.kind] as unknown as EditKind<Edit>
}
