import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { type Program, run, stop, tempData } from './support/program.ts'

let browser: Browser
let program: Program
let data: Awaited<ReturnType<typeof tempData>>
let url: string

beforeAll(async () => {
  browser = await openBrowser()
  data = await tempData()
  program = run(['serve'], { DATA_DIR: data.dir })
  url = await program.ready()
})

afterAll(async () => {
  await browser?.close()
  if (program !== undefined) await stop(program)
  await data?.remove()
})

/** What a page asked for elsewhere and what its console complained about; both stay empty. */
const foreign: string[] = []
let complaints: string[] = []

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  expect(foreign.splice(0)).toEqual([])
  expect(complaints.splice(0)).toEqual([])
})

/** A cheap phone, as far as a screen goes. */
async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'id-ID',
    viewport: { width: 360, height: 640 },
    ...options,
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) foreign.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(url)
  return page
}

const field = (page: Page) => page.getByRole('textbox', { name: 'Tulis pertanyaan Anda' })
const replies = (page: Page) => page.locator('#log .bot')

describe('the chat page', () => {
  it('answers a typed question with its sources, by keyboard alone', async () => {
    const page = await open()
    await page.keyboard.press('Tab') // the link that skips to the field
    await page.keyboard.press('Enter')
    await page.keyboard.type('berapa biaya ke taiwan?')
    await page.keyboard.press('Enter')
    const reply = replies(page).nth(1)
    await reply.waitFor()
    expect(await page.locator('#log .you p').textContent()).toBe('berapa biaya ke taiwan?')
    expect(await reply.textContent()).toContain('Taiwan')
    expect(await field(page).inputValue()).toBe('')
    expect(await page.locator('#text:focus').count()).toBe(1)
    await reply.locator('summary').click()
    expect(await reply.locator('details li').first().textContent()).toMatch(/20\d\d/)
  })

  it('remembers what was talked about', async () => {
    const page = await open()
    for (const text of ['berapa biaya ke taiwan?', 'kalau ke hong kong?']) {
      const before = await replies(page).count()
      await field(page).fill(text)
      await page.getByRole('button', { name: 'Kirim', exact: true }).click()
      await replies(page).nth(before).waitFor()
    }
    expect(await replies(page).last().textContent()).toContain('Hong Kong')
  })

  it('offers choices as buttons, and moves the focus to the answer', async () => {
    const page = await open()
    const choice = replies(page).first().getByRole('button').first()
    const label = await choice.textContent()
    await choice.click()
    const reply = replies(page).nth(1)
    await reply.waitFor()
    expect(await page.locator('#log .you p').textContent()).toBe(label)
    expect(await page.locator('#log .bot:focus').count()).toBe(1)
  })

  it('finds an office near a shared location', async () => {
    const page = await open({
      geolocation: { latitude: -8.17, longitude: 113.7 },
      permissions: ['geolocation'],
    })
    await page.getByRole('button', { name: 'Kirim lokasi saya' }).click()
    const reply = replies(page).nth(1)
    await reply.waitFor()
    expect(await reply.textContent()).toContain('Jember')
    expect(await reply.locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
  })

  it('says what to do when the location may not be read', async () => {
    const page = await open({ permissions: [] })
    await page.getByRole('button', { name: 'Kirim lokasi saya' }).click()
    await page.getByRole('alert').filter({ hasText: 'Lokasi tidak bisa dibaca.' }).waitFor()
  })

  it('changes its language without losing the talk', async () => {
    const page = await open()
    await field(page).fill('berapa biaya ke taiwan?')
    await field(page).press('Enter')
    await replies(page).nth(1).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    const english = page.getByRole('textbox', { name: 'Write your question' })
    await english.waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await replies(page).count()).toBe(2)
    await english.fill('berapa biaya ke hong kong?')
    await english.press('Enter')
    const reply = replies(page).nth(2)
    await reply.waitFor()
    expect(await reply.getAttribute('lang')).toBe('en')
  })

  it('shows a message as the text it is', async () => {
    const page = await open()
    const text = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    await field(page).fill(text)
    await field(page).press('Enter')
    await replies(page).nth(1).waitFor()
    expect(await page.locator('#log .you p').textContent()).toBe(text)
    expect(await page.locator('#log img, #log script').count()).toBe(0)
    expect(await page.title()).toBe('Jalur Resmi')
  })

  it('keeps what could not be sent, and sends it again on request', async () => {
    const page = await open()
    await page.context().setOffline(true)
    await field(page).fill('berapa biaya ke taiwan?')
    await field(page).press('Enter')
    const retry = page.getByRole('alert').getByRole('button', { name: 'Coba lagi' })
    await retry.waitFor()
    await page.context().setOffline(false)
    await retry.click()
    await replies(page).nth(1).waitFor()
    expect(await page.locator('#log .you').count()).toBe(1)
    expect(await page.getByRole('alert').textContent()).toBe('')
    complaints = complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))
  })

  it('erases what it knows, and what the screen shows', async () => {
    const page = await open()
    await field(page).fill('hapus data saya')
    await field(page).press('Enter')
    await page.getByRole('button', { name: 'Ya, hapus' }).click()
    await page.locator('#log').getByText('Sudah dihapus').waitFor()
    expect(await page.locator('#log article').count()).toBe(1)
    const cookies = await page.context().cookies()
    expect(cookies.filter(({ name }) => name === 'jr_percakapan')).toEqual([])
  })

  it('fits a small screen, with targets a thumb can hit, and the emergency line in sight', async () => {
    const page = await open()
    for (const text of ['berapa biaya ke taiwan?', 'syarat kerja ke jepang', 'dokumen apa saja']) {
      const before = await replies(page).count()
      await field(page).fill(text)
      await field(page).press('Enter')
      await replies(page).nth(before).waitFor()
    }
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(360)
    for (const button of await page.getByRole('button').all()) {
      const box = await button.boundingBox()
      if (box !== null) expect(box.height, (await button.textContent()) ?? '').toBeGreaterThanOrEqual(44)
    }
    const line = page.getByRole('link', { name: '0800-1000' }).first()
    expect(await line.getAttribute('href')).toBe('tel:08001000')
    const box = await line.boundingBox()
    expect(box?.y ?? -1).toBeGreaterThanOrEqual(0)
    expect(box?.y ?? 999).toBeLessThan(200)
  })

  it('is dark where the phone is', async () => {
    const paper = async (colorScheme: 'dark' | 'light') => {
      const page = await open({ colorScheme })
      return page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor')
    }
    expect(await paper('light')).toBe('rgb(244, 246, 245)')
    expect(await paper('dark')).toBe('rgb(16, 22, 20)')
  })

  it('tells a screen reader what is what', async () => {
    const page = await open()
    await page.getByRole('log', { name: 'Percakapan' }).waitFor()
    await page.getByRole('complementary').getByText('Dalam bahaya?').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Jalur Resmi' }).waitFor()
    await page.getByRole('group', { name: 'Bahasa' }).waitFor()
    await page.getByRole('group', { name: 'Pilihan jawaban' }).waitFor()
    expect(await page.getByRole('button', { name: 'Indonesia' }).getAttribute('aria-pressed')).toBe('true')
  })
})

describe('the chat page without JavaScript', () => {
  it('answers a typed question and a tapped choice, and changes its language', async () => {
    const page = await open({ javaScriptEnabled: false })
    await field(page).fill('berapa biaya ke <b>taiwan</b>?')
    await page.getByRole('button', { name: 'Kirim', exact: true }).click()
    await page.locator('#log .you').waitFor()
    expect(await page.locator('#log .you p').textContent()).toBe('berapa biaya ke <b>taiwan</b>?')
    expect(await replies(page).textContent()).toContain('Taiwan')
    expect(await page.getByRole('button', { name: 'Kirim lokasi saya' }).isVisible()).toBe(false)

    await replies(page).getByRole('button').first().click()
    await page.locator('#log .you').waitFor({ state: 'detached' })
    expect(await replies(page).count()).toBe(1)

    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('textbox', { name: 'Write your question' }).waitFor()
  })
})
