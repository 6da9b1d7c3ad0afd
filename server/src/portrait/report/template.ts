/**
 * The report as a Typst document. All that differs comes in as data (`sys.inputs.data`, JSON) and is set as plain
 * strings: what a person has typed can never become markup or code.
 */
export const REPORT_TEMPLATE = `
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#15222e")
#let muted = rgb("#50606f")
#let edge = rgb("#c3ced7")
#let brand = rgb("#0f3d63")
#set document(title: d.title + " " + d.company, author: d.company)
#set text(font: "Noto Sans S Chinese", lang: d.lang, region: if d.lang == "zh" { "cn" } else { "us" }, size: 9.5pt, fill: ink)
#set par(leading: 0.75em, justify: false)
#set page(
  paper: "a4",
  margin: (x: 1.8cm, top: 1.8cm, bottom: 1.9cm),
  footer: context [
    #set text(size: 7.5pt, fill: muted)
    #grid(columns: (1fr, auto), gutter: 1em,
      d.footer,
      d.page.replace("{page}", counter(page).display()).replace("{pages}", str(counter(page).final().first())),
    )
  ],
)
#show heading.where(level: 1): it => block(above: 1.4em, below: 0.7em, text(size: 12.5pt, weight: "bold", fill: brand, it.body))
#show heading.where(level: 2): it => block(above: 1.1em, below: 0.6em, text(size: 10pt, weight: "bold", it.body))

#text(size: 20pt, weight: "bold", fill: brand, d.company)
#v(-0.5em)
#text(size: 13pt, fill: muted, d.title)
#v(0.2em)
#line(length: 100%, stroke: 1.2pt + brand)
#grid(columns: (1fr, 1fr), row-gutter: 0.55em, column-gutter: 1.5em, ..d.facts.map(((name, value)) => [#text(fill: muted, name)#h(0.5em)#value]))

#for b in d.blocks {
  if b.kind == "heading" { heading(level: 1, b.text) }
  else if b.kind == "subheading" { heading(level: 2, b.text) }
  else if b.kind == "text" { par(b.text) }
  else {
    set text(size: 8.5pt)
    set par(leading: 0.5em)
    table(
      columns: b.widths.map(w => w * 1fr),
      stroke: 0.5pt + edge,
      inset: (x: 5pt, y: 4.5pt),
      align: left + horizon,
      table.header(..b.head.map(h => table.cell(fill: rgb("#e9f1f8"), text(weight: "bold", h)))),
      ..b.rows.flatten(),
    )
  }
}
#v(0.8em)
#text(size: 8pt, fill: muted, d.note)
`
