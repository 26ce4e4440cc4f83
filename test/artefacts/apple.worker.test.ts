import { describeAppleProfiles } from './apple-properties.ts'

describeAppleProfiles(12)
