declare module '*.sql?raw' {
  const text: string
  export default text
}

declare module '*.jsonl?raw' {
  const text: string
  export default text
}
