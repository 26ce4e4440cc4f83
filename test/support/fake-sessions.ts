/** Provision sessions that answer what `session` says for a ref: a namespace without objects. */
export const fakeSessions = (session: (ref: string) => object): DurableObjectNamespace =>
  ({
    idFromName: (ref: string) => ref,
    get: session,
    getByName: session,
  }) as unknown as DurableObjectNamespace
