/**
 * Tests reach this machine and nothing else. A connection to any other host throws, and also fails the test when the
 * code under test swallows that.
 */
import { Socket } from 'node:net'
import { afterEach } from 'vitest'

const attempts: string[] = []
const connect = Socket.prototype.connect

Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  const host = hostOf(args)
  if (!isLocal(host)) {
    attempts.push(host)
    throw new Error(`A test tried to reach ${host}. Tests may only connect to this machine.`)
  }
  return Reflect.apply(connect, this, args)
} as typeof connect

afterEach(() => {
  const reached = attempts.splice(0)
  if (reached.length > 0) throw new Error(`The test tried to reach ${reached.join(', ')}.`)
})

/** `connect(port, host)`, `connect({ host, port })`, `connect(path)`; Node's own callers wrap the arguments in a list. */
function hostOf(args: readonly unknown[]): string {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as { host?: string; path?: string }
    return path === undefined ? (host ?? 'localhost') : 'localhost'
  }
  return typeof first === 'number' && typeof second === 'string' ? second : 'localhost'
}

function isLocal(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\..*|0\.0\.0\.0|::)$/.test(host)
}
