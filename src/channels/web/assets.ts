import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

const TYPES = {
  'chat.css': 'text/css; charset=utf-8',
  'chat.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const
export type AssetName = keyof typeof TYPES

export interface Asset {
  readonly body: string
  readonly type: string
  /** With the version of its content, so that it may be kept for good. */
  readonly url: string
}

/** The files beside this one that a browser gets as they are. */
export async function readAssets(): Promise<Readonly<Record<AssetName, Asset>>> {
  const names = Object.keys(TYPES) as AssetName[]
  const assets = await Promise.all(names.map(async (name) => [name, await readAsset(name)] as const))
  return Object.fromEntries(assets) as Record<AssetName, Asset>
}

async function readAsset(name: AssetName): Promise<Asset> {
  const body = await readFile(new URL(`./assets/${name}`, import.meta.url), 'utf8')
  const version = createHash('sha256').update(body).digest('hex').slice(0, 10)
  return { body, type: TYPES[name], url: `/assets/${name}?v=${version}` }
}
