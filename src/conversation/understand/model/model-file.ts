import { BUCKETS, type Rarity } from './features.ts'
import { LinearModel } from './linear-model.ts'
import type { NeighbourData } from './neighbours.ts'

/** The linear models the reader needs. */
export const MODEL_NAMES = ['topic', 'danger', 'language'] as const
export type ModelName = (typeof MODEL_NAMES)[number]

/** Everything learnt from the phrases, in one file. */
export interface Models {
  readonly linear: Readonly<Record<ModelName, LinearModel>>
  /** Rarity for topic and danger; the language model counts all features alike. */
  readonly rarity: Rarity
  readonly neighbours: NeighbourData
}

interface Header {
  readonly buckets: number
  readonly models: readonly {
    readonly name: ModelName
    readonly labels: readonly string[]
    readonly scale: number
  }[]
  readonly phrases: number
  readonly entries: number
}

/**
 * Layout: header length (uint32 LE), header JSON padded with spaces to a multiple of four, then arrays one after the other:
 * rarity (float32), per model its biases (float32), neighbour starts (int32), neighbour phrases (uint16), neighbour weights and
 * labels (uint8), per model its weights (int8 times the model's scale). Byte for byte the same for the same phrases; little
 * endian, as every machine Node 20 runs on is.
 */
export function writeModels({ linear, rarity, neighbours }: Models): Uint8Array {
  const models = MODEL_NAMES.map((name) => ({
    name,
    labels: linear[name].labels,
    scale: scaleOf(linear[name]),
  }))
  const header: Header = {
    buckets: BUCKETS,
    models,
    phrases: neighbours.labels.length,
    entries: neighbours.phrases.length,
  }
  const text = JSON.stringify(header)
  const head = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 4) * 4))
  const length = new Uint8Array(new Uint32Array([head.length]).buffer)
  const packed = MODEL_NAMES.map((name, index) => pack(linear[name], models[index]?.scale ?? 1))
  const arrays: ArrayBufferView[] = [
    length,
    head,
    rarity,
    ...MODEL_NAMES.map((name) => linear[name].bias),
    neighbours.starts,
    neighbours.phrases,
    neighbours.weights,
    neighbours.labels,
    ...packed,
  ]
  const bytes = new Uint8Array(arrays.reduce((sum, array) => sum + array.byteLength, 0))
  let at = 0
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += array.byteLength
  }
  return bytes
}

/** Reads what `writeModels` wrote. Throws when the file is cut short or was made for another number of buckets. */
export function readModels(file: Uint8Array): Models {
  // A copy starts at a multiple of eight, as typed arrays demand.
  const bytes = file.slice()
  const headLength = new DataView(bytes.buffer).getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength))) as Header
  if (header.buckets !== BUCKETS) {
    throw new Error(
      `The model file has ${header.buckets} buckets, the program expects ${BUCKETS}; run npm run model.`,
    )
  }
  let at = 4 + headLength
  const take = <T>(
    make: new (buffer: ArrayBuffer, offset: number, length: number) => T,
    size: number,
    count: number,
  ): T => {
    if (at + size * count > bytes.length) throw new Error('The model file is cut short; run npm run model.')
    const array = new make(bytes.buffer, at, count)
    at += size * count
    return array
  }
  const rarity = take(Float32Array, 4, BUCKETS)
  const biases = header.models.map(({ labels }) => take(Float32Array, 4, labels.length))
  const neighbours: NeighbourData = {
    starts: take(Int32Array, 4, BUCKETS + 1),
    phrases: take(Uint16Array, 2, header.entries),
    weights: take(Uint8Array, 1, header.entries),
    labels: take(Uint8Array, 1, header.phrases),
  }
  const linear = Object.fromEntries(
    header.models.map(({ name, labels, scale }, index) => {
      const weights = take(Int8Array, 1, labels.length * BUCKETS)
      return [name, new LinearModel(labels, weights, biases[index] ?? new Float32Array(labels.length), scale)]
    }),
  ) as Record<ModelName, LinearModel>
  return { linear, rarity, neighbours }
}

function pack(model: LinearModel, scale: number): Int8Array {
  const packed = new Int8Array(model.weights.length)
  for (let i = 0; i < packed.length; i++) {
    packed[i] = Math.max(-127, Math.min(127, Math.round((model.weights[i] as number) / scale)))
  }
  return packed
}

/** The largest weight becomes 127. Rounded to a float32 so that the JSON text of it is the same everywhere. */
function scaleOf({ weights }: LinearModel): number {
  let most = 0
  for (const value of weights) most = Math.max(most, Math.abs(value))
  return Math.fround(most === 0 ? 1 : most / 127)
}
