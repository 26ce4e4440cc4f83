import { artefacts } from './artefacts.ts'
import { claim } from './claim.ts'
import { deadEnds, waysOn } from './dead-ends.ts'
import { go } from './go.ts'
import { link } from './link.ts'
import { mail } from './mail.ts'
import { platforms } from './platforms.ts'
import { ready } from './ready.ts'
import { setup } from './setup.ts'
import { ui } from './ui.ts'

export const en = { ui, platforms, setup, ready, link, claim, go, artefacts, deadEnds, waysOn, mail }
