// Exports as HR systems, directories and people write them, invented here in the words of many of them: whatever the headers, and
// whatever other numbers stand beside, everybody comes under who leads them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readText } from '../../src/import/read'

interface Person {
  readonly row: number
  readonly first: string
  readonly last: string
  readonly boss: number | null
}
const BOSSES = [null, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4, 7, 7, 7, 9, 9]
const NAMES =
  `Ada Kern|Bo Lind|Cy Marsh|Di Noor|Ed Ortiz|Flo Park|Gus Quist|Hal Roth|Ida Sand|Jo Tran|Kai Unger|Lou Vega|Mia Wolf|Ned Xu|Oda Young|
Pat Zorn|Quin Abel|Rae Bach`
    .split(/\||\n/)
    .filter(Boolean)
const PEOPLE: readonly Person[] = BOSSES.map((boss, row) => {
  const [first, last] = (NAMES[row] as string).split(' ') as [string, string]
  return { row, first, last, boss }
})

/** Rows as they stand in the file: nobody sorts an export by rank. */
const SHUFFLED = [11, 3, 16, 0, 8, 5, 14, 1, 9, 12, 2, 17, 6, 4, 15, 7, 13, 10].map((row) => PEOPLE[row] as Person)

type Cell = (person: Person, line: number) => string | number
const own = (cell: (person: Person) => string | number): Cell => cell
const bossOf =
  (cell: (person: Person, line: number) => string | number, none: string | number | 'own' = ''): Cell =>
  (person, line) =>
    person.boss === null ? (none === 'own' ? cell(person, line) : none) : cell(PEOPLE[person.boss] as Person, lineOf(person.boss))
let order: readonly Person[] = SHUFFLED
const lineOf = (row: number) => order.findIndex((one) => one.row === row)

const number = own(({ row }) => 1004 + ((row * 7) % 18))
const badge = own(({ row }) => 3 + ((row * 11) % 18))
const small = own(({ row }) => 1 + ((row * 5) % 18))
const padded = own((person) => String(number(person, 0)).padStart(8, '0'))
const uuid = own(({ row }) => `${(row * 7919 + 4096).toString(16)}-aa${row}`)
const name = own(({ first, last }) => `${first} ${last}`)
const first = own((person) => person.first)
const last = own((person) => person.last)
const mail = own((person) => `${person.first}.${person.last}@lumen.example`.toLowerCase())
const login = own((person) => `${person.first[0]}${person.last}`.toLowerCase())
const dn = own((person) => `"CN=${person.first} ${person.last},OU=Staff,DC=lumen,DC=example"`)
const title = own(({ row }) => (['Director', 'Lead', 'Specialist', 'Clerk'] as const)[Math.min(3, Math.ceil(row / 4))] as string)
const unit = own(({ row }) => (['Office', 'Care', 'Stores'] as const)[row % 3] as string)
const centre = own(({ row }) => 1004 + (row % 4))
const line: Cell = (_, at) => at + 1
const day = own(({ row }) => `2019-0${1 + (row % 9)}-1${row % 10}`)
const otherBoss =
  (cell: (person: Person, line: number) => string | number): Cell =>
  (person, line) =>
    person.row === 9 ? '' : cell(PEOPLE[person.row < 9 ? 9 : 3] as Person, line)

