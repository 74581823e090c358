import { NO_FILTER, openSchemaEngine } from './schema-engine.ts'

/** The SQL that turns a database into schema.prisma; empty when they are equal. */
export async function diffToSchema(url: string, schema: string): Promise<string> {
  const files = [{ path: 'schema.prisma', content: schema }]
  const { engine, close } = await openSchemaEngine(url)
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' }, // what the engine is connected to
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    })
    const sql = stdout ?? ''
    return sql.includes('This is an empty migration') ? '' : sql
  } finally {
    await close()
  }
}
