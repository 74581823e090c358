/**
 * Why the hot path is not a job per message: the same trivial work through Graphile Worker, one job each, and through
 * our claim in batches. No engine, no sending; every job "done" is a durable commit.
 */
import { Logger, run, type Task } from 'graphile-worker'
import pg from 'pg'
import { createSqlPool } from '../../src/database/sql.ts'
import { claimLanes } from '../../src/inbox/claim.store.ts'
import { insertMessages } from '../../src/inbox/inbox.store.ts'
import { settleMessages } from '../../src/inbox/settle.store.ts'
import { keyRing } from '../../src/privacy/keys.ts'
import { createVault } from '../../src/privacy/vault.ts'

const JOBS = 1_000
const PEOPLE = 300

export async function queueBench(url: string): Promise<readonly string[]> {
  const single = await perMessageJobs(url, false)
  const local = await perMessageJobs(url, true)
  const batch = await batches(url)
  return [
    `queue alone, Graphile Worker, one add_job and one job per message (8 at once, per-person queue): ${single.toFixed(0)}/s`,
    `queue alone, Graphile Worker, the same with its local queue and batched completion: ${local.toFixed(0)}/s`,
    `queue alone, batches in SQL (one insert per message, claimed 64 lanes at a time): ${batch.toFixed(0)}/s`,
  ]
}

async function perMessageJobs(url: string, batched: boolean): Promise<number> {
  let done = 0
  let finish: () => void = () => undefined
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const task: Task = async () => {
    done += 1
    if (done === JOBS) finish()
  }
  const runner = await run({
    connectionString: url,
    concurrency: 8,
    maxPoolSize: 10,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: { message: task },
    ...(batched
      ? { preset: { worker: { localQueue: { size: 100 }, completeJobBatchDelay: 1, failJobBatchDelay: 1 } } }
      : {}),
  })
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  const begin = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let i = next++; i < JOBS; i = next++)
        await pool.query({
          name: 'add',
          text: `SELECT graphile_worker.add_job('message', json_build_object('n', $1::int), queue_name := $2)`,
          // Its local queue cannot keep a person's order: without the queue name it is faster, and of no use to us.
          values: [i, batched ? null : `p${i % PEOPLE}`],
        })
    }),
  )
  await finished
  const perSecond = (JOBS * 1_000) / (performance.now() - begin)
  await pool.end()
  await runner.stop()
  return perSecond
}

async function batches(url: string): Promise<number> {
  const vault = createVault(keyRing([Buffer.alloc(32, 1).toString('base64')], 'bench', null))
  const sql = createSqlPool({ url, size: 12, name: 'bench' })
  const begin = performance.now()
  let next = 0
  let done = 0
  const adding = Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let i = next++; i < JOBS; i = next++)
        await insertMessages(sql, [
          {
            channel: 'telegram',
            externalKey: vault.key('bench', String(i)),
            lane: vault.key('lane', String(i % PEOPLE)),
            order: i,
            receivedAt: new Date(),
            content: Buffer.alloc(200),
          },
        ])
    }),
  )
  const working = Promise.all(
    [1, 2].map(async () => {
      while (done < JOBS) {
        const answered = await sql.transaction(async (tx) => {
          const { lanes } = await claimLanes(tx, { lanes: 64, messages: 128, from: '0' })
          const messages = lanes.flatMap((lane) => lane.messages)
          await settleMessages(
            tx,
            messages.map(({ id }) => ({ id, to: 'done' })),
          )
          return messages.length
        })
        // Not `done += await …`: that would add to what `done` was before the wait, and forget what the other did.
        done += answered
      }
    }),
  )
  await Promise.all([adding, working])
  const perSecond = (JOBS * 1_000) / (performance.now() - begin)
  await sql.close()
  return perSecond
}
