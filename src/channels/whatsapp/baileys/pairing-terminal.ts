import QRCode from 'qrcode'
import { type Words, wordsIn } from '../../../core/channel.ts'
import type { LinkState } from './link-state.ts'

/** Shows what the phone has to scan, and how, each time it changes. */
export function showInTerminal(show: (text: string) => void, words: Words): (state: LinkState) => void {
  const say = wordsIn(words, 'id')
  return (state) => {
    if (state.kind !== 'pairing') return
    const { qr, code } = state
    if (code !== null) return show(`${say('whatsapp.pair.code', { code })}\n`)
    if (qr === null) return
    QRCode.toString(qr, { type: 'terminal', small: true }).then(
      (picture) => show(`${picture}\n${say('whatsapp.pair.scan')}\n`),
      () => undefined,
    )
  }
}
