import { fileURLToPath } from 'node:url'

/** Comes with us: an image for servers has no fonts, and a chart without its digits says nothing. */
const FONT = fileURLToPath(new URL('assets/DejaVuSans.ttf', import.meta.url))

/** An SVG as PNG, drawn off the main thread. The library is loaded with the first picture: a start needs none. */
export async function picture(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const drawn = await renderAsync(svg, {
    font: { fontFiles: [FONT], loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
  })
  return Buffer.from(drawn.asPng())
}
