/** Copy buttons: `data-copy` names the field, `data-copied` is what the button says afterwards. */

async function copyLink(button: HTMLElement): Promise<void> {
  const field = document.getElementById(button.dataset.copy ?? '') as HTMLInputElement | null
  if (!field) return
  field.select()
  const copied = await navigator.clipboard.writeText(field.value).then(
    () => true,
    () => document.execCommand('copy'),
  )
  if (!copied) return
  const before = button.textContent
  button.textContent = button.dataset.copied ?? before
  setTimeout(() => {
    button.textContent = before
  }, 2000)
}

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLElement>('[data-copy]')
  if (button) void copyLink(button)
})

export {}
