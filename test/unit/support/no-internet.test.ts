import { createServer, Socket } from 'node:net'
import { it } from 'vitest'

it('lets a test reach this machine', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  const socket = new Socket()
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.connect(address.port, '127.0.0.1', resolve)
  })
  socket.destroy()
  await new Promise((resolve) => server.close(resolve))
})

// The attempt itself fails the test it is made in, so the marker `fails` is the assertion.
it.fails('fails a test that reaches further, even when the error is swallowed', async () => {
  await fetch('https://example.org/').catch(() => undefined)
})
