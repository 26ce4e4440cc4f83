/** `npm run verify-audit`: whether the audit is what it was when it was sealed. */
import { runVerify } from './verify-audit/run.ts'

try {
  const { code, said } = await runVerify(process.argv.slice(2), process.env)
  process.stdout.write(`${said}\n`)
  process.exitCode = code
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
