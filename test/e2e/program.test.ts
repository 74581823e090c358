import { spawnSync } from 'node:child_process'
import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { scratchFolder } from '../support/scratch.ts'
import { run, stop, stopAll, tempData } from './support/program.ts'

let data: Awaited<ReturnType<typeof tempData>>
const env = () => ({ DATA_DIR: data.dir })

beforeAll(async () => {
  data = await tempData()
})

afterEach(stopAll)

afterAll(async () => {
  await data?.remove()
})

async function ready(url: string): Promise<string> {
  const response = await fetch(`${url}/readyz`)
  const body = (await response.json()) as { status: string; knowledge: { version: string } }
  expect(body.status).toBe('ready')
  return body.knowledge.version
}

describe('the program', () => {
  it('starts, says where, stops on Ctrl-C, and starts again, also after kill -9', async () => {
    const first = run(['serve'], env())
    const version = await ready(await first.ready())
    expect(first.said().out).toMatch(
      /^Jalur Resmi is ready at http:\/\/127\.0\.0\.1:\d+ \(Ctrl-C stops it\)\n$/,
    )
    expect(await stop(first)).toMatchObject({ code: 0, err: '' })

    const second = run(['serve'], env())
    await ready(await second.ready())
    second.child.kill('SIGKILL')
    await second.ended

    const third = run(['serve'], env())
    expect(await ready(await third.ready())).toBe(version)
    expect(await stop(third)).toMatchObject({ code: 0 })
  })

  it('does not start twice on one data folder, but lets commands join', async () => {
    const serving = run(['serve'], env())
    const url = await serving.ready()
    const twice = await run(['serve'], env()).ended
    expect(twice.code).toBe(1)
    expect(twice.err).toContain(`already runs on ${data.dir} (process ${serving.child.pid})`)

    const asked = await run(['ask'], env(), '{"id":"1","text":"berapa biaya ke taiwan?"}\n').ended
    expect(JSON.parse(asked.out)).toMatchObject({ id: '1', action: 'answer', countries: ['TW'] })
    await ready(url)
    expect(await stop(serving)).toMatchObject({ code: 0 })
  })

  it('says in one line that the port is taken, and stops its database', async () => {
    const one = run(['serve'], env())
    const { port } = new URL(await one.ready())
    const other = await tempData()
    const two = await run(['serve'], { DATA_DIR: other.dir, PORT: port }).ended
    await other.remove()
    expect([two.code, two.err]).toEqual([
      1,
      `Jalur Resmi stopped: Port ${port} on 127.0.0.1 is taken by another program. Stop it, or set PORT to another number.\n`,
    ])
    await stop(one)
  })

  it('names every wrong setting, and a wrong command', async () => {
    const settings = await run(['serve'], { ...env(), PORT: 'x', LOG_LEVEL: 'y' }).ended
    expect(settings.code).toBe(2)
    expect(settings.err).toMatch(/PORT: "x".*\n.*LOG_LEVEL: "y"/)
    expect(await run(['dance']).ended).toMatchObject({ code: 2, out: '' })
  })
})

describe('ask', () => {
  it('answers on stdout, one line for each, and nothing else', async () => {
    const lines = [
      '{"id":"1","text":"berapa biaya ke taiwan?","conversation":"c"}',
      '',
      'not json',
      '{"id":"3","text":"kalau ke hong kong?","conversation":"c"}',
      ...['', '😀😀😀', '\u0000\u001B[2J', '\u202Eayaib', '<b>biaya</b>', "'; DROP TABLE person; --"].map(
        (text, index) => JSON.stringify({ id: `odd-${index}`, text }),
      ),
      JSON.stringify({ id: 'long', text: 'biaya '.repeat(1_700) }),
      '{"id":"sea","location":{"lat":-30,"lon":90}}',
    ]
    const { code, out } = await run(['ask', '--now', '2026-11-21'], env(), lines.join('\n')).ended
    expect(code).toBe(0)
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ id }) => id)).toEqual([
      ...['1', null, '3'],
      ...[0, 1, 2, 3, 4, 5].map((index) => `odd-${index}`),
      ...['long', 'sea'],
    ])
    expect(answers[2]).toMatchObject({ topic: 'placement.cost', countries: ['HK'] })
    for (const answer of answers.filter(({ id }) => id !== null)) expect(answer.text).not.toBe('')
  })

  it('fails when the input cannot be read', async () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" scripts/run.mjs ask < /`], {
      env: { ...process.env, ...env(), DATABASE_URL: '', LOG_LEVEL: 'error' },
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stderr).toContain('The input cannot be read: ')
  })
})

describe('a corrupt seed file', () => {
  it('stops the start with file, row and reason', async () => {
    // A copy of the product whose seed is broken; the sources and packages are the real ones.
    const copy = await scratchFolder('copy')
    try {
      const root = new URL('../..', import.meta.url).pathname
      for (const part of ['src', 'scripts', 'prisma', 'locales', 'package.json', 'tsconfig.json'])
        await cp(join(root, part), join(copy, part), { recursive: true })
      await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
      const file = join(copy, 'prisma', 'seed', 'contacts.json')
      await writeFile(file, (await readFile(file, 'utf8')).replace('"kind": "hotline"', '"kind": "hotlin"'))
      const { code, err } = await run(['serve'], env(), undefined, copy).ended
      expect(code).toBe(1)
      expect(err).toMatch(/contacts\.json › [\w-]+ › kind: /)
    } finally {
      await rm(copy, { recursive: true, force: true })
    }
  })
})
