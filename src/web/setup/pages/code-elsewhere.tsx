import { CodeElsewhereCard } from '../../ui/code-card.tsx'
import type { Frame } from '../../ui/frame.ts'
import { Layout } from '../../ui/layout.tsx'
import { setupPath } from './paths.ts'

/** The mailed link was opened in a browser that did not ask for the code. */
export function CodeElsewherePage({ frame, code }: { frame: Frame; code: string }) {
  return (
    <Layout frame={frame} title={frame.copy.setup.elsewhere.title} step="email">
      <CodeElsewhereCard frame={frame} code={code} begin={setupPath(frame, '?change=1')} />
    </Layout>
  )
}
