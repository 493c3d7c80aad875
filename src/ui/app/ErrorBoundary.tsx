// A fault of ours in one place leaves the rest of the page, and the workbook, as they are.
import { Component, type ReactNode } from 'react'
import styles from './App.module.css'
import { useWords } from './context'
import controls from './controls.module.css'

interface Props {
  readonly what: 'chart' | 'outline' | 'panel'
  readonly children: ReactNode
}
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }
  static getDerivedStateFromError() {
    return { hasFailed: true }
  }
  override render() {
    return this.state.hasFailed ? <Fault what={this.props.what} onAgain={() => this.setState({ hasFailed: false })} /> : this.props.children
  }
}

function Fault({ what, onAgain }: { what: Props['what']; onAgain: () => void }) {
  const { say } = useWords()
  return (
    <div className={styles.fault} role="alert">
      <p className={styles.faultTitle}>{say(`page.fault.${what}`)}</p>
      <p>{say('page.fault.safe')}</p>
      <button type="button" className={controls.button} onClick={onAgain}>
        {say('page.fault.again')}
      </button>
    </div>
  )
}
