// The chart's letters must be there before they are painted: a canvas asks for a font once and does not paint again when it comes.
const NEEDED = ["400 14px 'Headstand Sans'", "700 14px 'Headstand Sans'", "400 26px 'Source Serif 4'"]

/** Calls back when they are loaded, and again whenever more letters arrive. Returns how to stop that. */
export function whenFontsAreThere(redraw: () => void): () => void {
  const { fonts } = document
  if (!fonts) return () => {}
  void Promise.all(NEEDED.map((font) => fonts.load(font))).then(redraw, redraw)
  fonts.addEventListener('loadingdone', redraw)
  return () => fonts.removeEventListener('loadingdone', redraw)
}
