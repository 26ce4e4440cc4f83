/**
 * A part of a page without what only grows older, or is told in its reader's own time: "2 minutes ago" and its title
 * are no change of it.
 */
export function withoutTimes(html: string): string {
  return html.replace(/<time datetime="([^"]*)"[^>]*\bdata-relative\b[^>]*>[^<]*/g, '<time $1>')
}
