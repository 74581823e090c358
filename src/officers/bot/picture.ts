import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'

/** Comes with us: an image for servers has no fonts, and a chart without its digits says nothing. */
const FONT = join(import.meta.dirname, 'assets', 'DejaVuSans.ttf')

/** An SVG as PNG, drawn off the main thread. */
export async function picture(svg: string): Promise<Buffer> {
  const drawn = await renderAsync(svg, {
    font: { fontFiles: [FONT], loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
  })
  return Buffer.from(drawn.asPng())
}
