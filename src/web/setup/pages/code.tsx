import { CodeCard, type CodePageProps } from '../../ui/code-card.tsx'
import { Layout } from '../../ui/layout.tsx'
import { setupPath } from './paths.ts'

/** Step 1, second half: the mailed code. */
export function CodePage(props: CodePageProps) {
  const { frame, error } = props
  const actions = {
    submit: setupPath(frame, '/code'),
    again: setupPath(frame, '/code/again'),
    change: setupPath(frame, '?change=1'),
  }
  return (
    <Layout frame={frame} title={frame.copy.setup.code.title} failed={error !== null} step="email">
      <CodeCard {...props} actions={actions} />
    </Layout>
  )
}
