import { describe, expect, it } from 'vitest'
import {
  LANGUAGE_WORDS,
  languageEvidence,
  languageOfWord,
} from '../../../../../src/conversation/understand/lexicon/language-words.ts'
import { plain } from '../../../../../src/conversation/understand/normalise.ts'
import { LANGUAGES } from '../../../../../src/core/locale.ts'

describe('words typical of a language', () => {
  it.each([
    ['aku arep kabur saka omahe majikan bengi iki piye carane', 'jv'],
    ['kula badhe wangsul, kados pundi caranipun', 'jv'],
    ['abdi hoyong nyarios sareng petugasna, tiasa teu', 'su'],
    ['naha paspor abdi dicepeng ku dunungan', 'su'],
    ['majikan saya gak bayar gaji, gimana nih', 'id'],
    ['macam mana nak tengok nombor pejabat', 'ms'],
    ['kawan saya kena kurung, nak buat report kat mana', 'ms'],
    ['my employer took my passport, what should I do', 'en'],
    ["tolong kaule, ta' olle kalowar", 'mad'],
    ['baramma carana daftar, berempa majer', 'mad'],
    ['tulung tiang, semamaq tiang te kurung leq malaysia', 'sas'],
    ['berembe carene lapor, ndeq tiang taok', 'sas'],
  ] as const)('%s: %s', (text, language) => {
    const evidence = [...languageEvidence(plain(text).split(' '))].sort((a, b) => b[1] - a[1])
    expect(evidence[0]?.[0]).toBe(language)
  })

  it('has plenty for each language', () => {
    for (const language of LANGUAGES) {
      const own = [...LANGUAGE_WORDS.values()].filter((word) => word.language === language)
      expect(own.length, language).toBeGreaterThanOrEqual(140)
    }
  })

  it.each([['imigrasi'], ['paspor'], ['taiwan'], ['kaliyanmu'], ['mana'], ['']])(
    '%s says nothing',
    (word) => {
      expect(languageOfWord(word)).toBeUndefined()
    },
  )
})
