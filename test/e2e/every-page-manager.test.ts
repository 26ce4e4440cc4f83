import { describePagesOf } from './support/every-page.ts'

describePagesOf('manager')
