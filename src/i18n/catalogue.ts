// A language is a folder of plain modules: keys to sentences, or to functions of parameters where grammar needs it.
import type { WordParams, Words } from '../base/words'

export type Sentence = string | ((params: WordParams, words: Words) => string)
/** Keys are `<what>.<code>`: `diagnostic.manager-missing`, `finding.F01`, `page.open`, `scene.band.customers` … */
export type Messages = Readonly<Record<string, Sentence>>

/** `{name}` in a plain sentence is replaced by the parameter: text as it is, numbers in the language's form, lists joined. */
export function fill(sentence: Sentence, params: WordParams, words: Words): string {
  if (typeof sentence === 'function') return sentence(params, words)
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    if (typeof value === 'string') return value
    if (Array.isArray(value)) return words.list(value as readonly string[])
    return words.number(value as number)
  })
}
