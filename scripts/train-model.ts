/** Learns the reader's models from src/conversation/understand/phrases and writes them to one file. `npm run model`. */
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeModels } from '../src/conversation/understand/model/model-file.ts'
import { MODEL_FILE, trainAll } from '../src/conversation/understand/model/train-all.ts'

const start = performance.now()
const bytes = writeModels(trainAll())
writeFileSync(join(dirname(fileURLToPath(import.meta.url)), '..', MODEL_FILE), bytes)
console.log(`${MODEL_FILE}: ${bytes.length} bytes in ${Math.round(performance.now() - start)} ms`)
