/** A binding is missing or malformed. Names the key and where to read on, never the value. */
export class ConfigurationError extends Error {
  constructor(key: string, expected: string) {
    super(`Binding ${key} ${expected}. See docs/architecture.md, "Bindings".`)
    this.name = 'ConfigurationError'
  }
}
