import type { Child } from 'hono/jsx'
import {
  type AskRefusal,
  type CancelRefusal,
  type CommandAct,
  type CommandKind,
  canBeTold,
  type EndRefusal,
  MESSAGE_MAX,
  mayAsk,
  mayEndNow,
} from '../../commands/index.ts'
import type { EdgeContext } from '../http/edge.ts'
import { readForm } from '../http/forms.ts'
import { frameOf, renderDeadEnd, renderPage } from '../http/pages.tsx'
import { type CommandConfirmProps, EndPage, RetirePage, WipePage } from './pages/command-confirm.tsx'
import type { CommandSubject } from './pages/command-subject.ts'

/** A door at which devices are asked to do something: their owner's, or their managers'. */
export type CommandDoor = {
  as: 'owner' | 'manager'
  /** Who acts on which device. */
  act(c: EdgeContext): CommandAct
  /** The device with what it is called. Null: none of theirs. */
  find(c: EdgeContext): Promise<{ device: CommandSubject; name: string } | null>
  /** The page of the device. */
  path(c: EdgeContext): string
  /** The page on which what was asked is seen. */
  after(c: EdgeContext): string
  /** The same page again, with words for the device that were too long; absent where nobody writes any. */
  tooLong?(c: EdgeContext, message: string): Promise<Response>
}

type Refusal = AskRefusal | CancelRefusal | EndRefusal

/** What becomes of each request at such a door. The service decides; pages that ask first look only whether it would. */
export function makeCommandHandlers(door: CommandDoor) {
  const back = (c: EdgeContext, told: { done: string } | { trouble: string }) =>
    c.redirect(`${door.after(c)}?${new URLSearchParams(told)}`, 303)

  function refuse(c: EdgeContext, refusal: Refusal) {
    if (refusal === 'not_found') return renderDeadEnd(c, 'not_found', 404)
    if (refusal === 'not_permitted') return renderDeadEnd(c, 'not_permitted', 403)
    return back(c, { trouble: refusal })
  }

  const may = (c: EdgeContext, kind: CommandKind) => {
    const { account, actor } = door.act(c)
    return mayAsk({ actor: actor.kind, role: account.role, permissions: account.permissions }, kind)
  }

  /** A page that asks first, where its act could be done. */
  async function confirm(
    c: EdgeContext,
    kind: 'wipe' | 'retire',
    page: (props: CommandConfirmProps) => Child,
    status = 200,
  ) {
    const found = await door.find(c)
    if (!found) return refuse(c, 'not_found')
    if (!may(c, kind)) return refuse(c, 'not_permitted')
    if (found.device.over) return refuse(c, 'ended')
    if (!canBeTold(found.device))
      return kind === 'retire' ? c.redirect(`${door.path(c)}/commands/end`, 303) : refuse(c, 'unreachable')
    return renderPage(c, page({ frame: frameOf(c), ...found, path: door.path(c), as: door.as }), status)
  }

  async function ask(
    c: EdgeContext,
    kind: CommandKind,
    more: { message?: string; scope?: 'organisation_data' },
  ) {
    const asked = await c.var.services.commands.ask({ ...door.act(c), kind, ...more })
    return asked.ok ? back(c, { done: 'asked' }) : refuse(c, asked.error)
  }

  return {
    /** Asks at once. */
    ask: (kind: 'lock' | 'unlock' | 'ring' | 'locate') => async (c: EdgeContext) => {
      const message = door.tooLong ? (await readForm(c)).text('message') : ''
      if (door.tooLong && message.trim().length > MESSAGE_MAX) return door.tooLong(c, message)
      return ask(c, kind, { message })
    },

    confirmWipe: (c: EdgeContext) => confirm(c, 'wipe', (props) => <WipePage {...props} />),

    /** Wipes only who ticked that they know what is lost; and never more than they were told. */
    async wipe(c: EdgeContext) {
      const form = await readForm(c)
      if (!form.ticked('understood'))
        return confirm(c, 'wipe', (props) => <WipePage {...props} unticked />, 422)
      return ask(c, 'wipe', form('scope') === 'everything' ? {} : { scope: 'organisation_data' })
    },

    confirmRetire: (c: EdgeContext) => confirm(c, 'retire', (props) => <RetirePage {...props} />),

    retire: (c: EdgeContext) => ask(c, 'retire', {}),

    async confirmEnd(c: EdgeContext) {
      const { account, deviceId } = door.act(c)
      const found = await door.find(c)
      if (!found) return refuse(c, 'not_found')
      if (!may(c, 'retire')) return refuse(c, 'not_permitted')
      if (found.device.over) return refuse(c, 'ended')
      const commands = await c.var.services.commands.listOf(account.organisationId, deviceId)
      if (!mayEndNow(found.device, commands)) return refuse(c, 'not_asked')
      return renderPage(c, <EndPage frame={frameOf(c)} {...found} path={door.path(c)} as={door.as} />)
    },

    async end(c: EdgeContext) {
      const ended = await c.var.services.commands.end(door.act(c))
      return ended.ok ? back(c, { done: 'ended' }) : refuse(c, ended.error)
    },

    async cancel(c: EdgeContext) {
      const commandId = (c.req.param('command') ?? '').slice(0, 100)
      const cancelled = await c.var.services.commands.cancel({ ...door.act(c), commandId })
      return cancelled.ok ? back(c, { done: 'cancelled' }) : refuse(c, cancelled.error)
    },
  }
}
