import type { platforms as english } from '../en/platforms.ts'

export const platforms: typeof english = {
  ios: {
    name: 'iPhone oder iPad',
    detail: 'iOS und iPadOS',
    setUp: 'Ihr iPhone oder iPad einrichten',
    onIt: 'Auf dem iPhone oder iPad',
  },
  android: {
    name: 'Android',
    detail: 'Telefone und Tablets',
    setUp: 'Ihr Android-Gerät einrichten',
    onIt: 'Auf dem Android-Gerät',
  },
  macos: { name: 'Mac', detail: 'macOS', setUp: 'Ihren Mac einrichten', onIt: 'Auf dem Mac' },
  windows: {
    name: 'Windows',
    detail: 'PCs und Laptops',
    setUp: 'Ihren Windows-PC einrichten',
    onIt: 'Auf dem Windows-PC',
  },
  linux: {
    name: 'Linux',
    detail: 'PCs und Laptops',
    setUp: 'Ihren Linux-Rechner einrichten',
    onIt: 'Auf dem Linux-Rechner',
  },
  chromeos: {
    name: 'Chromebook',
    detail: 'ChromeOS',
    setUp: 'Ihr Chromebook einrichten',
    onIt: 'Auf dem Chromebook',
  },
  agent: {
    name: 'Ein anderes Gerät',
    detail: 'Mit der Agent-App oder der Kommandozeile',
    setUp: 'Ihr Gerät einrichten',
    onIt: 'Auf dem Gerät',
  },
}
