export type { Frame, FrameOrganisation } from './frame.ts'
export { renderMarkdown } from './markdown.tsx'
export { drawQr } from './qr.tsx'
export { themeCss } from './theme.ts'
