export { AnsweredPage, type AnsweredPageProps } from './answered.tsx'
export { type AskingError, AskingPage, type AskingPageProps } from './asking.tsx'
export { EnterCodePage, type EnterCodePageProps, type EnterError } from './enter.tsx'
