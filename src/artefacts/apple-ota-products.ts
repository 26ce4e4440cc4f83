/** Apple's product identifiers by the names under which the devices were sold. Whatever is missing stays as it is. */
const NAMES: Record<string, string> = {
  'iPhone 8': '10,1 10,4',
  'iPhone 8 Plus': '10,2 10,5',
  'iPhone X': '10,3 10,6',
  'iPhone XS': '11,2',
  'iPhone XS Max': '11,4 11,6',
  'iPhone XR': '11,8',
  'iPhone 11': '12,1',
  'iPhone 11 Pro': '12,3',
  'iPhone 11 Pro Max': '12,5',
  'iPhone SE (2nd generation)': '12,8',
  'iPhone 12 mini': '13,1',
  'iPhone 12': '13,2',
  'iPhone 12 Pro': '13,3',
  'iPhone 12 Pro Max': '13,4',
  'iPhone 13 Pro': '14,2',
  'iPhone 13 Pro Max': '14,3',
  'iPhone 13 mini': '14,4',
  'iPhone 13': '14,5',
  'iPhone SE (3rd generation)': '14,6',
  'iPhone 14': '14,7',
  'iPhone 14 Plus': '14,8',
  'iPhone 14 Pro': '15,2',
  'iPhone 14 Pro Max': '15,3',
  'iPhone 15': '15,4',
  'iPhone 15 Plus': '15,5',
  'iPhone 15 Pro': '16,1',
  'iPhone 15 Pro Max': '16,2',
  'iPhone 16 Pro': '17,1',
  'iPhone 16 Pro Max': '17,2',
  'iPhone 16': '17,3',
  'iPhone 16 Plus': '17,4',
  'iPhone 16e': '17,5',
  'iPhone 17 Pro': '18,1',
  'iPhone 17 Pro Max': '18,2',
  'iPhone 17': '18,3',
  'iPhone Air': '18,4',
  'iPad (6th generation)': '7,5 7,6',
  'iPad (7th generation)': '7,11 7,12',
  'iPad (8th generation)': '11,6 11,7',
  'iPad (9th generation)': '12,1 12,2',
  'iPad (10th generation)': '13,18 13,19',
  'iPad (A16)': '15,7 15,8',
  'iPad mini (5th generation)': '11,1 11,2',
  'iPad mini (6th generation)': '14,1 14,2',
  'iPad mini (A17 Pro)': '16,1 16,2',
  'iPad Air (3rd generation)': '11,3 11,4',
  'iPad Air (4th generation)': '13,1 13,2',
  'iPad Air (5th generation)': '13,16 13,17',
  'iPad Air 11-inch (M2)': '14,8 14,9',
  'iPad Air 13-inch (M2)': '14,10 14,11',
  'iPad Air 11-inch (M3)': '15,3 15,4',
  'iPad Air 13-inch (M3)': '15,5 15,6',
  'iPad Pro 11-inch (1st generation)': '8,1 8,2 8,3 8,4',
  'iPad Pro 12.9-inch (3rd generation)': '8,5 8,6 8,7 8,8',
  'iPad Pro 11-inch (2nd generation)': '8,9 8,10',
  'iPad Pro 12.9-inch (4th generation)': '8,11 8,12',
  'iPad Pro 11-inch (3rd generation)': '13,4 13,5 13,6 13,7',
  'iPad Pro 12.9-inch (5th generation)': '13,8 13,9 13,10 13,11',
  'iPad Pro 11-inch (4th generation)': '14,3 14,4',
  'iPad Pro 12.9-inch (6th generation)': '14,5 14,6',
  'iPad Pro 11-inch (M4)': '16,3 16,4',
  'iPad Pro 13-inch (M4)': '16,5 16,6',
}

/** Macs have no family of numbers: each identifier in full. */
const MACS: Record<string, string> = {
  'MacBookAir10,1': 'MacBook Air (M1)',
  'Mac14,2': 'MacBook Air 13-inch (M2)',
  'Mac14,15': 'MacBook Air 15-inch (M2)',
  'Mac15,12': 'MacBook Air 13-inch (M3)',
  'Mac15,13': 'MacBook Air 15-inch (M3)',
  'Mac16,12': 'MacBook Air 13-inch (M4)',
  'Mac16,13': 'MacBook Air 15-inch (M4)',
  'MacBookPro17,1': 'MacBook Pro 13-inch (M1)',
  'Mac14,7': 'MacBook Pro 13-inch (M2)',
  'MacBookPro18,1': 'MacBook Pro 16-inch (M1 Pro)',
  'MacBookPro18,2': 'MacBook Pro 16-inch (M1 Max)',
  'MacBookPro18,3': 'MacBook Pro 14-inch (M1 Pro)',
  'MacBookPro18,4': 'MacBook Pro 14-inch (M1 Max)',
  'Mac15,3': 'MacBook Pro 14-inch (M3)',
  'Mac16,1': 'MacBook Pro 14-inch (M4)',
  'Macmini9,1': 'Mac mini (M1)',
  'Mac14,3': 'Mac mini (M2)',
  'Mac14,12': 'Mac mini (M2 Pro)',
  'Mac16,10': 'Mac mini (M4)',
  'Mac16,11': 'Mac mini (M4 Pro)',
  'iMac21,1': 'iMac 24-inch (M1)',
  'iMac21,2': 'iMac 24-inch (M1)',
  'Mac13,1': 'Mac Studio (M1 Max)',
  'Mac13,2': 'Mac Studio (M1 Ultra)',
}

/** `iPhone17,1` -> `iPhone 16 Pro`; what is unknown stays as it is. */
export function modelOf(product: string): string {
  if (Object.hasOwn(MACS, product)) return MACS[product] ?? product
  const [, family = '', number = ''] = /^(iPhone|iPad)([0-9]+,[0-9]+)$/.exec(product) ?? []
  if (family === '') return product
  for (const [name, numbers] of Object.entries(NAMES))
    if (name.startsWith(family) && numbers.split(' ').includes(number)) return name
  return product
}

/** From here on the numbers of builds and those of iOS and macOS rise together. */
const FIRST = { ios: { build: 14, major: 10 }, mac: { build: 20, major: 11 } } as const
/** Builds of iOS 26 and macOS 26: both skipped numbers then. */
const SKIPPED = { ios: 23, mac: 25 } as const

/** A device tells its build: `22B83` -> `18 (22B83)` on an iPhone. What is unknown stays as it is. */
export function versionOf(build: string, product: string): string {
  const number = Number(/^([0-9]{2})[A-Z][0-9]{1,5}[a-z]?$/.exec(build)?.[1] ?? Number.NaN)
  const system = /^(iPhone|iPad|iPod)[0-9]/.test(product)
    ? 'ios'
    : /^\w*Mac\w*[0-9]/.test(product)
      ? 'mac'
      : null
  if (system === null || Number.isNaN(number) || number < FIRST[system].build) return build
  const skipped = SKIPPED[system]
  if (number > skipped) return build
  const major = number === skipped ? 26 : number - FIRST[system].build + FIRST[system].major
  return `${major} (${build})`
}
