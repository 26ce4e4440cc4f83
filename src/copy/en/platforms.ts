import type { Platform } from '../../kernel/platform.ts'

type PlatformCopy = {
  /** On the card. */
  name: string
  /** Below the name. */
  detail: string
  setUp: string
  /** On the device itself: heading and button. */
  setUpThis: string
  isSetUp: string
  /** Heading of the instructions. */
  onIt: string
  /** As a subject: "this seems to be …". */
  one: string
  /** "for …" */
  forOne: string
}

export const platforms: Record<Platform, PlatformCopy> = {
  ios: {
    name: 'iPhone or iPad',
    detail: 'iOS and iPadOS',
    setUp: 'Set up your iPhone or iPad',
    setUpThis: 'Set up this iPhone or iPad',
    isSetUp: 'Your iPhone or iPad is set up',
    onIt: 'On the iPhone or iPad',
    one: 'an iPhone or iPad',
    forOne: 'for an iPhone or iPad',
  },
  android: {
    name: 'Android',
    detail: 'Phones and tablets',
    setUp: 'Set up your Android device',
    setUpThis: 'Set up this Android device',
    isSetUp: 'Your Android device is set up',
    onIt: 'On the Android device',
    one: 'an Android device',
    forOne: 'for an Android device',
  },
  macos: {
    name: 'Mac',
    detail: 'macOS',
    setUp: 'Set up your Mac',
    setUpThis: 'Set up this Mac',
    isSetUp: 'Your Mac is set up',
    onIt: 'On the Mac',
    one: 'a Mac',
    forOne: 'for a Mac',
  },
  windows: {
    name: 'Windows',
    detail: 'PCs and laptops',
    setUp: 'Set up your Windows PC',
    setUpThis: 'Set up this Windows PC',
    isSetUp: 'Your Windows PC is set up',
    onIt: 'On the Windows PC',
    one: 'a Windows PC',
    forOne: 'for a Windows PC',
  },
  linux: {
    name: 'Linux',
    detail: 'PCs and laptops',
    setUp: 'Set up your Linux computer',
    setUpThis: 'Set up this Linux computer',
    isSetUp: 'Your Linux computer is set up',
    onIt: 'On the Linux computer',
    one: 'a Linux computer',
    forOne: 'for a Linux computer',
  },
  chromeos: {
    name: 'Chromebook',
    detail: 'ChromeOS',
    setUp: 'Set up your Chromebook',
    setUpThis: 'Set up this Chromebook',
    isSetUp: 'Your Chromebook is set up',
    onIt: 'On the Chromebook',
    one: 'a Chromebook',
    forOne: 'for a Chromebook',
  },
  agent: {
    name: 'Another device',
    detail: 'With the agent app or the command line',
    setUp: 'Set up your device',
    setUpThis: 'Set up this device',
    isSetUp: 'Your device is set up',
    onIt: 'On the device',
    one: 'another kind of device',
    forOne: 'for another kind of device',
  },
}
