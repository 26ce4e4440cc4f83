// Libraries that are bundled apart look for it as they are loaded, whoever comes first.
import 'reflect-metadata'
import './copies.ts'
import { emptyStorage } from './empty.ts'

/** Files of tests share one workerd, so that its modules are loaded once: each begins with empty storage. */
await emptyStorage()
