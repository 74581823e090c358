export { createClient, type Database, type Transaction } from './client.ts'
export { KNOWLEDGE_CHANGED, type Listener, listen } from './listen.ts'
export { migrate } from './migrate.ts'
export { type OpenDatabase, type Opened, openDatabase } from './open.ts'
