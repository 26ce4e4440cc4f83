/** What will happen, a sentence each, above what is chosen. */
export function Bulleted({ items }: { items: string[] }) {
  return (
    <ul class="grid list-disc gap-1.5 ps-5">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}
