import { resolve } from 'node:path'
import { z } from 'zod'

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'expected a whole number')
  .transform(Number)
  .refine((value) => value <= 65_535, 'expected at most 65535')

const postgresUrl = z.string().refine((value) => {
  const protocol = URL.canParse(value) ? new URL(value).protocol : ''
  return protocol === 'postgres:' || protocol === 'postgresql:'
}, 'expected postgresql://user:password@host:5432/name')

const httpUrl = z.string().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/'
}, 'expected an address like https://tanya.example.go.id, without a path')

/** What a process does. One that does everything is the default; more of them share the work on one PostgreSQL. */
export const ROLES = ['web', 'worker', 'telegram', 'whatsapp', 'officers'] as const
export type Role = (typeof ROLES)[number]

const roles = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .pipe(z.array(z.enum(ROLES, { error: `expected some of ${ROLES.join(', ')}, separated by commas` })).min(1))

const dataKeys = z
  .string()
  .refine(
    (value) => value.split(',').every((part) => Buffer.from(part.trim(), 'base64').length === 32),
    'expected 32 bytes in base64: openssl rand -base64 32',
  )

const days = z
  .string()
  .regex(
    /^([1-9]|[1-8]\d|90)$/,
    'expected a whole number of days from 1 to 90, the longest that people are told (privacy.stored)',
  )
  .transform(Number)

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'expected a whole number')
    .transform(Number)
    .refine((value) => value >= from && value <= to, `expected a whole number from ${from} to ${to}`)

/** A bot's token from @BotFather; what stands before the colon is the bot's public number. */
const botToken = z.string().regex(/^\d{1,20}:[\w-]+$/, 'expected a token like 123456:ABC-DEF')

const apiRoot = z.string().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return url !== undefined && /^https?:$/.test(url.protocol) && !value.endsWith('/')
}, 'expected an address like https://api.telegram.org, without a slash at the end')

/** Where the app takes what Telegram posts. */
export const TELEGRAM_WEBHOOK_PATH = '/telegram/webhook'

const webhookUrl = z.string().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return url !== undefined && /^https?:$/.test(url.protocol) && url.pathname.endsWith(TELEGRAM_WEBHOOK_PATH)
}, `expected an address like https://tanya.example.go.id${TELEGRAM_WEBHOOK_PATH}`)

/** Where the app takes what Meta posts: the callback address in the app's dashboard. */
export const WHATSAPP_WEBHOOK_PATH = '/whatsapp/webhook'

const template = z
  .string()
  .regex(/^[a-z0-9_]{1,512}(:[a-z]{2,3}(_[A-Z]{2})?)?$/, 'expected a name like case_alert, or case_alert:en')

/** Where a linked device is linked, on this machine alone. */
export const WHATSAPP_PAIRING_PATH = '/whatsapp/pair'

/** Every setting, with what holds when it is not set. `.env.example` explains them and is kept in step by a test. */
const ENVIRONMENT = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: httpUrl.optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATA_DIR: z.string().default('.data'),
  DATA_KEY: dataKeys.optional(),
  RETENTION_DAYS: days.default(90),
  ALERT_EMERGENCY_MINUTES: wholeNumber(1, 1_440).default(10),
  ALERT_URGENT_HOURS: wholeNumber(1, 168).default(4),
  ROLES: roles.default([...ROLES]),
  METRICS_TOKEN: z.string().min(16, 'expected at least 16 characters').optional(),
  TELEGRAM_BOT_TOKEN: botToken.optional(),
  TELEGRAM_MODE: z.enum(['polling', 'webhook'], { error: 'expected polling or webhook' }).default('polling'),
  TELEGRAM_WEBHOOK_URL: webhookUrl.optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'expected 16 to 256 letters, digits, _ or -')
    .optional(),
  TELEGRAM_API_ROOT: apiRoot.optional(),
  OFFICER_BOT_TOKEN: botToken.optional(),
  OFFICER_API_ROOT: apiRoot.optional(),
  WHATSAPP_CLOUD_TOKEN: z
    .string()
    .regex(/^\S{8,}$/, 'expected a token without spaces')
    .optional(),
  WHATSAPP_CLOUD_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d{5,25}$/, 'expected the id of the number, digits only')
    .optional(),
  WHATSAPP_CLOUD_APP_SECRET: z
    .string()
    .regex(/^\S{8,}$/, 'expected a secret without spaces')
    .optional(),
  WHATSAPP_CLOUD_VERIFY_TOKEN: z.string().min(8, 'expected at least 8 characters').optional(),
  WHATSAPP_CLOUD_TEMPLATE_ALERT: template.optional(),
  WHATSAPP_CLOUD_TEMPLATE_REMINDER: template.optional(),
  WHATSAPP_CLOUD_API_ROOT: apiRoot.optional(),
  WHATSAPP_BAILEYS: z.enum(['on', 'off'], { error: 'expected on or off' }).default('off'),
  WHATSAPP_PAIRING_NUMBER: z
    .string()
    .regex(/^[1-9]\d{6,14}$/, 'expected digits with the country code, like 6281234567890')
    .optional(),
  WHATSAPP_WEB_URL: z
    .string()
    .regex(/^wss?:\/\/\S+$/, 'expected an address like wss://web.whatsapp.com/ws/chat')
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `expected one of ${LOG_LEVELS.join(', ')}` }).default('info'),
})

