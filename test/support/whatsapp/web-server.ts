/**
 * WhatsApp Web on loopback, as far as a linked device sees it: the Noise handshake with a certificate of its own, linking
 * by picture, logging in, the questions Baileys asks, messages encrypted with Signal by phones that live here, receipts,
 * acks, and what was kept while the device was away.
 */
import type { AddressInfo } from 'node:net'
import {
  type BinaryNode,
  Curve,
  encodeBigEndian,
  getBinaryNodeChild,
  getBinaryNodeChildBuffer,
  getBinaryNodeChildren,
  hmacSign,
  jidDecode,
  type proto,
  proto as waProto,
} from '@whiskeysockets/baileys'
import { type WebSocket, WebSocketServer } from 'ws'
import { until } from '../until.ts'
import { type FilesServer, filesServer } from './files-server.ts'
import { type ServerNoise, serverNoise, type TestCertificate, testCertificate } from './noise.ts'
import { type Bundle, createPhone, type Device, type Phone } from './phone.ts'

export const BOT = { phone: '6281100000001', lid: '100000000000001', device: 7 } as const
const BOT_JID = `${BOT.phone}:${BOT.device}@s.whatsapp.net`
const BOT_LID = `${BOT.lid}:${BOT.device}@lid`

/** What the bot sent to somebody, opened by their phone. */
export interface Sent {
  readonly to: string
  readonly id: string
  readonly message: proto.IMessage
}

export interface WebServer {
  readonly url: string
  readonly certificate: TestCertificate
  /** Where phones put their pictures: the same host. */
  readonly files: FilesServer
  /** Nodes the device sent, in order, over all connections. */
  readonly nodes: readonly BinaryNode[]
  readonly sent: readonly Sent[]
  /** What broke here while the device talked to us. */
  readonly problems: readonly unknown[]
  readonly connections: number
  /** The most that were open at the same moment. */
  readonly mostAtOnce: number
  /** Versions of WhatsApp Web that devices said they are. */
  readonly versions: readonly string[]
  /** Devices that asked to be linked. */
  readonly registrations: number
  /** Receipts do not arrive while this is set. */
  holdReceipts: boolean
  /** Receipts that did not. */
  readonly held: number
  /** The device is logged in. */
  readonly online: boolean
  /** Ids of messages that the device has not confirmed. */
  readonly unconfirmed: readonly string[]
  /** Answers a sent message; by default with an ack. */
  onSent: (node: BinaryNode) => BinaryNode | undefined
  /** Somebody's phone scans the picture. */
  scan(qr: string): void
  person(phone: string, lid: string): Person
  send(node: BinaryNode): void
  /** The server ends the connection, saying why. */
  streamError(code: string, reason?: BinaryNode): void
  /** The connection breaks. */
  cut(): void
  close(): Promise<void>
}

export interface Person {
  readonly phone: string
  readonly lid: string
  /** Writes to the bot; gives the id. While the device is away it is kept. */
  write(message: proto.IMessage | string, changes?: WriteChanges): Promise<string>
  /** What the bot has written to them, as they read it. */
  read(): readonly proto.IMessage[]
}

export interface WriteChanges {
  readonly id?: string
  /** As the server names the sender: by the hidden number (as it does today) or by the open one. */
  readonly by?: 'lid' | 'phone'
  readonly attrs?: Readonly<Record<string, string>>
  /** Spoils the ciphertext. */
  readonly spoilt?: boolean
}

interface Session {
  readonly noise: ServerNoise
  readonly socket: WebSocket
  loggedIn: boolean
}

let people = 0

