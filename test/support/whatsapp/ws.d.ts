/** What we use of the package that Baileys connects with; it brings no types. */
declare module 'ws' {
  import type { EventEmitter } from 'node:events'
  import type { Server } from 'node:http'

  export class WebSocket extends EventEmitter {
    send(data: Uint8Array): void
    close(): void
    terminate(): void
    readonly readyState: number
  }
  export class WebSocketServer extends EventEmitter {
    constructor(options: { readonly server: Server })
    close(done: () => void): void
  }
}
