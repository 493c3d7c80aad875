/** A page is dragged to another screen, or zoomed by the browser. Each query knows one density, so each change asks for the next. */
export function whenDensityChanges(tell: () => void): () => void {
  const ask = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
  let query = ask()
  const change = () => {
    query.removeEventListener('change', change)
    query = ask()
    query.addEventListener('change', change)
    tell()
  }
  query.addEventListener('change', change)
  return () => query.removeEventListener('change', change)
}