export async function startWebServer(certificate = testCertificate()): Promise<WebServer> {
  const files = filesServer()
  const server = new WebSocketServer({ server: files.http })
  await new Promise<void>((resolve) => files.http.listen(0, '127.0.0.1', resolve))
  const nodes: BinaryNode[] = []
  const sent: Sent[] = []
  const versions: string[] = []
  const phones = new Map<string, Phone>()
  const kept: { readonly id: string; readonly node: BinaryNode }[] = []
  const problems: unknown[] = []
  const owner = createPhone(BOT.phone, BOT.lid)
  let bundle: Bundle | undefined
  let current: Session | undefined
  let connections = 0
  let count = 0
  let registrations = 0
  let open = 0
  let mostAtOnce = 0
  let held = 0
  let deviceIdentity: Uint8Array | undefined

  const send = (node: BinaryNode) => current?.noise.send(node)
  const self: Device = { user: BOT.phone, device: BOT.device }

  const onClient = (session: Session, payload: proto.IClientPayload) => {
    current = session
    const { primary, secondary, tertiary } = payload.userAgent?.appVersion ?? {}
    versions.push([primary, secondary, tertiary].join('.'))
    if (payload.username == null) {
      registrations += 1
      deviceIdentity = payload.devicePairingData?.eIdent ?? undefined
      const refs = ['ref-a', 'ref-b', 'ref-c'].map((ref) => ({
        tag: 'ref',
        attrs: {},
        content: Buffer.from(ref),
      }))
      return send(iq('set', { id: 'pair', xmlns: 'md' }, [{ tag: 'pair-device', attrs: {}, content: refs }]))
    }
    session.loggedIn = true
    send({ tag: 'success', attrs: { t: seconds(), lid: BOT_LID } })
  }

  const offline = () => {
    for (const { node } of kept) send({ ...node, attrs: { ...node.attrs, offline: '1' } })
    send({
      tag: 'ib',
      attrs: {},
      content: [{ tag: 'offline', attrs: { count: String(kept.length) } }],
    })
  }

  const onNode = async (node: BinaryNode): Promise<void> => {
    nodes.push(node)
    const { tag, attrs } = node
    if (tag === 'iq') onQuestion(node)
    if (tag === 'receipt' && web.holdReceipts) {
      held += 1
      return
    }
    if (tag === 'receipt' || (tag === 'ack' && attrs.class === 'message')) {
      const at = kept.findIndex(({ id }) => id === attrs.id)
      // A receipt that asks for the message once more confirms nothing.
      if (at >= 0 && attrs.type !== 'retry') kept.splice(at, 1)
      if (tag === 'receipt')
        send({ tag: 'ack', attrs: { class: 'receipt', id: attrs.id ?? '', from: attrs.to ?? '' } })
    }
    if (tag === 'message') {
      for (const one of await openAll(node)) sent.push(one)
      const answer = web.onSent(node)
      if (answer !== undefined) send(answer)
    }
  }

  const onQuestion = (node: BinaryNode): void => {
    const { id = '', xmlns = '', type = '' } = node.attrs
    if (type === 'result') return
    const [question] = Array.isArray(node.content) ? node.content : []
    if (xmlns === 'encrypt' && type === 'set') bundle = readBundle(node) ?? bundle
    const asked = `${xmlns} ${question?.tag ?? ''}`
    send(iq('result', { id }, answerTo(asked, node, question)))
    if (asked === 'passive active') offline()
  }

  const answerTo = (asked: string, node: BinaryNode, question: BinaryNode | undefined): BinaryNode[] => {
    switch (asked) {
      case 'encrypt count':
        return [{ tag: 'count', attrs: { value: String(bundle?.preKeys.length ?? 0) } }]
      case 'encrypt digest':
        return [{ tag: 'digest', attrs: {} }]
      case 'encrypt key':
        return [{ tag: 'list', attrs: {}, content: getBinaryNodeChildren(question, 'user').map(keysOf) }]
      case 'usync usync':
        return [{ tag: 'usync', attrs: {}, content: [{ tag: 'list', attrs: {}, content: devicesIn(node) }] }]
      case 'abt props':
        return [{ tag: 'props', attrs: {}, content: [] }]
      case 'privacy privacy':
        return [{ tag: 'privacy', attrs: {}, content: [] }]
      default:
        return []
    }
  }

  const phoneOf = (jid: string): Phone | undefined => {
    const user = jidDecode(jid)?.user ?? ''
    return user === BOT.phone || user === BOT.lid ? owner : phones.get(user)
  }
  const keysOf = ({ attrs }: BinaryNode): BinaryNode => {
    const jid = attrs.jid ?? ''
    const keys = phoneOf(jid)?.bundle
    if (keys === undefined) return { tag: 'user', attrs: { jid }, content: [] }
    const [preKey] = keys.preKeys
    return {
      tag: 'user',
      attrs: { jid },
      content: [
        { tag: 'registration', attrs: {}, content: encodeBigEndian(keys.registrationId) },
        { tag: 'identity', attrs: {}, content: keys.identity },
        keyNode('skey', keys.signed),
        ...(preKey === undefined ? [] : [keyNode('key', preKey)]),
      ],
    }
  }
  const devicesIn = (node: BinaryNode): BinaryNode[] => {
    const usync = getBinaryNodeChild(node, 'usync')
    const users = getBinaryNodeChildren(getBinaryNodeChild(usync, 'list'), 'user')
    return users.map(({ attrs }) => {
      const jid = attrs.jid ?? ''
      const ours = jidDecode(jid)?.user === BOT.phone || jidDecode(jid)?.user === BOT.lid
      const device = (id: number): BinaryNode => ({
        tag: 'device',
        attrs: { id: String(id), ...(id === 0 ? {} : { 'key-index': '1' }) },
      })
      const list = ours ? [device(0), device(BOT.device)] : [device(0)]
      return {
        tag: 'user',
        attrs: { jid },
        content: [{ tag: 'devices', attrs: {}, content: [{ tag: 'device-list', attrs: {}, content: list }] }],
      }
    })
  }
  /** Everything in a message that is for a phone of ours, opened by that phone. */
  const openAll = async (node: BinaryNode): Promise<Sent[]> => {
    const { id = '', to = '' } = node.attrs
    const each = getBinaryNodeChildren(getBinaryNodeChild(node, 'participants'), 'to').map((one) => ({
      jid: one.attrs.jid ?? '',
      enc: getBinaryNodeChild(one, 'enc'),
    }))
    const direct = getBinaryNodeChild(node, 'enc')
    if (direct !== undefined) each.push({ jid: to, enc: direct })
    const opened: Sent[] = []
    for (const { jid, enc } of each) {
      const phone = phoneOf(jid)
      if (phone === undefined || phone === owner || enc === undefined) continue
      opened.push({ to: phone.phone, id, message: await phone.decrypt(enc, self) })
    }
    return opened
  }

  server.on('connection', (socket: WebSocket) => {
    connections += 1
    open += 1
    mostAtOnce = Math.max(mostAtOnce, open)
    const session: Session = {
      socket,
      loggedIn: false,
      noise: serverNoise({
        certificate,
        write: (bytes) => socket.send(bytes),
        onClient: (payload) => onClient(session, payload),
        onNode: (node) => void onNode(node).catch((error: unknown) => void problems.push(error)),
      }),
    }
    let last = Promise.resolve()
    socket.on('message', (bytes: Buffer) => {
      last = last.then(() => session.noise.take(bytes)).catch((error: unknown) => void problems.push(error))
    })
    socket.on('close', () => {
      open -= 1
      if (current === session) current = undefined
    })
  })

  const web: WebServer = {
    url: `ws://127.0.0.1:${(files.http.address() as AddressInfo).port}/ws/chat`,
    certificate,
    files,
    nodes,
    sent,
    problems,
    versions,
    get connections() {
      return connections
    },
    get mostAtOnce() {
      return mostAtOnce
    },
    get registrations() {
      return registrations
    },
    holdReceipts: false,
    get held() {
      return held
    },
    get online() {
      return current?.loggedIn === true
    },
    get unconfirmed() {
      return kept.map(({ id }) => id)
    },
    onSent: ({ attrs }) => ({
      tag: 'ack',
      attrs: { class: 'message', id: attrs.id ?? '', from: attrs.to ?? '', t: seconds() },
    }),
    scan(qr) {
      const secret = qr.split(',').at(3) ?? ''
      const account = Curve.generateKeyPair()
      const identity = deviceIdentity
      if (identity === undefined) throw new Error('No device asks to be linked.')
      const details = waProto.ADVDeviceIdentity.encode({ rawId: 1, timestamp: 1, keyIndex: 1 }).finish()
      const signed = Buffer.concat([Buffer.from([6, 0]), details, identity])
      const inner = waProto.ADVSignedDeviceIdentity.encode({
        details,
        accountSignatureKey: account.public,
        accountSignature: Curve.sign(account.private, signed),
      }).finish()
      const outer = waProto.ADVSignedDeviceIdentityHMAC.encode({
        details: inner,
        hmac: hmacSign(inner, Buffer.from(secret, 'base64')),
      }).finish()
      const success: BinaryNode = {
        tag: 'pair-success',
        attrs: {},
        content: [
          { tag: 'device-identity', attrs: {}, content: outer },
          { tag: 'device', attrs: { jid: BOT_JID, lid: BOT_LID } },
          { tag: 'platform', attrs: { name: 'android' } },
        ],
      }
      send(iq('set', { id: 'paired', t: seconds() }, [success]))
      // The device signs and sends that back; then the server begins anew with it.
      until('the device has signed', () => nodes.some(({ attrs }) => attrs.id === 'paired')).then(
        () => web.streamError('515'),
        (error: unknown) => void problems.push(error),
      )
    },
    person(phone, lid) {
      const device = createPhone(phone, lid)
      phones.set(phone, device)
      phones.set(lid, device)
      people += 1
      return {
        phone,
        lid,
        async write(said, { id, by = 'lid', attrs = {}, spoilt = false } = {}) {
          count += 1
          const messageId = id ?? `3A${String(people).padStart(4, '0')}${String(count).padStart(14, '0')}`
          const message = typeof said === 'string' ? { conversation: said } : said
          const enc = await device.encrypt(message, self, () => {
            if (bundle === undefined) throw new Error('The bot has given no keys yet.')
            return bundle
          })
          const who =
            by === 'lid'
              ? {
                  from: `${lid}@lid`,
                  sender_pn: `${phone}@s.whatsapp.net`,
                  addressing_mode: 'lid',
                }
              : { from: `${phone}@s.whatsapp.net`, sender_lid: `${lid}@lid`, addressing_mode: 'pn' }
          if (spoilt) (enc.content as Buffer).writeUInt8(0, (enc.content as Buffer).length - 12)
          const node: BinaryNode = {
            tag: 'message',
            attrs: { ...who, id: messageId, type: 'text', t: seconds(), notify: 'Siti', ...attrs },
            content: [enc],
          }
          kept.push({ id: messageId, node })
          if (current?.loggedIn === true) send(node)
          return messageId
        },
        read: () => sent.filter(({ to }) => to === phone).map(({ message }) => message),
      }
    },
    send,
    streamError(code, reason) {
      send({
        tag: 'stream:error',
        attrs: { code },
        ...(reason === undefined ? {} : { content: [reason] }),
      })
    },
    cut: () => current?.socket.terminate(),
    async close() {
      current?.socket.terminate()
      await new Promise<void>((resolve) => server.close(resolve))
      files.http.closeAllConnections()
      await new Promise((resolve) => files.http.close(resolve))
    },
  }
  return web
}

