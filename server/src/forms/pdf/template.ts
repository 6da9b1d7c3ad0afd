/**
 * The form as a Typst document. All that differs comes in as data (`sys.inputs.data`, JSON) and is set as plain
 * strings: what a person has typed can never become markup or code.
 */
export const TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#15222e")
#let muted = rgb("#50606f")
#let edge = rgb("#9fb0bd")
#let tones = (yes: rgb("#0a7350"), no: rgb("#b3261e"), unknown: rgb("#8a5600"), plain: ink, moot: muted)
#set document(title: d.title, author: d.company)
#set text(font: "Noto Sans S Chinese", lang: d.lang, region: if d.lang == "zh" { "cn" } else { "us" }, size: 9pt, fill: ink)
#set par(leading: 0.55em, justify: false)
#set page(
  paper: "a4",
  flipped: d.columns.len() > 1,
  margin: (x: 1.5cm, top: 1.5cm, bottom: 1.7cm),
  footer: context [
    #set text(size: 7.5pt, fill: muted)
    #grid(columns: (1fr, auto), gutter: 1em,
      d.footer,
      d.page.replace("{page}", counter(page).display()).replace("{pages}", str(counter(page).final().first())),
    )
  ],
)

#align(center, text(size: 16pt, weight: "bold", d.title))
#v(0.2em)
#grid(columns: (1fr, 1fr), row-gutter: 0.5em, column-gutter: 1.5em, ..d.facts.map(((name, value)) => [#text(fill: muted, name)#h(0.3em)#value]))
#v(0.2em)

#let summary = d.columns.map(c => block(stroke: 0.6pt + edge, radius: 3pt, inset: 7pt, width: 100%, [
  #text(size: 8pt, fill: muted, c.name) \
  #text(size: 12pt, weight: "bold", fill: tones.at(c.tone), c.verdict)#h(1fr)#text(size: 12pt, weight: "bold", c.total)
  #if c.note != "" [ \ #text(size: 8pt, fill: muted, c.note)]
]))
#grid(columns: d.columns.map(_ => 1fr), column-gutter: 6pt, ..summary)
#v(0.3em)

#let wide = 2 * d.columns.len()
#let head(body) = text(size: 8pt, weight: "bold", body)
#let row(r) = {
  let fact = r.kind == "fact"
  let size = if fact { 8pt } else { 8.5pt }
  let cells = ()
  cells.push(text(size: 7.5pt, fill: muted, r.clause))
  cells.push(pad(left: r.depth * 0.7em, text(size: size, fill: if fact { muted } else { ink }, weight: if r.strong { "bold" } else { "regular" }, r.label)))
  cells.push(text(size: 7.5pt, fill: muted, r.required))
  for c in r.cells {
    cells.push(align(right, text(size: size, c.value)))
    cells.push(align(center, text(size: size, weight: "bold", fill: tones.at(c.tone), c.outcome)))
  }
  cells.push(text(size: 7pt, fill: muted, r.proof))
  cells
}

#table(
  columns: (if d.columns.len() > 1 { 2.1cm } else { 1.9cm }, 1.25fr, 1fr, ..d.columns.map(_ => (2.1cm, 1.75cm)).flatten(), 0.9fr),
  stroke: 0.4pt + edge,
  inset: (x: 4pt, y: 4pt),
  align: left + horizon,
  table.header(
    table.cell(rowspan: 2, fill: rgb("#e3ecf3"), head(d.heads.clause)),
    table.cell(rowspan: 2, fill: rgb("#e3ecf3"), head(d.heads.item)),
    table.cell(rowspan: 2, fill: rgb("#e3ecf3"), head(d.heads.requirement)),
    ..d.columns.map(c => table.cell(colspan: 2, fill: rgb("#e3ecf3"), align(center, head(c.name)))),
    table.cell(rowspan: 2, fill: rgb("#e3ecf3"), head(d.heads.proof)),
    ..d.columns.map(_ => (d.heads.value, d.heads.outcome).map(t => table.cell(fill: rgb("#e3ecf3"), align(center, head(t))))).flatten(),
  ),
  ..d.sections.map(s => (
    table.cell(colspan: 4 + wide, fill: rgb("#f1f5f8"), text(size: 9.5pt, weight: "bold", s.title)),
    ..s.rows.map(row).flatten(),
  )).flatten(),
)

#if d.open.len() > 0 [
  #v(0.2em)
  #text(weight: "bold", d.heads.open)
  #for line in d.open [ \ #text(size: 8.5pt, line)]
]
#v(0.4em)
#text(size: 8pt, fill: muted, d.note)

#v(0.6em)
#block(breakable: false, width: 100%, stroke: 0.6pt + edge, inset: 12pt, grid(
  columns: (1fr, 1fr), row-gutter: 1.6em, column-gutter: 2em,
  ..d.signature.map(t => t),
))
`
