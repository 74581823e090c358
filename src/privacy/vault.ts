import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { KeyRing } from './keys.ts'

/** Seals what must not lie open in the database, and finds it again without opening it. */
export interface Vault {
  /** AES-256-GCM. `where` binds the sealed bytes to their place: moved to another row they do not open. */
  seal(text: string, where: string): Buffer
  /** Throws `SealedError` when the bytes were damaged, moved, or written with a key that is not in the ring. */
  open(sealed: Uint8Array, where: string): string
  /** The same for a file. */
  sealBytes(bytes: Uint8Array, where: string): Buffer
  openBytes(sealed: Uint8Array, where: string): Buffer
  /** A keyed hash in the form of a UUID: the same input gives the same one, and nothing leads back. */
  key(...parts: readonly string[]): string
  /** A keyed hash as bytes. */
  hash(...parts: readonly string[]): Buffer
}

export class SealedError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'SealedError'
  }
}

const NONCE = 12
const TAG = 16
const HEAD = 1 + NONCE + TAG
/** Random bytes for so many nonces are fetched at once: a system call for each would cost more than the sealing. */
const NONCES_AT_ONCE = 512
/** Keys of so many addresses are remembered; each would be hashed several times on the way of one message. */
const REMEMBERED = 20_000
const OF_ADDRESSES = new Set(['lane', 'chat', 'person'])

export function createVault(keys: KeyRing): Vault {
  const byId = new Map(keys.all.map((key) => [key.id, key.secret]))
  const hash = (...parts: readonly string[]) => {
    const mac = createHmac('sha256', keys.lookup)
    // Lengths stand in front, so that ("ab", "c") and ("a", "bc") differ.
    for (const part of parts) mac.update(`${Buffer.byteLength(part)}:${part}`)
    return mac.digest()
  }
  const keysOf = new Map<string, string>()
  const key = (...parts: readonly string[]): string => {
    if (!OF_ADDRESSES.has(parts[0] ?? '')) return asUuid(hash(...parts))
    const name = JSON.stringify(parts)
    const known = keysOf.get(name)
    if (known !== undefined) return known
    if (keysOf.size >= REMEMBERED) keysOf.clear()
    const made = asUuid(hash(...parts))
    keysOf.set(name, made)
    return made
  }
  const nextNonce = nonces()
  const sealBytes = (bytes: Uint8Array, where: string): Buffer => {
    const nonce = nextNonce()
    const cipher = createCipheriv('aes-256-gcm', keys.current.secret, nonce)
    cipher.setAAD(Buffer.from(where))
    const body = cipher.update(bytes)
    cipher.final()
    return Buffer.concat([Buffer.of(keys.current.id), nonce, cipher.getAuthTag(), body])
  }
  const openBytes = (sealed: Uint8Array, where: string): Buffer => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    if (bytes.length < HEAD) throw new SealedError('Sealed bytes are cut off.')
    const secret = byId.get(bytes.readUInt8(0))
    if (secret === undefined) throw new SealedError('Sealed with a key that is not among DATA_KEY.')
    const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(1, 1 + NONCE))
    decipher.setAAD(Buffer.from(where))
    decipher.setAuthTag(bytes.subarray(1 + NONCE, HEAD))
    try {
      return Buffer.concat([decipher.update(bytes.subarray(HEAD)), decipher.final()])
    } catch (cause) {
      throw new SealedError('Sealed bytes do not open: damaged, or moved from another row.', { cause })
    }
  }
  return {
    seal: (text, where) => sealBytes(Buffer.from(text), where),
    open: (sealed, where) => openBytes(sealed, where).toString('utf8'),
    sealBytes,
    openBytes,
    key,
    hash,
  }
}

/** Each slice is given out once. */
function nonces(): () => Buffer {
  let pool = Buffer.alloc(0)
  let used = 0
  return () => {
    if (used >= pool.length) {
      pool = randomBytes(NONCE * NONCES_AT_ONCE)
      used = 0
    }
    used += NONCE
    return pool.subarray(used - NONCE, used)
  }
}

/** Sixteen bytes as PostgreSQL's uuid, marked as version 8 ("custom") so that nobody takes it for a random one. */
function asUuid(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
