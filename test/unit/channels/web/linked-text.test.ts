import { describe, expect, it } from 'vitest'
import { pieces, telephone } from '../../../../src/channels/web/linked-text.tsx'

describe('a number to call', () => {
  it.each([
    ['0800-1000', 'tel:08001000'],
    ['+62 811-8080-141', 'tel:+628118080141'],
    ['119 ext 8', 'tel:119'],
    ['+86 21 5240 2321 ext. 110', 'tel:+862152402321'],
    ['(021) 123+45', 'tel:02112345'],
  ])('%s is %s', (number, href) => {
    expect(telephone(number)).toBe(href)
  })
})

describe('the links of a text', () => {
  const linked = (text: string, numbers: readonly string[]) =>
    pieces(text, numbers).flatMap(({ text: shown, href }) => (href === undefined ? [] : [`${shown} ${href}`]))

  it('are the numbers of the contacts and full addresses', () => {
    expect(linked('Telepon 129, lalu lihat https://a.id/b?c=1.', ['129'])).toEqual([
      '129 tel:129',
      'https://a.id/b?c=1 https://a.id/b?c=1',
    ])
  })

  it('are never other figures', () => {
    expect(linked('Rp1.129.000, 1290 orang, +62129, pasal 29', ['129', '29'])).toEqual([])
  })

  it('prefer the longer number', () => {
    expect(linked('119 ext 8', ['119', '119 ext 8'])).toEqual(['119 ext 8 tel:119'])
  })

  it('leave the text as it was', () => {
    const text = 'a 129\nb https://x.id c (129) .*+'
    expect(
      pieces(text, ['129', '.*+'])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })
})
