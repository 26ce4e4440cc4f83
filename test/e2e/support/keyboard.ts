import type { Page } from 'playwright-core'

/** Stops after which nothing new comes. */
const PATIENCE = 80

/** Somebody without a mouse: goes on by Tab until they are where they want to be. */
export class Keyboard {
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key)
  }

  /** To the field of that name, and types into it. */
  async fill(name: string, text: string): Promise<void> {
    await this.toField(name)
    await this.page.keyboard.type(text)
  }

  toField(name: string): Promise<void> {
    return this.go(`matches('main [name="${name}"]')`)
  }

  /** To a link or a button by the words on it. */
  toWords(words: string): Promise<void> {
    return this.go(`textContent.includes(${JSON.stringify(words)})`)
  }

  toSubmit(): Promise<void> {
    return this.go(`matches('main form button[type=submit]')`)
  }

  /** At a group of radio buttons: on by arrow to the one of that value. */
  async choose(name: string, value: string): Promise<void> {
    await this.toField(name)
    for (let tries = 0; tries < PATIENCE; tries++) {
      const { value: present, checked } = (await this.page.evaluate(
        '(({ value, checked }) => ({ value, checked }))(document.activeElement)',
      )) as { value: string; checked: boolean }
      if (present === value && checked) return
      await this.press(present === value ? 'Space' : 'ArrowDown')
    }
    throw new Error(`the arrows do not lead to ${value}`)
  }

  /** Whether what has the focus answers to it. */
  is(test: string): Promise<boolean> {
    return this.page.evaluate(`document.activeElement.${test}`)
  }

  private async go(test: string): Promise<void> {
    for (let tries = 0; tries < PATIENCE; tries++) {
      if (
        await this.is(
          `matches('a, button, input, select, textarea, summary') && document.activeElement.${test}`,
        )
      )
        return
      await this.press('Tab')
    }
    throw new Error(`Tab does not lead to what ${test}`)
  }
}
