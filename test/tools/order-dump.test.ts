import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { orderDump, splitStatements } from '../../src/tools/order-dump/order.ts'

const DUMP = `PRAGMA defer_foreign_keys=TRUE;
CREATE TABLE child (id INTEGER, parent TEXT REFERENCES parent (id), note TEXT);
INSERT INTO "child" ("id","parent","note") VALUES(1,'a','it''s; "BEGIN" -- no comment');
CREATE TABLE \`parent\` (id TEXT PRIMARY KEY);
INSERT INTO "parent" ("id") VALUES('a');
CREATE TABLE counted (n INTEGER);
INSERT INTO "counted" ("n") VALUES(1);
CREATE TRIGGER child_counted AFTER INSERT ON child BEGIN
  UPDATE counted SET n = CASE WHEN n IS NULL THEN 1 ELSE n + 1 END; -- one more; always
  DELETE FROM counted WHERE n < 0;
END;
CREATE INDEX child_parent ON child (parent);
`

test('rows come behind every table and before every trigger, so that they fit and count once', () => {
  const database = new DatabaseSync(':memory:')
  expect(() => database.exec(DUMP)).toThrow('no such table')
  const empty = new DatabaseSync(':memory:')
  empty.exec(`BEGIN; ${orderDump(DUMP)} COMMIT;`)
  expect(empty.prepare('SELECT n FROM counted').get()).toEqual({ n: 1 })
  expect(empty.prepare('SELECT note FROM child').get()).toEqual({ note: `it's; "BEGIN" -- no comment` })
  empty.exec(`INSERT INTO child VALUES (2, 'a', '')`)
  expect(empty.prepare('SELECT n FROM counted').get()).toEqual({ n: 2 })
})

test('a trigger with its body is one statement', () => {
  const statements = splitStatements(DUMP)
  expect(statements).toHaveLength(9)
  expect(statements.find((statement) => statement.includes('TRIGGER'))).toMatch(/END;$/)
})
