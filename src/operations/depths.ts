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

/** How the alerts of the whole system stand. */
export interface AlertDepths {
  readonly open: readonly { readonly severity: string; readonly state: string; readonly count: number }[]
  /** Age of the oldest emergency that nobody has acknowledged; 0: there is none. */
  readonly oldestEmergencySeconds: number
  /** Alerts that no officer at all could be given. */
  readonly unreachable: number
  readonly lastDay: readonly { readonly what: string; readonly count: number }[]
}