export const SETTINGS: readonly string[] = Object.keys(ENVIRONMENT.shape)

/** The citizens' bot. */
export interface TelegramConfig {
  readonly token: string
  readonly apiRoot: string | undefined
  /** Where Telegram posts to; undefined: we poll. */
  readonly webhook: { readonly url: string; readonly secret: string | undefined } | undefined
}

/** The officers' bot: another than the citizens' one. It polls. */
export interface OfficerBotConfig {
  readonly token: string
  readonly apiRoot: string | undefined
}

/** One number of WhatsApp's Cloud API. */
export interface WhatsAppCloudConfig {
  readonly token: string
  readonly phoneNumberId: string
  readonly appSecret: string
  readonly verifyToken: string
  readonly apiRoot: string | undefined
  /** Approved messages for who has not written for a day: `name` or `name:language`. */
  readonly templates: { readonly alert: string | undefined; readonly reminder: string | undefined }
}

/** WhatsApp as a linked device of a phone. */
export interface WhatsAppBaileysConfig {
  /** Links by a code for this number, instead of by a picture. */
  readonly pairingNumber: string | undefined
  readonly url: string | undefined
}

export interface Config {
  readonly host: string
  /** 0 lets the system choose a free one. */
  readonly port: number
  /** The address people use, when it is not host and port: behind a proxy. */
  readonly publicUrl: string | undefined
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  /** Newest first, separated by commas; undefined: a key is made and kept in the data folder. */
  readonly dataKey: string | undefined
  readonly retentionDays: number
  /** How long officers have before the next level is asked. */
  readonly alertTimes: { readonly emergencyMs: number; readonly urgentMs: number }
  readonly roles: readonly Role[]
  /** Who shows it may read /metrics from elsewhere. */
  readonly metricsToken: string | undefined
  /** Undefined: no bot. */
  readonly telegram: TelegramConfig | undefined
  /** Undefined: no bot for officers. */
  readonly officerBot: OfficerBotConfig | undefined
  /** Undefined: no number at Meta. */
  readonly whatsappCloud: WhatsAppCloudConfig | undefined
  /** Undefined: no linked device. */
  readonly whatsappBaileys: WhatsAppBaileysConfig | undefined
  readonly logLevel: (typeof LOG_LEVELS)[number]
}

/** Names every setting that is wrong, so that one start is enough to mend them all. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The settings have ${problems.length} problem(s):\n${problems.map((one) => `  ${one}`).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/** Values that may hold a password are never repeated in a message. */
const SECRET = new Set([
  'DATABASE_URL',
  'DATA_KEY',
  'METRICS_TOKEN',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'OFFICER_BOT_TOKEN',
  'WHATSAPP_CLOUD_TOKEN',
  'WHATSAPP_CLOUD_APP_SECRET',
  'WHATSAPP_CLOUD_VERIFY_TOKEN',
])

