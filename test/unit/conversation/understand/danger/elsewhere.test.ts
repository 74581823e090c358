import { describe, expect, it } from 'vitest'
import type { DangerText } from '../../../../../src/conversation/understand/danger/danger-text.ts'
import { detectDanger } from '../../../../../src/conversation/understand/danger/detect-danger.ts'
import { cut } from '../../../../../src/conversation/understand/normalise.ts'
import type { Topic } from '../../../../../src/core/topic.ts'

const about = (topic: Topic, score = 0.9): DangerText['topics'] => [{ topic, score }]

function danger(raw: string, changed: Partial<DangerText>) {
  const whole = { none: 0.7, illegal_offer: 0.13, emergency: 0.17 }
  const text: DangerText = {
    raw,
    sentences: cut(raw).sentences,
    whole,
    parts: [],
    topics: about('out_of_scope'),
    anchored: false,
  }
  return detectDanger({ ...text, ...changed }).danger
}

describe('a message of another field', () => {
  const PAY_FIRST = 'disuruh bayar dulu lima juta sebelum kerja'

  it('is no alarm for a sign by the way', () => {
    expect(danger(PAY_FIRST, {})).toBe('none')
  })

  it.each<[string, Partial<DangerText>]>([
    ['names something of our field', { anchored: true }],
    ['is not surely of another field', { topics: about('out_of_scope', 0.4) }],
    ['is about our field', { topics: about('placement.check_offer') }],
    ['moves the trained model', { whole: { none: 0.3, illegal_offer: 0.65, emergency: 0.05 } }],
  ])('is heard when it %s', (_, changed) => {
    expect(danger(PAY_FIRST, changed)).toBe('illegal_offer')
  })

  it('needs a stronger sign the surer it is', () => {
    const sold = 'motor sudah dijual, polisi tetap kirim surat tilang, tolong'
    const moved = { none: 0.1, illegal_offer: 0.05, emergency: 0.85 }
    expect(danger(sold, { topics: about('out_of_scope', 0.97), whole: moved })).toBe('none')
    expect(danger(sold, { topics: about('out_of_scope', 0.8), whole: moved })).toBe('emergency')
    const hurt = 'anak majikan nyulut rokok ke tangan saya'
    expect(danger(hurt, { topics: about('out_of_scope', 0.97) })).toBe('emergency')
  })

  it('is heard for a strong sign, and always for thoughts of dying', () => {
    expect(danger('adik saya disekap dan dipukuli', {})).toBe('emergency')
    expect(danger('saya ingin mati saja', {})).toBe('emergency')
  })
})
