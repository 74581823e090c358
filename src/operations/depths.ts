/** How much waits in the whole system, whatever the number of processes. */
export interface QueueDepths {
  readonly inbox: { readonly waiting: number; readonly oldestSeconds: number; readonly parked: number }
  readonly outbox: readonly {
    readonly channel: string
    readonly priority: number
    readonly waiting: number
    readonly oldestSeconds: number
  }[]
}
