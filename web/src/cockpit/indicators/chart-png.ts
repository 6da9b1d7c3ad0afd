const SCALE = 2
const PAD = 16 * SCALE
const TITLE = 18 * SCALE
const CAPTION = 13 * SCALE

/** The chart with its name above and what its marks mean below: a picture that is read without its page. */
export function framedPng(
  chart: HTMLCanvasElement,
  { title, caption, font }: { readonly title: string; readonly caption: string; readonly font: string },
): Promise<Blob | null> {
  const frame = document.createElement('canvas')
  frame.width = chart.width + 2 * PAD
  frame.height = chart.height + 4 * PAD + TITLE + CAPTION
  const pen = frame.getContext('2d')
  if (!pen) return Promise.resolve(null)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, frame.width, frame.height)
  pen.textBaseline = 'top'
  pen.fillStyle = '#15222e'
  pen.font = `600 ${TITLE}px ${font}`
  pen.fillText(title, PAD, PAD, chart.width)
  pen.drawImage(chart, PAD, 2 * PAD + TITLE)
  pen.fillStyle = '#50606f'
  pen.font = `${CAPTION}px ${font}`
  pen.fillText(caption, PAD, 3 * PAD + TITLE + chart.height, chart.width)
  return new Promise((done) => frame.toBlob(done, 'image/png'))
}
