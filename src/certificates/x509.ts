// Before anything of the library: it reads types at run time.
import 'reflect-metadata'

export * from '@peculiar/x509'
