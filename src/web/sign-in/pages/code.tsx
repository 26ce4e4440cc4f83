import { CodeCard, CodeElsewhereCard, type CodePageProps } from '../../ui/code-card.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'

const ACTIONS = { submit: '/sign-in/code', again: '/sign-in/code/again', change: '/sign-in' }

/** The mailed code. */
export function SignInCodePage(props: CodePageProps) {
  const { frame, error } = props
  return (
    <Layout frame={frame} title={frame.copy.setup.code.title} failed={error !== null}>
      <CodeCard {...props} actions={ACTIONS} />
    </Layout>
  )
}

/** The mailed link was opened in a browser that did not ask for the code. */
export function SignInCodeElsewherePage({ frame, code }: { frame: Frame; code: string }) {
  return (
    <Layout frame={frame} title={frame.copy.setup.elsewhere.title}>
      <CodeElsewhereCard frame={frame} code={code} begin="/sign-in" />
    </Layout>
  )
}
