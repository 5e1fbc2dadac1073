// Derives the tables of communes, départements and régions shipped with Moisson. Not needed to build it.
//
//   cd /tmp && npm pack @etalab/decoupage-administratif@6.0.0 && tar xzf etalab-decoupage-administratif-6.0.0.tgz
//   git clone https://github.com/datagouv/decoupage-administratif /tmp/decoupage
//   git clone https://github.com/gregoiredavid/france-geojson /tmp/contours
//   node .ci/reference-tables.mjs /tmp/package/data /tmp/decoupage/sources/mouvements-communes.csv /tmp/contours/departements
//
// Data: INSEE (Code officiel géographique 2026, its history since 1943, populations), La Poste (postal codes) and IGN
// (Admin Express, for the middle and the width of each commune), Licence Ouverte. Same input, same bytes. See
// docs/reference-data.md.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const [data, history, contours] = process.argv.slice(2)
if (!contours) {
  console.error('usage: node .ci/reference-tables.mjs FOLDER_WITH_communes.json mouvements-communes.csv FOLDER_OF_DEPARTEMENTS')
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

// The middle of a commune and the radius of a disc as large as it, from its contour.
const KM = 111.195 // of a degree of latitude
function ringSum(ring) {
  const [lon0, lat0] = ring[0]
  const scale = Math.cos((lat0 * Math.PI) / 180)
  let area = 0, x = 0, y = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = [(ring[i][0] - lon0) * scale, ring[i][1] - lat0]
    const [bx, by] = [(ring[i + 1][0] - lon0) * scale, ring[i + 1][1] - lat0]
    const cross = ax * by - bx * ay
    area += cross / 2
    x += ((ax + bx) * cross) / 6
    y += ((ay + by) * cross) / 6
  }
  if (area < 0) [area, x, y] = [-area, -x, -y]
  return area === 0 ? { area: 0, lon: lon0, lat: lat0 } : { area, lon: lon0 + x / area / scale, lat: lat0 + y / area }
}
function middle(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const largest = polygons.map(p => ringSum(p[0])).sort((a, b) => b.area - a.area)
  const area = largest.reduce((sum, p) => sum + p.area, 0)
  return [largest[0].lat.toFixed(3), largest[0].lon.toFixed(3), (Math.sqrt(area / Math.PI) * KM).toFixed(1)]
}
const middles = new Map()
for (const department of readdirSync(contours)) {
  const file = join(contours, department, `communes-${department}.geojson`)
  for (const f of JSON.parse(readFileSync(file, 'utf8')).features) middles.set(f.properties.code, middle(f.geometry))
}

const communes = read('communes')
const listed = new Set(communes.map(c => c.code))
const lines = []
const line = (code, kind, name, department, now, population, postcodes) =>
  lines.push([code, kind, name, department, now, population, postcodes, ...(middles.get(code) ?? ['', '', ''])].join('\t'))
const today = new Map() // every code ever, to the code of today
const known = new Set() // code and name
for (const c of communes) {
  const now = c.commune ?? c.chefLieu ?? ''
  line(c.code, KINDS[c.type], c.nom, c.departement, now, c.population ?? '', (c.codesPostaux ?? []).join(' '))
  known.add(`${c.code} ${c.nom}`)
  if (c.type === 'commune-actuelle') today.set(c.code, c)
}
for (const c of communes) for (const former of c.anciensCodes ?? []) if (!today.has(former)) today.set(former, c)

// Communes that are no more, and former names of those that are: what INSEE wrote down since 1943, the latest first.
const PARTS = new Set(['COM', 'COMD', 'COMA'])
const next = new Map()
const names = new Map()
for (const row of readFileSync(history, 'utf8').split('\n').slice(1)) {
  const cells = row.replaceAll('"', '').split(',')
  const [mod, , fromType, from, , , , fromName, toType, to] = cells
  if (cells.length < 14 || !PARTS.has(fromType) || !PARTS.has(toType)) continue
  if (!names.has(from)) names.set(from, [])
  if (!names.get(from).includes(fromName)) names.get(from).push(fromName)
  if (from !== to && toType === 'COM' && mod !== '20' && mod !== '21' && !next.has(from)) next.set(from, to)
}
const whole = code => {
  let at = code
  for (let step = 0; step < 10 && !today.has(at); step++) at = next.get(at) ?? ''
  return today.get(at)
}
for (const code of new Set([...names.keys(), ...today.keys()])) {
  const now = whole(code)
  if (!now || (today.get(code)?.code === code && !names.has(code))) continue
  const main = now.commune ?? now.chefLieu ?? now.code
  for (const name of names.get(code) ?? ['']) {
    if (known.has(`${code} ${name}`) || (listed.has(code) && name === '')) continue
    known.add(`${code} ${name}`)
    line(code, 'F', name, now.departement, main, '', '')
  }
}
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
// By code, names of the past last and the latest of them first.
const rank = row => row.split('\t', 2).join(' ').replace(/F$/, 'Z')
lines.sort((a, b) => order(rank(a), rank(b)))
const header = 'code\tkind\tname\tdepartment\tnow\tpopulation\tpostcodes\tlatitude\tlongitude\tradius'
const gz = gzipSync([header, ...new Set(lines), ''].join('\n'), { level: 9 })
gz[9] = 255 // the system it was compressed on: unknown, so that every machine writes the same bytes
writeFileSync(join(out, 'communes.tsv.gz'), gz)

const table = (name, columns, rows) =>
  writeFileSync(join(out, name), [columns.join(';'), ...rows.sort(order), ''].join('\n'))
// How a name is joined to the word before it: INSEE's TNCC.
const JOINTS = ['de ', 'd’', 'du ', 'de la ', 'des ', 'de l’']
table(
  'departements.csv',
  ['code', 'nom', 'region', 'liaison'],
  read('departements').map(d => [d.code, d.nom, d.region, JOINTS[d.typeLiaison] + d.nom].join(';')),
)
table('regions.csv', ['code', 'nom'], read('regions').map(r => [r.code, r.nom].join(';')))
