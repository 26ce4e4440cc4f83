import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const migrations = await readD1Migrations('migrations')

/** Secrets of the test run only; a laptop's are made by `npm start`. */
const testSecrets = {
  MASTER_KEY: 'k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
  NAMING_KEY: 'Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA',
  BOOTSTRAP_SECRET: 'a-bootstrap-secret-for-tests',
}

/** Each in one piece: a file of tests loads everything anew, and these are hundreds of modules. */
const bundled = [
  ...['drizzle-orm', 'drizzle-orm/d1', 'drizzle-orm/sqlite-core', 'zod', 'jose', 'micromark', 're2js'],
  ...['hono', 'hono/body-limit', 'hono/cookie', 'hono/factory', 'hono/html', 'hono/secure-headers'],
  ...['hono/jsx', 'hono/jsx/jsx-dev-runtime', 'hono/jsx/jsx-runtime', 'oauth4webapi', 'papaparse'],
  ...['@peculiar/x509', 'asn1js', 'pkijs', 'reflect-metadata'],
  ...['fast-png'],
  ...['@simplewebauthn/server', '@simplewebauthn/server/helpers', 'libphonenumber-js/min'],
]

/** Tests that start what they look at themselves: they run beside all others. */
const ownWorlds = ['every-page', 'oidc', 'live-list', 'kill'].map((name) => `test/e2e/${name}.test.ts`)

/** What takes longest begins first; files of a project stay together, for some of them share a worker. */
const ORDER = ['worlds', 'browser', 'worker', 'pure']
const LONG = ['every-page', 'kill', 'phones', 'invitations', 'accessibility', 'device-client', 'delivery']
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project, moduleId }: TestSpecification) => {
      const place = LONG.indexOf(basename(moduleId, '.test.ts'))
      return ORDER.indexOf(project.name) * (LONG.length + 1) + (place < 0 ? LONG.length : place)
    }
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}

export default defineConfig({
  test: {
    // A line logged outside the test's own context would otherwise keep its file from ending: workers-sdk#15719.
    disableConsoleIntercept: true,
    // A file waits for workerd or a browser half of its time: two cores do three files at once.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'pure',
          environment: 'node',
          // Half of their time would go into loading the same modules for each file.
          isolate: false,
          // Not a measure of anything: a machine that is busy takes its time.
          testTimeout: 30_000,
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.worker.test.{ts,tsx}', 'test/e2e/**', 'test/lighthouse/**'],
        },
      },
      {
        // Real workerd, with the bindings and migrations of the service.
        plugins: [
          cloudflareTest({
            main: './src/index.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: { ...testSecrets, BASE_URL: 'http://localhost:8787', TEST_MIGRATIONS: migrations },
            },
          }),
        ],
        test: {
          name: 'worker',
          // Files share a workerd, which loads hundreds of modules once; `migrate.ts` empties its storage for each.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          include: ['test/**/*.worker.test.{ts,tsx}'],
          deps: { optimizer: { ssr: { enabled: true, include: bundled } } },
          setupFiles: ['test/support/migrate.ts'],
        },
      },
      {
        test: {
          name: 'worlds',
          environment: 'node',
          include: ownWorlds,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ownWorlds,
          globalSetup: ['test/e2e/server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
