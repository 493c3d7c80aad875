// Names that every system takes and a person recognises: `pinfold-outfitters-flipped.svg`.

/** Letters and digits of any script joined by hyphens, at most 60; never empty, never a name Windows keeps for itself. */
export function fileName(name: string, what: string, extension: string): string {
  return `${slug(name)}-${what}.${extension}`
}
/** The organisation itself, in the own format: `pinfold-outfitters.headstand.json`. */
export function documentName(name: string): string {
  const own = slug(name)
  return `${/^(con|prn|aux|nul|(com|lpt)\d)$/.test(own) ? `${own}-organisation` : own}.headstand.json` // Windows looks no further than the first dot
}

function slug(name: string): string {
  const plain = /^[ -~]*$/.test(name) ? name.toLowerCase().replace(/[^a-z0-9]+/g, '-') : unaccented(name)
  const short = [...plain]
    .slice(0, 60)
    .join('')
    .replace(/^-+|-+$/g, '')
  return short === '' ? 'organisation' : short
}

function unaccented(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
}
