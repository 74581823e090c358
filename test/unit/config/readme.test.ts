import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { SETTINGS } from '../../../src/config.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const README = readFileSync(resolve(ROOT, 'README.md'), 'utf8')

it('the README explains every setting, and no others', () => {
  const table = README.split('## Settings')[1]?.split('\n## ')[0] ?? ''
  const named = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  expect(named.sort()).toEqual([...SETTINGS].sort())
})

it('the README and CONTRIBUTING name only scripts that there are', () => {
  const { scripts } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const contributing = readFileSync(resolve(ROOT, 'CONTRIBUTING.md'), 'utf8')
  const named = [...`${README}${contributing}`.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(
    ([, name]) => name,
  )
  expect(named.filter((name) => name !== undefined && !(name in scripts))).toEqual([])
})

it('the documents link only to files that there are', () => {
  const documents = readdirSync(ROOT).filter((name) => name.endsWith('.md'))
  const broken = documents.flatMap((name) => {
    const text = readFileSync(resolve(ROOT, name), 'utf8')
    const links = [...text.matchAll(/\]\(([^)#]+)\)|src="([^"]+)"/g)].map(
      ([, link, image]) => link ?? image ?? '',
    )
    return links.filter((link) => !/^https?:/.test(link) && !existsSync(resolve(ROOT, link)))
  })
  expect(broken).toEqual([])
})
