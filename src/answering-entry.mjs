// A thread does not inherit what translates TypeScript from its process.
import { register } from 'tsx/esm/api'

register()
await import('./answering-entry.ts')
