import { inject } from 'vitest'
import { namespace } from './namespace.ts'

/** Before any module of the service is loaded: what runs only then is mutated now or never. */
namespace.ns.activeMutant = inject('mutant')
namespace.ns.mutantCoverage = { static: {}, perTest: {} }
