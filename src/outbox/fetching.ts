import type { ChannelName } from '../core/channel.ts'

/** Channels whose people fetch their answer themselves; nothing is sent to them. */
export const FETCHING_CHANNELS: readonly ChannelName[] = ['web', 'terminal']
