import type { Platform } from '../../kernel/platform.ts'

type PlatformCopy = {
  /** On the card. */
  name: string
  /** Below the name. */
  detail: string
  setUp: string
  /** Heading of the instructions. */
  onIt: string
}

export const platforms: Record<Platform, PlatformCopy> = {
  ios: {
    name: 'iPhone or iPad',
    detail: 'iOS and iPadOS',
    setUp: 'Set up your iPhone or iPad',
    onIt: 'On the iPhone or iPad',
  },
  android: {
    name: 'Android',
    detail: 'Phones and tablets',
    setUp: 'Set up your Android device',
    onIt: 'On the Android device',
  },
  macos: { name: 'Mac', detail: 'macOS', setUp: 'Set up your Mac', onIt: 'On the Mac' },
  windows: {
    name: 'Windows',
    detail: 'PCs and laptops',
    setUp: 'Set up your Windows PC',
    onIt: 'On the Windows PC',
  },
  linux: {
    name: 'Linux',
    detail: 'PCs and laptops',
    setUp: 'Set up your Linux computer',
    onIt: 'On the Linux computer',
  },
  chromeos: {
    name: 'Chromebook',
    detail: 'ChromeOS',
    setUp: 'Set up your Chromebook',
    onIt: 'On the Chromebook',
  },
  agent: {
    name: 'Another device',
    detail: 'With the agent app or the command line',
    setUp: 'Set up your device',
    onIt: 'On the device',
  },
}
