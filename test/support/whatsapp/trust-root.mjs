// For a program that a test starts: the root that its Baileys trusts is the test's own.
import { WA_CERT_DETAILS } from '@whiskeysockets/baileys'

WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(process.env.TEST_WHATSAPP_ROOT ?? '', 'hex')
