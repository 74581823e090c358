import {
  aesDecryptGCM,
  aesEncryptGCM,
  type BinaryNode,
  Curve,
  decodeBinaryNode,
  encodeBinaryNode,
  hkdf,
  type KeyPair,
  NOISE_MODE,
  NOISE_WA_HEADER,
  proto,
  sha256,
} from '@whiskeysockets/baileys'

/** The root that our Baileys must trust, and a server's own key signed by it over one step, as WhatsApp does it. */
export interface TestCertificate {
  readonly rootPublicKey: Buffer
  readonly server: KeyPair
  readonly chain: Uint8Array
}

export function testCertificate(root: KeyPair = Curve.generateKeyPair()): TestCertificate {
  const intermediate = Curve.generateKeyPair()
  const server = Curve.generateKeyPair()
  const { Details } = proto.CertChain.NoiseCertificate
  const middle = Details.encode({ serial: 1, issuerSerial: 0, key: intermediate.public }).finish()
  const leaf = Details.encode({ serial: 2, issuerSerial: 1, key: server.public }).finish()
  return {
    rootPublicKey: Buffer.from(root.public),
    server,
    chain: proto.CertChain.encode({
      intermediate: { details: middle, signature: Curve.sign(root.private, middle) },
      leaf: { details: leaf, signature: Curve.sign(intermediate.private, leaf) },
    }).finish(),
  }
}

/** The server's side of one connection: Noise XX, then encrypted nodes. */
export interface ServerNoise {
  /** Bytes from the socket. Calls back with the client's payload once, then with every node. */
  take(bytes: Uint8Array): Promise<void>
  send(node: BinaryNode): void
}

export interface ServerNoiseOptions {
  readonly certificate: TestCertificate
  readonly write: (bytes: Uint8Array) => void
  readonly onClient: (payload: proto.IClientPayload) => void
  readonly onNode: (node: BinaryNode) => void
}

const EMPTY = Buffer.alloc(0)

export function serverNoise({ certificate, write, onClient, onNode }: ServerNoiseOptions): ServerNoise {
  const ephemeral = Curve.generateKeyPair()
  let hash: Buffer = Buffer.from(NOISE_MODE)
  let salt = hash
  let key = hash
  let counter = 0
  let sending: Transport | undefined
  let receiving: Transport | undefined
  let buffered: Buffer = EMPTY
  let step: 'intro' | 'hello' | 'finish' | 'open' = 'intro'

  const authenticate = (data: Uint8Array) => {
    hash = sha256(Buffer.concat([hash, data]))
  }
  const derive = (data: Uint8Array) => {
    const both = Buffer.from(hkdf(Buffer.from(data), 64, { salt, info: '' }))
    return [both.subarray(0, 32), both.subarray(32)] as const
  }
  const mix = (data: Uint8Array) => {
    const [next, made] = derive(data)
    salt = next
    key = made
    counter = 0
  }
  const encrypt = (data: Uint8Array) => {
    const result = aesEncryptGCM(data, key, nonce(counter++), hash)
    authenticate(result)
    return result
  }
  const decrypt = (data: Uint8Array) => {
    const result = aesDecryptGCM(data, key, nonce(counter++), hash)
    authenticate(data)
    return result
  }
  const frame = (data: Uint8Array) => {
    const { length } = data
    write(Buffer.concat([Buffer.of(length >>> 16, (length >>> 8) & 255, length & 255), data]))
  }

  const onFrame = async (data: Buffer): Promise<void> => {
    if (step === 'hello') {
      const { clientHello } = proto.HandshakeMessage.decode(data)
      const theirs = clientHello?.ephemeral ?? EMPTY
      authenticate(NOISE_WA_HEADER)
      authenticate(theirs)
      authenticate(ephemeral.public)
      mix(Curve.sharedKey(ephemeral.private, theirs))
      const fixed = encrypt(certificate.server.public)
      mix(Curve.sharedKey(certificate.server.private, theirs))
      const payload = encrypt(certificate.chain)
      step = 'finish'
      const serverHello = { ephemeral: ephemeral.public, static: fixed, payload }
      frame(proto.HandshakeMessage.encode({ serverHello }).finish())
      return
    }
    if (step === 'finish') {
      const { clientFinish } = proto.HandshakeMessage.decode(data)
      const theirs = decrypt(clientFinish?.static ?? EMPTY)
      mix(Curve.sharedKey(ephemeral.private, theirs))
      const payload = proto.ClientPayload.decode(decrypt(clientFinish?.payload ?? EMPTY))
      const [theirWrite, theirRead] = derive(EMPTY)
      sending = new Transport(theirRead)
      receiving = new Transport(theirWrite)
      step = 'open'
      onClient(payload)
      return
    }
    if (receiving !== undefined) onNode(await decodeBinaryNode(receiving.decrypt(data)))
  }

  return {
    async take(bytes) {
      buffered = Buffer.concat([buffered, bytes])
      if (step === 'intro') {
        // A client that was sent elsewhere before puts that way in front.
        const at = buffered.indexOf(NOISE_WA_HEADER)
        if (at < 0) return
        buffered = buffered.subarray(at + NOISE_WA_HEADER.length)
        step = 'hello'
      }
      while (buffered.length >= 3) {
        const end = 3 + buffered.readUIntBE(0, 3)
        if (buffered.length < end) return
        const data = buffered.subarray(3, end)
        buffered = buffered.subarray(end)
        await onFrame(data)
      }
    },
    send(node) {
      if (sending !== undefined) frame(sending.encrypt(encodeBinaryNode(node)))
    },
  }
}

class Transport {
  readonly #key: Buffer
  #counter = 0

  constructor(key: Buffer) {
    this.#key = key
  }

  encrypt(data: Uint8Array): Buffer {
    return aesEncryptGCM(data, this.#key, nonce(this.#counter++), EMPTY)
  }

  decrypt(data: Uint8Array): Buffer {
    return aesDecryptGCM(data, this.#key, nonce(this.#counter++), EMPTY)
  }
}

function nonce(counter: number): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32BE(counter, 8)
  return bytes
}
