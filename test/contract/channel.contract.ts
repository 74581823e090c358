/**
 * What every channel promises, whatever its vendor: written once, run for each. A channel that cannot do a thing names
 * the test it skips and says why, so that a gap is seen in the report and not only in somebody's memory.
 */
import { describe, expect, it } from 'vitest'
import type { Outbound } from '../../src/core/channel.ts'
import {
  type ChosenLocale,
  COMMANDS,
  type CommandName,
  type TurnInput,
  type UnsupportedKind,
} from '../../src/core/input.ts'
import type { Locale } from '../../src/core/locale.ts'
import { said } from '../unit/channels/said.ts'

/** What reached the other side of the channel. */
export interface Heard {
  readonly address: string
  readonly input: TurnInput
  readonly chosenLocale: ChosenLocale
  readonly defaultLocale: Locale
  /** Where the channel hands messages to the inbox. */
  readonly externalId?: string
}

/** What a person can do, in the way of the channel: by its vendor's payload, its page, its keys. */
export type Act =
  | { readonly kind: 'say'; readonly text: string }
  /** The choice of that label, as the channel showed it. */
  | { readonly kind: 'tap'; readonly label: string }
  | { readonly kind: 'share'; readonly lat: number; readonly lon: number }
  | { readonly kind: 'send'; readonly what: UnsupportedKind }
  | { readonly kind: 'command'; readonly name: CommandName; readonly argument: string }

/** Everything on the person's screen, as they read it. */
export interface Seen {
  readonly text: string
  readonly choices: readonly string[]
  readonly links: readonly string[]
}

export interface Person {
  act(act: Act): Promise<void>
  /** The last act reaches us once more, where the vendor does such a thing. */
  again(): Promise<void>
  seen(): Seen
  /** What the person, or the vendor that speaks for them, is told when a message could not be taken; empty: nothing. */
  readonly problem: string
}

export interface OpenOptions {
  /** The language that the person's device is set to. */
  readonly deviceLocale: Locale
  /** What is behind the channel. Rejects when the message cannot be taken. */
  readonly behind: (heard: Heard) => Promise<Outbound>
}

export interface ContractOptions {
  readonly name: string
  /** Somebody new on the channel. `close` is called after each test. */
  readonly open: (
    options: OpenOptions,
  ) => Promise<{ person: () => Promise<Person>; close: () => Promise<void> }>
  /** Files can be fetched from it: a report may keep them. */
  readonly attaches?: boolean
  readonly skip?: readonly { readonly reason: string; readonly tests: readonly string[] }[]
}

const UNSUPPORTED: readonly UnsupportedKind[] = [
  'photo',
  'voice',
  'video',
  'document',
  'sticker',
  'contact',
  'other',
]
const ATTACHED: readonly UnsupportedKind[] = ['photo', 'voice', 'video', 'document']
const TEXTS = [
  ['informal words', 'gmn cara krj ke jpg yg resmi?'],
  ['signs of markup', '<b>gaji</b> & *biaya* _berapa_ `x` "y" \\ [a](b)'],
  ['letters beyond the basic plane', 'tolong 👩🏽‍🏭🇮🇩 ꦲꦤꦕꦫꦏ مساعدة'],
  ['a slash and a number inside', 'ibu/bapak, 2 orang, /menu'],
] as const