type Export = Readonly<Record<string, Cell>>
const EXPORTS: Readonly<Record<string, Export>> = {
  'id wins by its name, badge by its values': {
    id: small,
    badge,
    Supervisor: bossOf(badge),
  },
  'HR suite: worker with a number in brackets': {
    Worker: name,
    'Employee ID': number,
    'Position ID': own(({ row }) => `P-${row + 500}`),
    'Business Title': title,
    'Supervisory Organization': unit,
    "Worker's Manager": bossOf((p) => `${name(p, 0)} (${number(p, 0)})`),
    'Cost Center': centre,
    'Hire Date': day,
  },
  'talent suite: user, manager, hr, matrix manager': {
    STATUS: own(() => 'active'),
    USERID: number,
    USERNAME: login,
    FIRSTNAME: first,
    LASTNAME: last,
    MANAGER: bossOf(number, 'NO_MANAGER'),
    HR: otherBoss(number),
    MATRIX_MANAGER: otherBoss(number),
    DEPARTMENT: unit,
    JOBCODE: centre,
  },
  'payroll, German, padded numbers': {
    PersNr: padded,
    Nachname: last,
    Vorname: first,
    Planstelle: own(({ row }) => 50000100 + row),
    Stellenbezeichnung: title,
    OrgEinheit: unit,
    Kostenstelle: centre,
    'PersNr Vorgesetzter': bossOf(number),
  },
  'small business HR': {
    'Employee #': number,
    'Last name': last,
    'First name': first,
    'Job Title': title,
    Department: unit,
    Location: unit,
    'Reporting to': bossOf(name),
    'Work Email': mail,
    'Hire Date': day,
  },
  'German HR: supervisor by name, ids beside': {
    ID: own(({ row }) => 88120 + row * 3),
    Vorname: first,
    Nachname: last,
    'E-Mail': mail,
    Position: title,
    Abteilung: unit,
    Team: unit,
    'Vorgesetzte Person': bossOf(name),
    Beschäftigungsart: own(() => 'intern'),
    Wochenstunden: own(() => 40),
  },
  'directory: managers by DN': {
    SamAccountName: login,
    DisplayName: name,
    Title: title,
    Department: unit,
    Manager: bossOf(dn),
    DistinguishedName: dn,
    EmployeeID: number,
    Enabled: own(() => 'True'),
  },
  'directory without DNs of its own': { SamAccountName: login, Name: name, Title: title, Manager: bossOf(dn), ObjectGUID: uuid },
  'workspace users': {
    'First Name [Required]': first,
    'Last Name [Required]': last,
    'Email Address [Required]': mail,
    'Org Unit Path [Required]': own(({ row }) => `/Lumen/${['Office', 'Care'][row % 2]}`),
    'Employee ID': number,
    'Employee Title': title,
    Department: unit,
    'Cost Center': centre,
    'Manager Email': bossOf(mail),
    'Recovery Phone': own(({ row }) => `+4670000${100 + row}`),
  },
  'French: matricule': {
    Matricule: number,
    Nom: last,
    Prénom: first,
    'Intitulé de poste': title,
    Service: unit,
    'Matricule du responsable': bossOf(number),
    'Responsable hiérarchique': bossOf(name),
    'Centre de coût': centre,
  },
  'French: N+1 by name': { Collaborateur: name, Poste: title, Service: unit, 'N+1': bossOf(name) },
  Spanish: {
    'Nº empleado': number,
    Nombre: first,
    Apellidos: last,
    Puesto: title,
    Departamento: unit,
    'Nº responsable': bossOf(number),
    'Centro de coste': centre,
  },
  'Spanish: jefe inmediato by name': { Código: small, 'Nombre completo': name, Cargo: title, Área: unit, 'Jefe inmediato': bossOf(name) },
  Russian: {
    'Табельный номер': number,
    ФИО: name,
    Должность: title,
    Подразделение: unit,
    'Таб. № руководителя': bossOf(number),
    'Дата приёма': day,
  },
  'Russian: by name': { '№ п/п': line, ФИО: name, Должность: title, Отдел: unit, 'Непосредственный руководитель': bossOf(name) },
  Dutch: {
    Medewerker: number,
    Naam: name,
    Functie: title,
    Afdeling: unit,
    Kostenplaats: centre,
    Leidinggevende: bossOf(number),
    'Datum in dienst': day,
  },
  Italian: { Matricola: number, Cognome: last, Nome: first, Mansione: title, Reparto: unit, 'Matricola responsabile': bossOf(number) },
  Portuguese: { Matrícula: number, Nome: name, Cargo: title, Departamento: unit, 'Matrícula do gestor': bossOf(number) },
  Polish: { 'Numer ewidencyjny': number, 'Imię i nazwisko': name, Stanowisko: title, Dział: unit, Przełożony: bossOf(name) },
  Swedish: { Anställningsnummer: number, Namn: name, Befattning: title, Avdelning: unit, 'Närmaste chef': bossOf(number) },
  'Finnish, a language we do not speak': { Henkilönumero: number, Nimi: name, Nimike: title, Osasto: unit, Esimies: bossOf(number) },
  Turkish: { 'Sicil No': number, 'Ad Soyad': name, Unvan: title, Departman: unit, 'Yönetici Sicil No': bossOf(number) },
  positions: {
    'Position ID': own(({ row }) => 50001000 + row * 3),
    'Position Title': title,
    'Incumbent ID': number,
    Incumbent: name,
    'Reports To Position': bossOf(({ row }) => 50001000 + row * 3),
    'Incumbent Manager': bossOf(name),
  },
  'manager by the number of the line': {
    '#': line,
    Name: name,
    Title: title,
    'Staff no': own(({ row }) => 3 + ((row * 5) % 18)),
    'Reports to #': bossOf(line),
  },
  'number of the line beside small ids': { 'No.': line, 'Staff ID': small, Name: name, 'Manager ID': bossOf(small) },
  'number of the line under id, small numbers meant': {
    id: line,
    employee_number: small,
    full_name: name,
    manager_employee_number: bossOf(small),
  },
  'number of the line under id and meant': { id: line, employee_number: small, full_name: name, manager_id: bossOf(line) },
  'ids with leading zeros, managers as numbers': {
    'Staff number': own((p) => String(small(p, 0)).padStart(4, '0')),
    Name: name,
    Manager: bossOf(small),
    Floor: own(({ row }) => 1 + (row % 5)),
  },
  'managers with leading zeros, ids as numbers': {
    'Staff number': small,
    Name: name,
    Manager: bossOf((p) => String(small(p, 0)).padStart(4, '0')),
    Floor: own(({ row }) => 1 + (row % 5)),
  },
  'e-mail and name of the manager, two people of one name': {
    Name: own((p) => (p.row === 9 ? 'Bo Lind' : name(p, 0))),
    Email: mail,
    Manager: bossOf((p) => (p.row === 9 ? 'Bo Lind' : name(p, 0))),
    'Manager email': bossOf(mail),
  },
  'line manager and functional manager': {
    'Employee ID': number,
    Name: name,
    'Functional Manager ID': otherBoss(number),
    'Line Manager ID': bossOf(number),
    'Functional Manager': otherBoss(name),
  },
  'manager by id and functional manager by name': {
    'Employee ID': number,
    Name: name,
    'Functional Manager': otherBoss(name),
    Manager: bossOf(number),
  },
  'fachlicher und disziplinarischer Vorgesetzter': {
    Personalnummer: number,
    Name: name,
    'Fachlicher Vorgesetzter': otherBoss(number),
    'Disziplinarischer Vorgesetzter': bossOf(number),
  },
  'ids all different and meaningless': { id: uuid, created: day, 'payroll number': number, name, 'manager payroll number': bossOf(number) },
  'meaningless ids and managers by login': { record_id: own(({ row }) => 990 + row), login, name, title, manager: bossOf(login) },
  'cost centres that are ids too': { 'Cost centre': centre, Personnel: number, Surname: last, Manager: bossOf(number) },
  'cost centres before ids, headers say little': { cc: centre, pers: number, surname: last, sup: bossOf(number) },
  'HR partner and mentor beside the manager': {
    emp_id: number,
    name,
    hrbp_id: otherBoss(number),
    mentor_id: otherBoss(number),
    mgr_id: bossOf(number),
  },
  'manager of the manager beside the manager': {
    emp_id: number,
    name,
    manager_2_id: own((p) => {
      const up = p.boss === null ? null : (PEOPLE[p.boss] as Person).boss
      return up === null ? '' : number(PEOPLE[up] as Person, 0)
    }),
    manager_id: bossOf(number),
  },
}

