// Why a column may be what it was taken for, in a few words: what was counted in it.
import type { Words } from '../../base/words'
import type { ColumnRole, Understood, UnderstoodColumn } from '../../import/understood'

export function proofOf(role: ColumnRole, column: UnderstoodColumn | null, { links, account }: Understood, words: Words): string {
  const { say } = words
  const [taken] = links
  if (!column) return say(role === 'id' || role === 'manager' ? 'import.proof.needed' : 'import.proof.none')
  const { distinct, filled, of } = column
  const among = of < account.rowsIn ? of : 0
  switch (role) {
    case 'id':
      return say('import.proof.id', { distinct, empty: of - filled, among })
    case 'manager':
    case 'path':
    case 'level':
      return taken?.manager.includes(column.header)
        ? say('import.proof.manager', { found: taken.resolved, named: taken.named })
        : say('import.proof.different', { distinct, among })
    case 'manager-name': {
      const agreement = taken?.agreement
      return agreement === null || agreement === undefined
        ? say('import.proof.different', { distinct, among })
        : say('import.proof.agrees', { share: words.percent(agreement) })
    }
    case 'name':
    case 'first-name':
    case 'last-name':
      return say('import.proof.name')
    case 'pay':
    case 'pay-min':
    case 'pay-max':
      return say('import.proof.pay')
    case 'headcount':
      return say('import.proof.headcount')
    case 'left-out':
      return say('import.proof.filled', { filled, of })
    default:
      return say('import.proof.different', { distinct, among })
  }
}
