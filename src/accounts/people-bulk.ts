import { auditManyStatement, auditStatement, describeChanges, newEntry } from '../audit/index.ts'
import type { FieldProblem } from '../kernel/fields.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import { messagesStatement, type NewMessage, queueMessages } from '../messaging/index.ts'
import type { Actor } from '../referee/index.ts'
import { runBatch } from '../runtime/database.ts'
import { checkGroups, GROUPS_MAX, withGroup } from './group-rules.ts'
import type { PeopleOptions } from './people.ts'
import { tell } from './people-csv.ts'
import * as read from './people-read-store.ts'
import * as write from './people-write-store.ts'
import type { Account } from './types.ts'

/** How many a manager may choose at once: more than a page shows. */
const CHOSEN_MAX = 100
/** How many are let in at one press. */
const APPROVED_MAX = 500

/** What may be done to several people at once, besides what their provision sessions decide. */
export type BulkChange =
  | { kind: 'template'; templateId: string }
  | { kind: 'add_group' | 'remove_group'; group: string }

type Asked = { organisationId: number; actor: Actor; now: Instant }

export function makeBulk({ database, messages }: PeopleOptions) {
  /** Lets people in and tells them. */
  async function approve(
    { organisationId, actor, now }: Asked,
    people: Pick<Account, 'id' | 'address' | 'locale'>[],
  ): Promise<void> {
    if (people.length === 0) return
    const mails = people.map(
      ({ id, address, locale }): NewMessage => ({
        id: `msg_approved_${id}`,
        organisationId,
        accountId: id,
        recipient: address,
        locale,
        kind: 'approved',
        payload: {},
      }),
    )
    const entries = people.map(({ id, address }) =>
      newEntry({
        organisationId,
        at: now,
        actor,
        action: 'account.approved',
        accountId: id,
        detail: { address },
      }),
    )
    await runBatch(database, [
      write.approveStatement(
        database,
        organisationId,
        people.map(({ id }) => id),
        now,
      ),
      auditManyStatement(entries),
      messagesStatement(mails, now),
    ])
    await queueMessages(
      messages,
      mails.map(({ id }) => id),
    )
  }

  return {
    /** The organisation's accounts of these ids; others are left out. At most 100. */
    findMany(organisationId: number, ids: string[]): Promise<Account[]> {
      return read.readPeople(database, organisationId, [...new Set(ids)].slice(0, CHOSEN_MAX))
    },

    /** Lets in those of these people who wait for it, and tells them by mail. Returns how many. */
    async approve(asked: Asked, people: Account[]): Promise<number> {
      const waiting = people.filter(({ state }) => state === 'unapproved')
      await approve(asked, waiting)
      return waiting.length
    },

    /** How many wait to be let in, counted up to what one press takes. */
    async countWaiting(organisationId: number): Promise<{ count: number; more: boolean }> {
      const { waiting, more } = await read.readWaiting(database, organisationId, APPROVED_MAX)
      return { count: waiting.length, more }
    },

    /** Lets in everybody who waits, at most 500 at a time, the longest waiting first. */
    async approveAll(asked: Asked): Promise<{ approved: number; more: boolean }> {
      const { waiting, more } = await read.readWaiting(database, asked.organisationId, APPROVED_MAX)
      await approve(asked, waiting)
      return { approved: waiting.length, more }
    },

    /** Notes why somebody who waited was refused; the account is disabled besides. */
    async noteRefusal(asked: Asked, account: Account, reason: string): Promise<void> {
      const changes = describeChanges({ approval: 'waiting' }, { approval: 'refused' })
      const entry = newEntry({
        organisationId: asked.organisationId,
        at: asked.now,
        actor: asked.actor,
        action: 'account.changed',
        accountId: account.id,
        detail: { address: account.address, why: reason, changes },
      })
      await runBatch(database, [auditStatement(database, entry)])
    },

    /** Changes several people alike. Returns how many it changed; who has it so already is left alone. */
    async changeMany(
      { organisationId, actor, now }: Asked,
      ids: string[],
      change: BulkChange,
    ): Promise<Result<number, FieldProblem>> {
      const group = change.kind === 'template' ? ok(['']) : checkGroups(change.group)
      if (!group.ok) return group
      const [name, ...more] = group.value
      if (name === undefined) return refuse({ code: 'missing' })
      if (more.length > 0) return refuse({ code: 'too_many', limit: 1 })
      const { people, templates } = await read.readPeopleAndTemplates(
        database,
        organisationId,
        [...new Set(ids)].slice(0, CHOSEN_MAX),
      )
      if (
        change.kind === 'template' &&
        !templates.some(({ id, archivedAt }) => id === change.templateId && archivedAt === null)
      )
        return refuse({ code: 'unknown' })

      const updates = people.flatMap((person) => {
        if (change.kind === 'template') {
          const { templateId } = change
          return person.templateId === templateId ? [] : [{ person, after: { ...person, templateId } }]
        }
        const groups = withGroup(person.groups, name, change.kind === 'add_group')
        return groups === null || groups.length > GROUPS_MAX ? [] : [{ person, after: { ...person, groups } }]
      })
      if (updates.length === 0) return ok(0)
      await runBatch(database, [
        ...write.updatePeople(
          organisationId,
          updates.map(({ after }) => after),
          now,
        ),
        auditManyStatement(
          updates.map(({ person, after }) =>
            newEntry({
              organisationId,
              at: now,
              actor,
              action: 'account.changed',
              accountId: person.id,
              detail: {
                address: person.address,
                changes: describeChanges(tell(person, templates), tell(after, templates)),
              },
            }),
          ),
        ),
      ])
      return ok(updates.length)
    },
  }
}