export function describeChannel({ name, open, attaches = false, skip = [] }: ContractOptions): void {
  const names: string[] = []

  describe(`the contract of a channel: ${name}`, () => {
    interface Stage {
      readonly heard: Heard[]
      /** What is answered to every message from now on. */
      answer: Outbound | Error
      readonly person: () => Promise<Person>
    }
    const promises = (what: string, check: (stage: Stage) => Promise<void>, deviceLocale: Locale = 'id') => {
      names.push(what)
      const skipped = skip.find(({ tests }) => tests.includes(what))
      if (skipped !== undefined) {
        it.skip(`${what} [${skipped.reason}]`)
        return
      }
      it(what, async () => {
        const heard: Heard[] = []
        const state = { answer: said('Jawaban') as Outbound | Error }
        const behind = async (one: Heard) => {
          heard.push(one)
          if (state.answer instanceof Error) throw state.answer
          return state.answer
        }
        const { person, close } = await open({ deviceLocale, behind })
        try {
          const stage = Object.assign(state, { heard, person })
          await check(stage)
        } finally {
          await close()
        }
      })
    }
    const inputs = ({ heard }: Stage) => heard.map(({ input }) => input)

    for (const [what, text] of TEXTS)
      promises(`hands on a text as it was written: ${what}`, async (stage) => {
        await (await stage.person()).act({ kind: 'say', text })
        expect(inputs(stage)).toEqual([{ kind: 'text', text }])
      })

    promises('hands on a text of several lines', async (stage) => {
      await (await stage.person()).act({ kind: 'say', text: 'satu\n\ndua' })
      expect(inputs(stage)).toEqual([{ kind: 'text', text: 'satu\n\ndua' }])
    })

    promises('hands on a tapped choice by the value it was offered with', async (stage) => {
      const value = 'topic:placement.check_offer'
      stage.answer = said('Pilih', {
        choices: [
          { label: 'Biaya', value: 'more' },
          { label: 'Cek tawaran', value },
        ],
      })
      const person = await stage.person()
      await person.act({ kind: 'say', text: 'halo' })
      await person.act({ kind: 'tap', label: 'Cek tawaran' })
      expect(inputs(stage)[1]).toEqual({ kind: 'choice', value })
    })

    promises('hands on a shared position', async (stage) => {
      await (await stage.person()).act({ kind: 'share', lat: -8.1845, lon: 113.6681 })
      expect(inputs(stage)).toEqual([{ kind: 'location', lat: -8.1845, lon: 113.6681 }])
    })

    for (const what of UNSUPPORTED)
      promises(`hands on what cannot be read, by its kind: ${what}`, async (stage) => {
        await (await stage.person()).act({ kind: 'send', what })
        const file = { kind: 'attachment', what, reference: expect.stringMatching(/./) }
        const attached = attaches && ATTACHED.includes(what)
        expect(inputs(stage)).toMatchObject([attached ? file : { kind: 'unsupported', what }])
      })

    for (const command of COMMANDS)
      promises(`hands on a command: ${command}`, async (stage) => {
        const argument = command === 'start' ? '35_09' : command === 'language' ? 'en' : ''
        await (await stage.person()).act({ kind: 'command', name: command, argument })
        expect(inputs(stage)).toEqual([{ kind: 'command', name: command, argument }])
      })

    promises('knows a person again, and two persons apart', async (stage) => {
      const [siti, maya] = [await stage.person(), await stage.person()]
      await siti.act({ kind: 'say', text: 'satu' })
      await maya.act({ kind: 'say', text: 'dua' })
      await siti.act({ kind: 'say', text: 'tiga' })
      const [one, two, three] = stage.heard.map(({ address }) => address)
      expect(one).toBe(three)
      expect(one).not.toBe(two)
    })

    promises(
      'begins in the language of the device and takes it for no choice of the person',
      async (stage) => {
        await (await stage.person()).act({ kind: 'say', text: 'ok' })
        expect(stage.heard).toMatchObject([{ defaultLocale: 'en', chosenLocale: null }])
      },
      'en',
    )

    promises('gives a message that comes again the id it had', async (stage) => {
      const person = await stage.person()
      await person.act({ kind: 'say', text: 'halo' })
      await person.again()
      const [first, second] = stage.heard.map(({ externalId }) => externalId)
      expect(first).toMatch(/./)
      expect(second).toBe(first)
    })

    promises('gives two messages two ids', async (stage) => {
      const person = await stage.person()
      await person.act({ kind: 'say', text: 'halo' })
      await person.act({ kind: 'say', text: 'halo' })
      const ids = stage.heard.map(({ externalId }) => externalId)
      expect(new Set(ids).size).toBe(2)
    })

    promises('shows the words as they were chosen: signs of markup are signs', async (stage) => {
      const text = 'a < b & c > d <script>alert(1)</script> *x* _y_ `z` [a](b) 👩🏽‍🏭 ꦲꦤ'
      stage.answer = said(text, { reply: { citations: [], contacts: [] } })
      const person = await stage.person()
      await person.act({ kind: 'say', text: 'halo' })
      expect(person.seen().text).toContain(text)
    })

    promises('shows a long answer whole and in order', async (stage) => {
      const lines = Array.from({ length: 400 }, (_, index) => `${index}: ${'kata'.repeat(8)}`)
      stage.answer = said(lines.join('\n'), { reply: { citations: [], contacts: [] } })
      const person = await stage.person()
      await person.act({ kind: 'say', text: 'halo' })
      const shown = person.seen().text.replace(/\s+/g, ' ')
      expect(shown).toContain(lines.join(' '))
    })

    promises('shows every choice, in order', async (stage) => {
      const labels = ['Syarat kerja', 'Biaya', 'Kabupaten Probolinggo (Jawa Timur)', 'Menu <1>']
      stage.answer = said('Pilih', {
        choices: labels.map((label, index) => ({ label, value: `topic:x${index}` })),
      })
      const person = await stage.person()
      await person.act({ kind: 'say', text: 'halo' })
      expect(person.seen().choices).toEqual(labels)
    })

    promises('leads to the page of every source', async (stage) => {
      stage.answer = said('Jawaban.\n\nSumber: Kementerian Uji, “Peraturan <b>Uji</b>”, tanpa tanggal')
      const person = await stage.person()
      await person.act({ kind: 'say', text: 'halo' })
      expect(person.seen().links).toContain('https://uji.example/aturan')
    })

    promises('says when a message could not be taken, and goes on with the next', async (stage) => {
      const person = await stage.person()
      stage.answer = new Error('the disk is full')
      await person.act({ kind: 'say', text: 'satu' })
      expect(person.problem).not.toBe('')
      expect(person.problem).not.toContain('disk')
      stage.answer = said('Jawaban kedua')
      await person.act({ kind: 'say', text: 'dua' })
      expect(person.seen().text).toContain('Jawaban kedua')
    })

    it('skips only tests that there are', () => {
      expect(skip.flatMap(({ tests }) => tests).filter((one) => !names.includes(one))).toEqual([])
    })
  })
}
