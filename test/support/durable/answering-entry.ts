/** The thread that answers, of a process whose settings may let it die at any point (src/answering-entry.ts is the product's). */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { hostAnswering } from '../../../src/answering-host.ts'
import type { FromAnswering } from '../../../src/answering-messages.ts'
import { SILENT } from '../../../src/core/log.ts'
import { effectsOf } from '../../../src/effects.ts'
import { keyRing } from '../../../src/privacy/keys.ts'
import { createVault } from '../../../src/privacy/vault.ts'
import { doomedParts } from './doomed.ts'
import { PROCESS_KEY, type ProcessSettings } from './settings.ts'

const port = parentPort as MessagePort
const settings = workerData as ProcessSettings
const { context, phrase, afterCommit, limits } = await doomedParts(settings)
const vault = createVault(keyRing([PROCESS_KEY], 'PROCESS_KEY', null))
hostAnswering({
  port: {
    on: port.on.bind(port),
    close: port.close.bind(port),
    postMessage: (message: FromAnswering) => {
      if (message.kind === 'committed') afterCommit()
      port.postMessage(message)
    },
  },
  url: settings.url,
  vault,
  phrase,
  context,
  effects: effectsOf({ vault, words: (wording, locale) => phrase.wording(wording, locale) }),
  log: SILENT,
  ...limits,
  close: async () => undefined,
})
