/** `npm run device`: plays a device against a running service. */
import { DEVICE_HELP, readCommand, UsageError } from './device/arguments.ts'
import { RefusedError } from './device/calls.ts'
import {
  certify,
  checkIn,
  configuration,
  link,
  passcode,
  redeem,
  site,
  strings,
  watch,
} from './device/commands.ts'

const say = (text: string) => void process.stdout.write(`${text}\n`)

try {
  const { command, options } = readCommand(process.argv.slice(2))
  if (command.kind === 'help') say(DEVICE_HELP)
  else if (command.kind === 'redeem') await redeem(command, options, say)
  else if (command.kind === 'configuration') await configuration(options, say)
  else if (command.kind === 'certificate') await certify(options, say)
  else if (command.kind === 'check-in') await checkIn(options, say)
  else if (command.kind === 'site') await site(command.baseUrl, command.site, say)
  else if (command.kind === 'link') await link(command.baseUrl, options, say)
  else if (command.kind === 'strings') await strings(options, say)
  else if (command.kind === 'passcode') await passcode(command, options, say)
  else await watch(options, say)
} catch (error) {
  if (!(error instanceof UsageError || error instanceof RefusedError)) throw error
  process.stderr.write(`${error.message}\n${error instanceof UsageError ? `\n${DEVICE_HELP}` : ''}`)
  process.exitCode = 1
}