function iq(type: string, attrs: Record<string, string>, content: BinaryNode[]): BinaryNode {
  return { tag: 'iq', attrs: { from: 's.whatsapp.net', type, ...attrs }, content }
}

function keyNode(
  tag: string,
  key: { readonly keyId: number; readonly publicKey: Uint8Array; readonly signature?: Uint8Array },
): BinaryNode {
  return {
    tag,
    attrs: {},
    content: [
      { tag: 'id', attrs: {}, content: encodeBigEndian(key.keyId, 3) },
      { tag: 'value', attrs: {}, content: key.publicKey },
      ...(key.signature === undefined ? [] : [{ tag: 'signature', attrs: {}, content: key.signature }]),
    ],
  }
}

function readBundle(node: BinaryNode): Bundle | undefined {
  const signed = getBinaryNodeChild(node, 'skey')
  const identity = getBinaryNodeChildBuffer(node, 'identity')
  const registration = getBinaryNodeChildBuffer(node, 'registration')
  if (signed === undefined || identity === undefined || registration === undefined) return undefined
  const keyOf = (one: BinaryNode) => ({
    keyId: Buffer.from(getBinaryNodeChildBuffer(one, 'id') ?? []).readUIntBE(0, 3),
    publicKey: getBinaryNodeChildBuffer(one, 'value') ?? new Uint8Array(),
  })
  return {
    registrationId: Buffer.from(registration).readUInt32BE(0),
    identity,
    signed: {
      ...keyOf(signed),
      signature: getBinaryNodeChildBuffer(signed, 'signature') ?? new Uint8Array(),
    },
    preKeys: getBinaryNodeChildren(getBinaryNodeChild(node, 'list'), 'key').map(keyOf),
  }
}

function seconds(): string {
  return String(Math.floor(Date.now() / 1_000))
}
