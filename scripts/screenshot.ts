/**
 * Takes the picture of the chat page for the README: starts the program on a data folder of its own, asks a question as
 * a person would, and saves what a phone shows. `npx tsx scripts/screenshot.ts [docs/chat.png] [question]`
 */
import { openBrowser } from '../test/e2e/support/browser.ts'
import { run, stop, tempData } from '../test/e2e/support/program.ts'

const [file = 'docs/chat.png', question = 'apakah Kabupaten Jember punya perjanjian dengan KP2MI?'] =
  process.argv.slice(2)
const data = await tempData()
const program = run(['serve'], { DATA_DIR: data.dir })
const browser = await openBrowser()
try {
  const page = await browser.newPage({
    locale: 'id-ID',
    viewport: { width: 412, height: 915 },
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  })
  await page.goto(await program.ready())
  await page.getByRole('textbox').fill(question)
  await page.getByRole('textbox').press('Enter')
  await page.locator('#log .bot').nth(1).waitFor()
  await page.screenshot({ path: file })
  console.log(file)
} finally {
  await browser.close()
  await stop(program)
  await data.remove()
}
