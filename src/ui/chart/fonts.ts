// The chart's letters must be there before they are painted: a canvas asks for a font once and does not paint again when it comes.
const NEEDED = ["400 14px 'Headstand Sans'", "700 14px 'Headstand Sans'", "400 26px 'Source Serif 4'"]

/** Better in other letters than not at all. */
const aWhile = () => new Promise((done) => setTimeout(done, 1500))

/** Calls back when they are loaded, and again whenever more letters arrive. Returns how to stop that. */
export function whenFontsAreThere(redraw: () => void): () => void {
  const { fonts } = document
  void Promise.race([Promise.all(NEEDED.map((font) => fonts.load(font))), aWhile()]).then(redraw, redraw)
  fonts.addEventListener('loadingdone', redraw)
  return () => fonts.removeEventListener('loadingdone', redraw)
}
