// Names that every system takes and a person recognises: `pinfold-outfitters-flipped.svg`. What stands in brackets at the end of the
// organisation's name is in none of them.
import { plainName } from '../scene/headline'

/** Letters and digits of any script joined by hyphens, at most 60; never empty, never a name Windows keeps for itself. */
export function fileName(name: string, what: string, extension: string): string {
  return `${stemOf(name, what)}.${extension}`
}
/** The same without its extension. `what` may be words of the file: a title. */
export function stemOf(name: string, what: string): string {
  return `${slug(plainName(name))}-${slug(what, 'part')}`
}
/** The organisation itself, in the own format: `pinfold-outfitters.headstand.json`. */
export function documentName(name: string): string {
  const own = slug(plainName(name))
  return `${/^(con|prn|aux|nul|(com|lpt)\d)$/.test(own) ? `${own}-organisation` : own}.headstand.json` // Windows looks no further than the first dot
}

/** With both parts and the extension no name is longer than 255 bytes, the most that file systems take. */
const BYTES = 110

function slug(name: string, otherwise = 'organisation'): string {
  const plain = /^[ -~]*$/.test(name) ? name.toLowerCase().replace(/[^a-z0-9]+/g, '-') : unaccented(name)
  let short = ''
  for (const letter of [...plain.replace(/^-+/, '')].slice(0, 60)) {
    if (ENCODER.encode(short + letter).length > BYTES) break
    short += letter
  }
  return short.replace(/-+$/, '') || otherwise
}
const ENCODER = new TextEncoder()

function unaccented(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
}
