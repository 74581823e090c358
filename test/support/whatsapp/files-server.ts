import { createCipheriv, createHmac, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { getMediaKeys, type MediaType } from '@whiskeysockets/baileys'

/** What a message says about its file, as WhatsApp names it. */
export interface PutFile {
  readonly mediaKey: Uint8Array
  readonly directPath: string
  readonly fileLength: number
  readonly mimetype: string
}

/** The host of WhatsApp's files on loopback: sealed bytes under a path. */
export interface FilesServer {
  readonly http: Server
  /** Paths that were asked for. */
  readonly asked: readonly string[]
  /** What somebody's phone does before it sends a picture. `change` spoils what lies there. */
  put(
    bytes: Uint8Array,
    type: MediaType,
    mimetype: string,
    change?: (sealed: Buffer) => Buffer,
  ): Promise<PutFile>
}

export function filesServer(): FilesServer {
  const files = new Map<string, Buffer>()
  const asked: string[] = []
  const http = createServer(({ url = '' }, response) => {
    asked.push(url)
    const file = files.get(url)
    response.writeHead(file === undefined ? 404 : 200).end(file)
  })
  return {
    http,
    asked,
    async put(bytes, type, mimetype, change = (sealed) => sealed) {
      const mediaKey = randomBytes(32)
      const { iv, cipherKey, macKey = Buffer.alloc(0) } = await getMediaKeys(mediaKey, type)
      const aes = createCipheriv('aes-256-cbc', cipherKey, iv)
      const content = Buffer.concat([aes.update(bytes), aes.final()])
      const mac = createHmac('sha256', macKey).update(iv).update(content).digest().subarray(0, 10)
      const directPath = `/v/t62.7118-24/${files.size + 1}_n.enc?ccb=11-4&oh=x`
      files.set(directPath, change(Buffer.concat([content, mac])))
      return { mediaKey, directPath, fileLength: bytes.byteLength, mimetype }
    },
  }
}
