declare module 'qrcode-svg' {
  export default class QRCode {
    constructor(options: { content: string; ecl: 'L' | 'M' | 'Q' | 'H'; padding: number })
    qrcode: {
      modules: boolean[][]
      dataList: { parsedData: number[] }[]
      dataCache: unknown
      make(): void
    }
  }
}
