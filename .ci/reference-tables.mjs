// Derives the tables of communes, départements and régions shipped with Moisson. Not needed to build it.
//
//   cd /tmp && npm pack @etalab/decoupage-administratif@6.0.0 && tar xzf etalab-decoupage-administratif-6.0.0.tgz
//   node .ci/reference-tables.mjs /tmp/package/data
//
// Data: INSEE (Code officiel géographique 2026, populations) and La Poste (postal codes), Licence Ouverte.
// Same input, same bytes. See docs/reference-data.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const data = process.argv[2]
if (!data) {
  console.error('usage: node .ci/reference-tables.mjs FOLDER_WITH_communes.json')
  process.exit(2)
}
const out = join(dirname(fileURLToPath(import.meta.url)), '../src/main/resources/moisson/reference')
const read = name => JSON.parse(readFileSync(join(data, `${name}.json`), 'utf8'))
const KINDS = {
  'commune-actuelle': 'C',
  'arrondissement-municipal': 'A',
  'commune-deleguee': 'D',
  'commune-associee': 'S',
}

const communes = read('communes')
const listed = new Set(communes.map(c => c.code))
const lines = []
for (const c of communes) {
  const now = c.commune ?? c.chefLieu ?? ''
  const row = [c.code, KINDS[c.type], c.nom, c.departement, now, c.population ?? '', (c.codesPostaux ?? []).join(' ')]
  lines.push(row.join('\t'))
  // Codes of communes that exist no more, not even as a part of another: their names are not in this source.
  for (const former of c.anciensCodes ?? []) {
    if (!listed.has(former)) lines.push([former, 'F', '', c.departement, c.code, '', ''].join('\t'))
  }
}
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
lines.sort(order)
const header = 'code\tkind\tname\tdepartment\tnow\tpopulation\tpostcodes'
const gz = gzipSync([header, ...new Set(lines), ''].join('\n'), { level: 9 })
gz[9] = 255 // the system it was compressed on: unknown, so that every machine writes the same bytes
writeFileSync(join(out, 'communes.tsv.gz'), gz)

const table = (name, columns, rows) =>
  writeFileSync(join(out, name), [columns.join(';'), ...rows.sort(order), ''].join('\n'))
table('departements.csv', ['code', 'nom', 'region'], read('departements').map(d => [d.code, d.nom, d.region].join(';')))
table('regions.csv', ['code', 'nom'], read('regions').map(r => [r.code, r.nom].join(';')))
