import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export interface WebServer {
  /** Where it listens, for people: `http://127.0.0.1:3000`. */
  readonly url: string
  /** Takes no new requests, lets those under way finish, and then closes. */
  close(): Promise<void>
}

const REQUEST_TIMEOUT_MS = 30_000
/** A request still under way after this is cut off: a stop must end. */
const FINISH_WITHIN_MS = 3_000

/** Listens. Rejects with one clear sentence when the port cannot be had. */
export function serveWeb(app: Hono, { host, port }: { host: string; port: number }): Promise<WebServer> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        hostname: host,
        port,
        serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS },
      },
      (info) => {
        server.off('error', onError)
        resolve({ url: urlOf(host, info.port), close: () => close(server as Server) })
      },
    )
    const onError = (cause: NodeJS.ErrnoException) =>
      reject(new Error(reasonOf(cause, host, port), { cause }))
    server.once('error', onError)
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS)
    server.close(() => {
      clearTimeout(cutOff)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function urlOf(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

function reasonOf({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another program. Stop it, or set PORT to another number.`
    case 'EACCES':
      return `Port ${port} needs more rights than this user has. Set PORT to a number above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${host} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.`
    default:
      return `The web page could not listen on ${host}:${port}: ${message}`
  }
}
