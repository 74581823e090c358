/**
 * Where a linked device keeps what it must never lose: its credentials and the keys of its conversations. The host
 * implements it; texts come in as JSON and are sealed there.
 */
export interface AuthStore {
  /** Takes the device over: writes of whoever had it before are refused from now on. */
  take(): Promise<HeldAuth>
}

export interface HeldAuth {
  credentials(): Promise<string | undefined>
  read(kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Contents of all entries of a kind, oldest first. */
  all(kind: string): Promise<readonly string[]>
  /** All of it durable in one transaction, or nothing. `lost`: somebody else has taken the device over. */
  write(change: AuthChange): Promise<'written' | 'lost'>
  /** The device was removed on the phone: nothing of it is of use any more. */
  clear(): Promise<'written' | 'lost'>
}

export interface AuthChange {
  readonly credentials?: string
  readonly entries: readonly AuthEntry[]
}

/** A null content deletes. */
export interface AuthEntry {
  readonly kind: string
  readonly id: string
  readonly content: string | null
}
