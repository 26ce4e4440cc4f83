/** Organisations whose keys an isolate keeps open. */
const KEPT = 100

/**
 * Values that are dear to make, by what they are made from; the oldest go first. One that failed is made again.
 */
export function remember<Value>(): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>()
  return (key, make) => {
    const known = kept.get(key)
    if (known !== undefined) return known
    const value = make()
    kept.set(key, value)
    if (value instanceof Promise) value.catch(() => kept.delete(key))
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break
      kept.delete(oldest)
    }
    return value
  }
}
