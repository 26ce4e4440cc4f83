import type { SQL } from 'drizzle-orm'
import type { Database } from '../runtime/database.ts'

/** A question that is written as SQL, and the shape of the rows that answer it. */
export type Question<Row> = { sql: SQL; row?: Row }

type Rows<Questions extends readonly Question<unknown>[]> = {
  [Place in keyof Questions]: Questions[Place] extends Question<infer Row> ? Row[] : never
}

/**
 * Asks several questions as one round trip; rows are read by the names of their columns. Drizzle's own batch takes
 * none that are written as SQL.
 */
export async function askAll<const Questions extends readonly Question<unknown>[]>(
  database: Database,
  questions: Questions,
): Promise<Rows<Questions>> {
  const answers = await database.$client.batch(
    questions.map((question) => {
      const { sql, params } = database.all(question.sql).getQuery()
      return database.$client.prepare(sql).bind(...params)
    }),
  )
  return answers.map(({ results }) => results) as Rows<Questions>
}
