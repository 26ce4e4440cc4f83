import { describePagesOf } from './support/every-page.ts'

/** Every page of those who work here or own a device, but for managers, who have most of them. */
describePagesOf('supervisor', 'owner', 'nobody')
