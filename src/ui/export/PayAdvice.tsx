// Pay is laid over the chart, and left out of what is sent: every box would say that something is kept back.
import type { Request } from '../../export/request'
import { SHOWN_FIRST } from '../../scene/overlays'
import { useActions, useWords } from '../app/context'
import { Warning } from './Warning'

const OF_PAY = 'pay'

export function PayAdvice({ request, overlay }: { readonly request: Request | null; readonly overlay: string }) {
  const app = useActions()
  const { say } = useWords()
  if (!request?.hide.pay || overlay !== OF_PAY) return null
  return <Warning text={say('dialog.pay')} offers={[{ label: say('dialog.pay.instead'), onTake: () => app.showOverlay(SHOWN_FIRST) }]} />
}
