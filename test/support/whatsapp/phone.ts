import {
  type BinaryNode,
  Curve,
  encodeWAMessage,
  generateSignalPubKey,
  type KeyPair,
  proto,
  type SignedKeyPair,
  signedKeyPair,
  unpadRandomMax16,
} from '@whiskeysockets/baileys'
import * as libsignal from 'libsignal'

/** Public keys by which somebody can begin to write to a device. */
export interface Bundle {
  readonly registrationId: number
  readonly identity: Uint8Array
  readonly signed: { readonly keyId: number; readonly publicKey: Uint8Array; readonly signature: Uint8Array }
  /** Used once. */
  readonly preKeys: { readonly keyId: number; readonly publicKey: Uint8Array }[]
}

/** A person's phone, with Signal of its own. */
export interface Phone {
  readonly phone: string
  readonly lid: string
  readonly bundle: Bundle
  /** Begins a session, also where there is one. */
  begin(to: Device, bundle: () => Bundle): Promise<void>
  encrypt(message: proto.IMessage, to: Device, bundle: () => Bundle): Promise<BinaryNode>
  decrypt(node: BinaryNode, from: Device): Promise<proto.IMessage>
}

export interface Device {
  readonly user: string
  readonly device: number
}

export function createPhone(phone: string, lid: string): Phone {
  const identity: KeyPair = Curve.generateKeyPair()
  const signed: SignedKeyPair = signedKeyPair(identity, 1)
  const preKeys = new Map(Array.from({ length: 50 }, (_, id) => [id + 1, Curve.generateKeyPair()] as const))
  const sessions = new Map<string, Uint8Array>()
  const registrationId = 1_000 + (Number(phone) % 10_000)
  const pair = ({ public: pubKey, private: privKey }: KeyPair) => ({
    privKey: Buffer.from(privKey),
    pubKey: Buffer.from(generateSignalPubKey(pubKey)),
  })
  const storage: libsignal.SignalStorage = {
    async loadSession(id) {
      const stored = sessions.get(id)
      return stored === undefined ? undefined : libsignal.SessionRecord.deserialize(stored)
    },
    async storeSession(id, session) {
      sessions.set(id, session.serialize())
    },
    isTrustedIdentity: () => true,
    async loadPreKey(id) {
      const found = preKeys.get(Number(id))
      return found === undefined ? undefined : pair(found)
    },
    removePreKey: (id) => void preKeys.delete(id),
    loadSignedPreKey: () => pair(signed.keyPair),
    getOurRegistrationId: () => registrationId,
    getOurIdentity: () => pair(identity),
  }
  const addressOf = ({ user, device }: Device) => new libsignal.ProtocolAddress(user, device)

  const begin = async (to: Device, bundle: () => Bundle): Promise<void> => {
    const { registrationId: theirs, identity: identityKey, signed: signedPreKey, preKeys: left } = bundle()
    const preKey = left.shift()
    if (preKey === undefined) throw new Error('There are no keys left.')
    await new libsignal.SessionBuilder(storage, addressOf(to)).initOutgoing({
      registrationId: theirs,
      identityKey: generateSignalPubKey(identityKey),
      signedPreKey: { ...signedPreKey, publicKey: generateSignalPubKey(signedPreKey.publicKey) },
      preKey: { ...preKey, publicKey: generateSignalPubKey(preKey.publicKey) },
    })
  }

  return {
    phone,
    lid,
    bundle: {
      registrationId,
      identity: identity.public,
      signed: { keyId: 1, publicKey: signed.keyPair.public, signature: signed.signature },
      preKeys: [...preKeys].map(([keyId, { public: publicKey }]) => ({ keyId, publicKey })),
    },
    begin,
    async encrypt(message, to, bundle) {
      const address = addressOf(to)
      if (!sessions.has(address.toString())) await begin(to, bundle)
      const { type, body } = await new libsignal.SessionCipher(storage, address).encrypt(
        encodeWAMessage(message),
      )
      return {
        tag: 'enc',
        attrs: { v: '2', type: type === 3 ? 'pkmsg' : 'msg' },
        content: Buffer.from(body, 'binary'),
      }
    },
    async decrypt({ attrs, content }, from) {
      const cipher = new libsignal.SessionCipher(storage, addressOf(from))
      const bytes = content as Uint8Array
      const opened =
        attrs.type === 'pkmsg'
          ? await cipher.decryptPreKeyWhisperMessage(bytes)
          : await cipher.decryptWhisperMessage(bytes)
      return proto.Message.decode(unpadRandomMax16(opened))
    },
  }
}
