import { ok, refuse } from '../../kernel/result.ts'
import { type Instant, SECOND } from '../../kernel/time.ts'
import { log } from '../../runtime/logger.ts'
import { findUnsafeField } from '../rules.ts'
import type { DeliveryFailure, Transport } from '../types.ts'
import { domainOf, messageIdOf, writeMessage } from './mime.ts'
import { type Connect, SmtpError, type SmtpServer, submit } from './smtp-client.ts'

/** Shorter than the consumer's lease, so that nobody else sends the same message meanwhile. */
const TIMEOUT_MS = 30 * SECOND
/** A Worker has six connections at a time; the others are for the database and the queue. */
const AT_ONCE = 4

/**
 * Sends by SMTP submission over TLS. Our stable id is the `Message-ID`, so that a repeat has the same. Written by
 * ourselves, because `worker-mailer` sends the password in the clear where a server offers no STARTTLS, spins for
 * ever when the server hangs up, and knows no inline pictures.
 */
export function makeSmtpTransport(options: {
  server: SmtpServer
  connect: Connect
  now: () => Instant
  timeoutMs?: number
  waitMs?: number
}): Transport {
  const { server, connect, now, timeoutMs = TIMEOUT_MS, waitMs = WAIT_MS } = options
  const admit = makeGate(AT_ONCE, waitMs)
  return {
    async send(mail) {
      const unsafe = findUnsafeField(mail)
      if (unsafe) {
        log('error', 'mail_field_refused', { id: mail.messageId, field: unsafe })
        return refuse({ reason: 'malformed', permanent: true })
      }
      const { to, from } = mail
      try {
        await admit(() =>
          submit({
            connect,
            server,
            greetAs: domainOf(from.email),
            from: from.email,
            to,
            message: writeMessage(mail, now()),
            timeoutMs,
          }),
        )
        return ok({ providerId: messageIdOf(mail) })
      } catch (error) {
        const { step, code } = error instanceof SmtpError ? error : new SmtpError('connect', 0)
        log('warn', 'mail_not_accepted', { id: mail.messageId, step, code })
        return refuse(failureOf(step, code))
      }
    },
  }
}

/** 4xx and silence pass. 5xx is for good, but for what a supervisor can mend while the message waits. */
function failureOf(step: SmtpError['step'], code: number): DeliveryFailure {
  if (code >= 500 && (step === 'recipient' || step === 'data')) return { reason: 'rejected', permanent: true }
  // No TLS or no way to sign in was offered, or what we signed in with was refused.
  const refused = code >= 500 || code === 0
  const ours = step === 'sender' ? code >= 500 : (step === 'tls' || step === 'auth') && refused
  return { reason: ours ? 'sender_not_ready' : 'unavailable', permanent: false }
}

/** Waiting and sending together end before the message belongs to another consumer (`LEASE_MS`). */
const WAIT_MS = 20 * SECOND

/** Lets so many run at a time; the others wait for their turn, and where it does not come, for another day. */
function makeGate(places: number, waitMs: number): <Value>(task: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = []
  let running = 0
  const waitForPlace = () =>
    new Promise<boolean>((resolve) => {
      const enter = () => {
        clearTimeout(timer)
        resolve(true)
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(enter), 1)
        resolve(false)
      }, waitMs)
      waiting.push(enter)
    })
  return async (task) => {
    if (running < places) running += 1
    else if (!(await waitForPlace())) throw new SmtpError('connect', 0)
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
