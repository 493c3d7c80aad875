// A document as it is put into the drawer. A large one is written in slices, piece by piece into a blob, so that neither the page stands still
// nor its memory holds the whole text.
import type { Steps } from '../../base/steps'
import type { OrgDoc } from '../../model/types'
import { piecesOf, textOf } from '../../model/write'
import { printer } from './list'

export interface Written {
  readonly doc: OrgDoc
  readonly text: string | Blob
  /** Characters. */
  readonly size: number
  readonly print: string
}

export function writtenOf(doc: OrgDoc): Written {
  const text = textOf(doc)
  const print = printer()
  print.add(text)
  return { doc, text, size: text.length, print: print.end() }
}

/** The same, of a document of any size. */
export function* writeSteps(doc: OrgDoc): Steps<Written> {
  const print = printer()
  const parts: Blob[] = []
  let size = 0
  for (const piece of piecesOf(doc)) {
    print.add(piece)
    parts.push(new Blob([piece]))
    size += piece.length
    yield
  }
  return { doc, text: new Blob(parts), size, print: print.end() }
}