/** Reads the settings. An empty value counts as not set: that is what `KEY=` in an .env file means. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    SETTINGS.map((name) => [name, environment[name]?.trim()]).filter(([, value]) => value !== ''),
  )
  const parsed = ENVIRONMENT.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => {
        const name = String(path[0])
        const shown = SECRET.has(name) ? 'the value' : JSON.stringify(given[name])
        return `${name}: ${shown} is not valid; ${message}.`
      }),
    )
  }
  const { HOST, PORT, PUBLIC_URL, DATABASE_URL, DATA_DIR, LOG_LEVEL } = parsed.data
  const { DATA_KEY, RETENTION_DAYS, METRICS_TOKEN } = parsed.data
  return Object.freeze({
    host: HOST,
    port: PORT,
    publicUrl: PUBLIC_URL?.replace(/\/$/, ''),
    databaseUrl: DATABASE_URL,
    dataDir: resolve(DATA_DIR),
    dataKey: DATA_KEY,
    retentionDays: RETENTION_DAYS,
    alertTimes: {
      emergencyMs: parsed.data.ALERT_EMERGENCY_MINUTES * 60_000,
      urgentMs: parsed.data.ALERT_URGENT_HOURS * 3_600_000,
    },
    roles: parsed.data.ROLES,
    metricsToken: METRICS_TOKEN,
    telegram: telegramConfig(parsed.data),
    officerBot: officerBotConfig(parsed.data),
    whatsappCloud: whatsappCloudConfig(parsed.data),
    whatsappBaileys:
      parsed.data.WHATSAPP_BAILEYS === 'off'
        ? undefined
        : { pairingNumber: parsed.data.WHATSAPP_PAIRING_NUMBER, url: parsed.data.WHATSAPP_WEB_URL },
    logLevel: LOG_LEVEL,
  })
}

function telegramConfig(environment: z.output<typeof ENVIRONMENT>): TelegramConfig | undefined {
  const { TELEGRAM_BOT_TOKEN, TELEGRAM_MODE, TELEGRAM_API_ROOT, PUBLIC_URL } = environment
  if (TELEGRAM_BOT_TOKEN === undefined) return undefined
  const common = { token: TELEGRAM_BOT_TOKEN, apiRoot: TELEGRAM_API_ROOT }
  if (TELEGRAM_MODE === 'polling') return { ...common, webhook: undefined }
  const ours = PUBLIC_URL === undefined ? undefined : PUBLIC_URL.replace(/\/$/, '') + TELEGRAM_WEBHOOK_PATH
  const url = environment.TELEGRAM_WEBHOOK_URL ?? ours
  if (url === undefined)
    throw new ConfigError([
      'TELEGRAM_WEBHOOK_URL: is not set; TELEGRAM_MODE=webhook needs it, or PUBLIC_URL.',
    ])
  return { ...common, webhook: { url, secret: environment.TELEGRAM_WEBHOOK_SECRET } }
}

/** Two pollers of one token take each other's updates away, and citizens would meet the officers' bot. */
function officerBotConfig(environment: z.output<typeof ENVIRONMENT>): OfficerBotConfig | undefined {
  const { OFFICER_BOT_TOKEN: token, TELEGRAM_BOT_TOKEN: citizens, OFFICER_API_ROOT: apiRoot } = environment
  if (token === undefined) return undefined
  if (token.split(':')[0] === citizens?.split(':')[0])
    throw new ConfigError([
      'OFFICER_BOT_TOKEN: is the bot of TELEGRAM_BOT_TOKEN; officers need one of their own.',
    ])
  return { token, apiRoot }
}

function whatsappCloudConfig(environment: z.output<typeof ENVIRONMENT>): WhatsAppCloudConfig | undefined {
  const needed = {
    WHATSAPP_CLOUD_TOKEN: environment.WHATSAPP_CLOUD_TOKEN,
    WHATSAPP_CLOUD_PHONE_NUMBER_ID: environment.WHATSAPP_CLOUD_PHONE_NUMBER_ID,
    WHATSAPP_CLOUD_APP_SECRET: environment.WHATSAPP_CLOUD_APP_SECRET,
    WHATSAPP_CLOUD_VERIFY_TOKEN: environment.WHATSAPP_CLOUD_VERIFY_TOKEN,
  }
  const [token, phoneNumberId, appSecret, verifyToken] = Object.values(needed)
  const missing = Object.entries(needed).filter(([, value]) => value === undefined)
  if (missing.length === 4) return undefined
  if (
    token === undefined ||
    phoneNumberId === undefined ||
    appSecret === undefined ||
    verifyToken === undefined
  )
    throw new ConfigError(
      missing.map(([name]) => `${name}: is not set; WhatsApp's Cloud API needs all four, or none.`),
    )
  return {
    token,
    phoneNumberId,
    appSecret,
    verifyToken,
    apiRoot: environment.WHATSAPP_CLOUD_API_ROOT,
    templates: {
      alert: environment.WHATSAPP_CLOUD_TEMPLATE_ALERT,
      reminder: environment.WHATSAPP_CLOUD_TEMPLATE_REMINDER,
    },
  }
}
