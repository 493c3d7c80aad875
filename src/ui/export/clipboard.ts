// A drawing on the clipboard: as pixels for whoever takes pictures, and for vectors as SVG, named as such and as text, since programs look
// for either. The promise is handed over in the click itself, for a browser asks who wants it.

export interface Copied {
  readonly svg?: Promise<Blob>
  readonly png: Promise<Blob>
}

/** Rejects where the browser has no such clipboard, or refuses. */
export function copy({ svg, png }: Copied): Promise<void> {
  const types: Record<string, Promise<Blob>> = { 'image/png': png }
  if (svg !== undefined) {
    types['text/plain'] = svg.then((blob) => new Blob([blob], { type: 'text/plain' }))
    if (ClipboardItem.supports?.('image/svg+xml')) types['image/svg+xml'] = svg
  }
  return navigator.clipboard.write([new ClipboardItem(types)])
}
