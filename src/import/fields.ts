// What other systems call our fields. Names are folded before they are compared: lower case, letters and digits of any script only, so
// `Reports To`, `reports_to` and `reportsTo` are one. The order of a list is the order of trust.

export type FieldName = 'name' | 'title' | 'unit' | 'headcount' | 'pay'

/** `Reports_To.ID` → `reportstoid` */
export function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

const list = (text: string): readonly string[] => text.trim().split(/\s+/)

export const ID_NAMES = list(`
  id employeeid employeenumber employeeno employeecode empid empno empnumber staffid staffno staffnumber personid personnelnumber personalnummer
  pernr workerid userid userprincipalname upn externalid personidexternal registrationno positionid positionnumber jobid postuniquereference
  uniqueidentifier uuid guid key code node nodeid slug recordid orgid deptid departmentid ouid unitid hierarchynode agencyacronym externalcode
  idcargo dn no nr number num nummer matricule kennitala کد 工号 табельныйномер`)

export const MANAGER_NAMES = list(`
  reportsto reportstoid managerid manager managerno managernumber managercode manageremployeeid manageruuid managerupn manageremail managervalue managerkey
  mgrid mgr mgrno linemanager linemanagerid supervisorid supervisor supervisorno supervisornumber supervisoremail bossid boss leadid teamlead teamleadid
  reportstopositionid reportingto reportingtoid reportingtojobid reportingtomailid reportingmanager reportingmanagerid reportingperson reportstoemail
  reportstoseniorpost reportingseniorpost jobinformationreportsto superior superiorid vorgesetzter vorgesetzte jefe jefeid superieur responsable
  parentid parent parentkey parentcode parentnode parentref parentpositionid parentunitid parentbodyid parentdepartment parentdepartmentid parentname
  parentcompany pid headid uptree subteamof stpid руководитель 上级 مدیر
  managername managerfullname supervisorname bossname reportstoname linemanagername managerdisplayname`)

/** Of the above: what says who leads whom and nothing else, so that it is believed even where nobody is found. */
export const CERTAIN_MANAGER_NAMES = new Set(
  MANAGER_NAMES.filter((name) => /^(reports|manager|mgr|linemanager|supervisor|boss|reporting)/.test(name)),
)

/** Words in a name that make a column worth a try; whether its values lead anywhere is counted. */
export const MANAGER_WORDS =
  /manager|\bmgr|supervisor|boss|reports?to|reporting|parent|superior|vorgesetzt|leiter|führung|jefe|chef|responsab|superieur|hierarchi|leader|head|руковод|начальник|yfirma/u

export const MANAGER_LABEL_NAMES = new Set(
  list('managername managerfullname supervisorname bossname reportstoname linemanagername managerdisplayname reportingmanagername'),
)

export const EMAIL_NAMES = list('email workemail mail emailaddress emailid contactemail bestemail userprincipalname upn')

const FIRST_NAMES = list('firstname givenname fname forename preferredname namefirst prenom vorname nombre имя')
const LAST_NAMES = list('lastname surname familyname lname sn namelast nom nachname apellido apellidos фамилия')

const FIELDS: Readonly<Record<FieldName, readonly string[]>> = {
  name: list(`
    name fullname displayname employeename employee personname staffname cn formatted namefull label text legalname preferredname nickname
    deptname departmentname orgname unitname agencyname namear skosprefllabel nombre nom vollername имя фио نام 姓名`),
  title: list(`
    title jobtitle position positiontitle positionname role roletitle jobrole job genericjobtitle employeetitle designation jobname jobposition occupation function
    post postname posttitle principalofficertitle linedetail jobid titulo cargo puesto fonction poste stellenbezeichnung должность عنوان 职位`),
  unit: list(`
    department departmentname dept deptname unit unitname orgunit organisationunit organizationalunit organisation organization division divisionname team teamname
    businessunit area section branch office entity companyname company ou costcenter costcentre abteilung departamento service подразделение отдел 部门`),
  headcount: list(
    'headcount heads fte numberofpostsinfte numberofposts employeecount numberofemployees totalstaffcount staffcount magnitude people size',
  ),
  pay: list(`
    pay salary annualsalary basesalary yearlysalary annualpay payrate wage grosssalary monthlyincome hourlyrate dailyrate rate compensation fixsalary gehalt salario salaire
    оклад зарплата`),
}

const KNOWN_NAMES: ReadonlySet<string> = new Set(
  [ID_NAMES, MANAGER_NAMES, EMAIL_NAMES, FIRST_NAMES, LAST_NAMES, ...Object.values(FIELDS)].flat().filter((name) => name.length > 1),
)
/** Whether other systems call a field so: that is how a header is told from a row. */
export function isKnownName(name: string): boolean {
  const folded = foldedName(name)
  return KNOWN_NAMES.has(folded) || SENSITIVE_NAMES.has(folded) || (folded.length < 40 && MANAGER_WORDS.test(folded))
}

const SENSITIVE = list(`
  dateofbirth birthdate birthday dob yearofbirth placeofbirth geburtsdatum datenaissance age ssn socialsecuritynumber socialsecurity nationalid nationalidnumber
  nationalinsurancenumber nino passport passportnumber taxid taxnumber tin cpf curp iban bankaccount accountnumber bankaccountnumber sortcode
  homeaddress address streetaddress street address1 address2 homepostcode homephone personalphone mobilephone privatephone personalemail privateemail
  gender sex ethnicity race racedesc religion maritalstatus maritaldesc familystatus nationality citizenship citizendesc disability disabled veteran veteranstatus
  sexualorientation pregnancy bloodgroup health sickdays emergencycontact emergencyphone spouse children numberofchildren dependents criminalrecord union unionmember`)
const SENSITIVE_NAMES = new Set(SENSITIVE)

/** A birth date, a home address and the like: recognised so that it is left aside, never shown. */
export function isSensitive(name: string): boolean {
  return SENSITIVE_NAMES.has(foldedName(name))
}

/** Our field → the columns that give it; a name in two columns (first and last) has both, in order. */
export type FieldColumns = Readonly<Partial<Record<FieldName, readonly string[]>>>

/** Finds our fields among column names; `taken` columns are not looked at, except for the name, which may be an id as well. */
export function recogniseFields(columns: readonly string[], taken: ReadonlySet<string>): FieldColumns {
  const used = new Set(taken)
  const found: [FieldName, readonly string[]][] = []
  for (const field of Object.keys(FIELDS) as FieldName[]) {
    const columnsOfField = columnsFor(field, columns, used)
    if (columnsOfField.length === 0) continue
    found.push([field, columnsOfField])
    for (const column of columnsOfField) used.add(column)
  }
  return Object.fromEntries(found)
}

function columnsFor(field: FieldName, columns: readonly string[], used: ReadonlySet<string>): readonly string[] {
  const free = columns.filter((column) => !used.has(column))
  if (field !== 'name') return firstOf(FIELDS[field], free)
  const whole = firstOf(FIELDS.name.slice(0, 11), columns)
  if (whole.length > 0) return whole
  const apart = [...firstOf(FIRST_NAMES, free), ...firstOf(LAST_NAMES, free)]
  return apart.length > 0 ? apart : firstOf(FIELDS.name, free)
}

/** The column that bears the most trusted of `names`, as a list of one or none. */
export function firstOf(names: readonly string[], columns: readonly string[]): readonly string[] {
  const byName = new Map(columns.map((column) => [foldedName(column), column]).reverse() as [string, string][])
  const name = names.find((one) => byName.has(one))
  return name === undefined ? [] : [byName.get(name) as string]
}
