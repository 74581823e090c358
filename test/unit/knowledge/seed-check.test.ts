import { describe, expect, it } from 'vitest'
import { inspectSeed, loadSeed } from '../../../src/knowledge/seed/load-seed.ts'
import { SeedError } from '../../../src/knowledge/seed/problem.ts'
import type { SeedFile } from '../../../src/knowledge/seed/seed-files.ts'
import { fixtureFiles, type RawSeed, withEdit } from '../../support/seed-fixture.ts'

const FACTS = 'facts/basic.json'
const AGREEMENTS = 'agreements/contoh.json'

async function problemsOf(files: readonly SeedFile[]) {
  return (await inspectSeed(files)).problems
}

describe('the fixture', () => {
  it('is sound', async () => {
    expect(await problemsOf(await fixtureFiles())).toEqual([])
  })
})

describe('a fault in a seed file is named by file, row, field and reason', () => {
  const faults: [string, string, (content: RawSeed) => void, object][] = [
    [
      'a fact without a source',
      FACTS,
      ({ facts }) => (facts[0].cites = []),
      { file: FACTS, row: 'rule.1', field: 'cites', reason: expect.stringContaining('at least one source') },
    ],
    [
      'a misspelt key',
      FACTS,
      ({ facts }) => (facts[0].cautoin = { id: 'x' }),
      { file: FACTS, row: 'rule.1', reason: expect.stringContaining('cautoin') },
    ],
    [
      'a text over the limit',
      FACTS,
      ({ facts }) => (facts[0].text.id = 'x'.repeat(261)),
      { row: 'rule.1', field: 'text.id', reason: 'has 261 characters, at most 260' },
    ],
    [
      'a lead that is not a topic of the fact',
      FACTS,
      ({ facts }) => (facts[0].leads = ['stats']),
      { row: 'rule.1', field: 'leads', reason: expect.stringContaining('stats') },
    ],
    [
      'a topic that does not exist',
      FACTS,
      ({ facts }) => (facts[0].topics = ['placement.agee']),
      { row: 'rule.1', field: 'topics.0' },
    ],
    [
      'a day that is not in the calendar',
      FACTS,
      ({ facts }) => (facts[0].asOf = '2025-02-30'),
      { row: 'rule.1', field: 'asOf', reason: 'is not a day of the calendar' },
    ],
    [
      'a citation of a source that is nowhere',
      FACTS,
      ({ facts }) => (facts[0].cites[0].source = 'nowhere'),
      { row: 'rule.1', field: 'cites', reason: 'no source "nowhere"' },
    ],
    [
      'a country that is no destination',
      FACTS,
      ({ facts }) => (facts[0].countries = ['XX']),
      { row: 'rule.1', field: 'countries', reason: 'no destination with the code XX' },
    ],
    [
      'a figure without its number',
      FACTS,
      ({ facts }) => (facts.find((fact: RawSeed) => fact.id === 'number.1').figure = null),
      { row: 'number.1', field: 'figure' },
    ],
    [
      'an id used twice',
      FACTS,
      ({ facts }) => (facts[1].id = 'rule.1'),
      { row: 'rule.1', reason: `the fact "rule.1" is already in ${FACTS}` },
    ],
    [
      'the same source key for another page',
      FACTS,
      ({ sources }) => (sources['berita-2026'].publisher = 'Lain'),
      { row: 'source berita-2026', reason: expect.stringContaining(`in ${AGREEMENTS}`) },
    ],
    [
      'a sign without its reason',
      'facts/dangers.json',
      ({ facts }) => facts.pop(),
      { row: 'secrecy', reason: expect.stringContaining('why it matters') },
    ],
    [
      'an agreement that nobody would find',
      'agreements/institutions.json',
      ({ agreements }) =>
        (agreements[0].parties = agreements[0].parties.map((p: RawSeed) => ({ ...p, institution: null }))),
      { row: 'universitas-2025', field: 'region' },
    ],
    [
      'a region that does not exist',
      AGREEMENTS,
      ({ agreements }) => (agreements[0].parties[1].region = agreements[0].region = '35.99'),
      { row: 'jember-2026', field: 'region', reason: 'no region with the code 35.99' },
    ],
    [
      'a city recorded under a regency',
      AGREEMENTS,
      ({ agreements }) => (agreements[3].parties[1].region = agreements[3].region = '32.02'),
      { row: 'kota-sukabumi', field: 'parties.1.kind', reason: 'is "city", but 32.02 is a regency' },
    ],
    [
      'an institution that does not exist',
      AGREEMENTS,
      ({ agreements }) => (agreements[0].parties[0].institution = 'lain'),
      { row: 'jember-2026', field: 'parties.0.institution' },
    ],
    [
      'a scope point without a source',
      AGREEMENTS,
      ({ agreements }) => (agreements[0].scope[1].cites = []),
      { row: 'jember-2026', field: 'scope.1.cites' },
    ],
    [
      'an unverified contact',
      'contacts.json',
      ({ contacts }) => (contacts[0].confidence = 'unverified'),
      { row: 'line-b', field: 'confidence', reason: expect.stringContaining('never seeded') },
    ],
    [
      'a second national line',
      'contacts.json',
      ({ contacts }) => (contacts[0].national = true),
      { field: 'national', reason: expect.stringContaining('2 contacts') },
    ],
    [
      'an alias for a code that is not on the official list',
      'regions.json',
      ({ aliases }) => (aliases['99.99'] = ['x']),
      { row: '99.99', field: 'aliases' },
    ],
    [
      'latitude and longitude the wrong way round',
      'regions.json',
      ({ positions }) => positions['35.09'].reverse(),
      { file: 'regions.json', field: 'positions.35.09.0' },
    ],
  ]
  it.each(faults)('%s', async (_what, path, edit, expected) => {
    const problems = await problemsOf(withEdit(await fixtureFiles(), path, edit))
    expect(problems).toContainEqual(expect.objectContaining(expected))
  })

  it('a file that is not JSON', async () => {
    const files = (await fixtureFiles()).map((file) =>
      file.path === FACTS ? { ...file, text: file.text.slice(0, 300) } : file,
    )
    expect(await problemsOf(files)).toContainEqual(
      expect.objectContaining({ file: FACTS, reason: expect.stringContaining('is not JSON') }),
    )
  })

  it('a missing file, and one that nothing reads', async () => {
    const files = (await fixtureFiles()).map((file) =>
      file.path === 'stages.json' ? { ...file, path: 'stage.json' } : file,
    )
    const problems = await problemsOf(files)
    expect(problems).toContainEqual(expect.objectContaining({ file: 'stages.json', reason: 'is missing' }))
    expect(problems).toContainEqual(
      expect.objectContaining({ file: 'stage.json', reason: 'is not a seed file that anything reads' }),
    )
  })
})

it('tells all faults at once, and stops a start', async () => {
  const files = withEdit(await fixtureFiles(), FACTS, ({ facts }) => {
    facts[0].cites = []
    facts[1].standing = 'valid'
  })
  const error = await loadSeed(files).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(SeedError)
  expect((error as SeedError).message).toMatch(
    /facts\/basic\.json › rule\.1 › cites: .*\n.*rule\.2 › standing: /,
  )
})
