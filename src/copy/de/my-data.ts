import type { myData as english } from '../en/my-data.ts'

export const myData: typeof english = {}