const ROOTS: readonly (string | number)[] = ['', 0, '-', '—', 'NULL', 'none', 'None', 'N/A', '#N/A', 'NO_MANAGER', 'keine', 'own']

function csv(columns: Export, mark: string): string {
  const quoted = (cell: string | number) => (mark === ',' || !String(cell).startsWith('"') ? String(cell) : String(cell).slice(1, -1))
  const rows = order.map((person, at) =>
    Object.values(columns)
      .map((cell) => quoted(cell(person, at)))
      .join(mark),
  )
  return [Object.keys(columns).join(mark), ...rows].join('\n')
}

/** For every line of the file the line of whoever leads it. */
function linesAbove(text: string): readonly (number | null)[] {
  const { draft } = readText('x', text)
  const rows = (draft?.sections.people?.rows ?? []) as readonly { readonly id: string; readonly reportsTo: string | null }[]
  const at = new Map(rows.map(({ id }, line) => [id, line]))
  return rows.map(({ id, reportsTo }) => (reportsTo === null || reportsTo === id ? null : (at.get(reportsTo) ?? -1)))
}
const right = () => order.map(({ boss }) => (boss === null ? null : lineOf(boss)))

describe.each([
  ['as they come', SHUFFLED],
  ['by rank', PEOPLE],
])('rows %s', (_, people) => {
  test.each(Object.entries(EXPORTS))('%s', (_, columns) => {
    order = people
    expect(linesAbove(csv(columns, ';'))).toEqual(right())
    const json = order.map((person, at) => Object.fromEntries(Object.entries(columns).map(([header, cell]) => [header, cell(person, at)])))
    expect(linesAbove(JSON.stringify(json).replaceAll('\\"', ''))).toEqual(right())
  })

  test.each(ROOTS)('nobody is called %s', (none) => {
    order = people
    expect(linesAbove(csv({ Badge: number, Name: name, Supervisor: bossOf(number, none), Desk: small }, ','))).toEqual(right())
  })
})

const numbered = (length: number, most: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: most }), { minLength: length, maxLength: length })
const company = fc.integer({ min: 6, max: 40 }).chain((size) =>
  fc.record({
    ids: numbered(size, size + 2),
    badges: numbered(size, size * 2),
    bosses: fc.array(fc.nat(), { minLength: size, maxLength: size }),
    order: fc.shuffledSubarray([...Array(size).keys()], { minLength: size }),
  }),
)

test('a column of ids that leads astray is left for one that leads everybody to somebody', () => {
  fc.assert(
    fc.property(company, ({ ids, badges, bosses, order }) => {
      const above = bosses.map((boss, at) => (at === 0 ? null : boss % at))
      const said = above.map((boss) => (boss === null ? '' : badges[boss]))
      const rows = order.map((at) => `${ids[at]};${badges[at]};${said[at]}`)
      const rowOf = new Map(ids.map((id, at) => [id, at]))
      fc.pre(said.some((badge) => badge !== '' && !rowOf.has(badge as number)))
      const wanted = order.map((at) => (above[at] === null ? null : order.indexOf(above[at] as number)))
      expect(linesAbove(['id;badge;Supervisor', ...rows].join('\n'))).toEqual(wanted)
    }),
    { numRuns: 300 },
  )
})
