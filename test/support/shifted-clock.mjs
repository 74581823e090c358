// Loaded before the program (NODE_OPTIONS=--import): its clock is ours plus what stands in TEST_CLOCK_FILE, in
// milliseconds, read again at SIGUSR2. So a test passes ten minutes, or a night, without waiting.
import { readFileSync } from 'node:fs'

const file = process.env.TEST_CLOCK_FILE
const RealDate = Date
const read = () => Number(readFileSync(file, 'utf8'))
let offset = read()
process.on('SIGUSR2', () => {
  offset = read()
})
globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + offset)
    else super(...args)
  }
  static now() {
    return RealDate.now() + offset
  }
}
