import { existsSync, fstatSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Command, readCommand, USAGE, UsageError } from './command-line.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { begin } from './core/begin.ts'

/** The command line. Every way out of the program ends here; nothing else calls process.exit. */
async function main(): Promise<number> {
  let command: Command
  let config: Config
  try {
    command = readCommand(process.argv.slice(2))
    if (command.name === 'help') {
      console.log(USAGE)
      return 0
    }
    if (existsSync('.env')) process.loadEnvFile('.env')
    config = readConfig(process.env)
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ConfigError)) throw error
    console.error(error.message)
    return 2
  }
  switch (command.name) {
    case 'serve':
      return serve(config)
    case 'chat':
    case 'ask':
      return talk(command, config)
    case 'officer': {
      const { officerCommand } = await import('./officer-command.ts')
      const io = { out: (line: string) => console.log(line), err: (line: string) => console.error(line) }
      return officerCommand(command.args, io, config)
    }
    case 'seed': {
      const { seedCommand } = await import('./seed-command.ts')
      const io = { out: (line: string) => console.log(line), err: (line: string) => console.error(line) }
      return seedCommand(command.args, io, config)
    }
  }
}

async function serve(config: Config): Promise<number> {
  const stop = firstSignal()
  const { result: opening, begun } = open(config, 'owner')
  await begun
  const [{ openApp }, { createLog }, { serveWeb }] = await Promise.all([
    import('./app.ts'),
    import('./json-log.ts'),
    import('./channels/web/serve-web.ts'),
  ])
  const log = createLog(config.logLevel)
  const app = await openApp({ config, opening, role: 'serve', log, clock: () => new Date() })
  if (app.kind === 'already_running') {
    const who = app.pid > 0 ? ` (process ${app.pid})` : ''
    console.error(
      `Jalur Resmi already runs on ${config.dataDir}${who}. Stop that one first, or set DATA_DIR to another folder.`,
    )
    return 1
  }
  try {
    const server = await serveWeb(await app.http(), config)
    console.log(`Jalur Resmi is ready at ${config.publicUrl ?? server.url} (Ctrl-C stops it)`)
    const signal = await stop
    log.info({ signal }, 'stopping')
    // Whatever still hangs then is taken over by the next start; a stop must end.
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    await server.close()
  } finally {
    await app.close()
  }
  log.info({}, 'stopped')
  return 0
}

async function talk(command: Extract<Command, { name: 'chat' | 'ask' }>, config: Config): Promise<number> {
  const { result: opening, begun } = open(config, 'guest')
  await begun
  const [{ openApp }, { createLog }] = await Promise.all([import('./app.ts'), import('./json-log.ts')])
  // A line for every message is the serving app's habit; here they would stand between the answers.
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel)
  const { now, locale } = command
  const clock = () => now ?? new Date()
  const app = await openApp({ config, opening, role: 'guest', log, clock })
  if (app.kind === 'already_running') throw new Error('A guest is never refused.')
  const { converse, words } = app
  try {
    if (command.name === 'chat') {
      const { chat } = await import('./channels/terminal/chat.ts')
      await chat({ input: process.stdin, output: process.stdout, converse, words, locale, now: clock })
      return 0
    }
    const { ask } = await import('./channels/terminal/ask.ts')
    return await answerAll(() =>
      ask({ input: process.stdin, write: writeOut, converse, defaultLocale: locale }),
    )
  } finally {
    await app.close()
  }
}

/**
 * Begins to open the database before the rest of the program is loaded: that is the longest wait of a first start. `begun`:
 * its process is at work, so that loading holds up nobody.
 */
function open({ dataDir, databaseUrl }: Config, role: 'owner' | 'guest') {
  const size = role === 'owner' ? {} : { poolSize: 2 }
  return begin(async (onBegun) => {
    const { openStore } = await import('./open-store.ts')
    return openStore({ dataDir, databaseUrl, role, onBegun, ...size })
  })
}

/** The exit code of `ask`: 0 when everything that could be read has its line. */
async function answerAll(work: () => Promise<void>): Promise<number> {
  let interrupted = false
  const interrupt = () => {
    interrupted = true
    process.stdin.destroy()
  }
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  try {
    // Node takes a folder as standard input for an empty one.
    if (fstatSync(0).isDirectory()) throw new Error('it is a folder')
    await work()
    return 0
  } catch (error) {
    if (interrupted) return 130
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0 // nobody reads on: `ask | head`
    console.error(`The input cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
}

function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
}

/** Supervisors kill after ten seconds. */
const STOP_WITHIN_MS = 9_000
/** Ctrl-C reaches us from the terminal and once more through npm; only one that comes later means "now". */
const IMPATIENT_AFTER_MS = 2_000

/** The first request to stop. A later one, when stopping takes too long, ends the program at once. */
function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let since: number | undefined
    const onSignal = (signal: NodeJS.Signals) => {
      since ??= performance.now()
      resolve(signal)
      if (performance.now() - since > IMPATIENT_AFTER_MS) process.exit(130)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  })
}

/** A reason a person can act on is one sentence; for anything else the stack says where to look. */
function tell(error: unknown): void {
  const known = error instanceof Error && (error.constructor === Error || error.name === 'SeedError')
  const what = known ? error.message : error instanceof Error ? error.stack : String(error)
  console.error(`Jalur Resmi stopped: ${what}`)
}

process.stdout.on('error', () => undefined) // told by the write that failed
const code = await main().catch((error: unknown) => {
  tell(error)
  return 1
})
await Promise.race([new Promise((resolve) => process.stderr.write('', resolve)), sleep(500)])
process.exit(code)
