// What other systems call our fields. Names are folded before they are compared: lower case, letters and digits of any script only, so
// `Reports To`, `reports_to` and `reportsTo` are one. The order of a list is the order of trust.
import type { ColumnRole } from './understood'

/** What many formats wrap every record in; it says nothing. */
const WRAPPERS =
  /^(?:(?:data|attributes|attrs|properties|props|fields|record|node|_source|_airbyte_data|person|employee|profile|urn:[\w.:-]*:User)\.)+/i

/** `Reports_To.ID` → `reportstoid`, `data.name` → `name`, `Employee #` → `employeeno` */
export function foldedName(name: string): string {
  return name
    .replace(WRAPPERS, '')
    .replace(/(^|\s)#$/, 'no')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

const list = (text: string): readonly string[] => text.trim().split(/\s+/)

export const ID_NAMES = list(`
  id employeeid employeenumber employeeno employeecode empid empno empnumber empcode staffid staffno staffnumber personid personnelnumber personalnummer
  pernr workerid memberid userid userprincipalname upn externalid personidexternal registrationno positionid positionnumber positioncode jobid
  postuniquereference uniqueidentifier uuid guid key code node nodeid slug recordid orgid deptid departmentid ouid unitid unitcode hierarchynode agencyacronym
  externalcode idcargo samaccountname uid dn distinguishedname no nr number num nummer matricule mitarbeiternummer mitarbeiterid personalnr codigo codice
  identifiant numero legajo cedula starfsmannanumer кодсотрудника табельныйномер табномер ид код номер کد شناسه رقم الرقم 工号 员工编号 编号 社員番号 사번 รหัส`)

export const MANAGER_NAMES = list(`
  reportsto reportstoid managerid manager managerno managernumber managercode manageremployeeid manageruuid managerupn manageremail managervalue managerkey managerdn
  mgrid mgr mgrno linemanager linemanagerid supervisorid supervisor supervisorno supervisornumber supervisoremail bossid boss leadid teamlead teamleadid
  reportstopositionid reportingto reportingtoid reportingtojobid reportingtomailid reportingmanager reportingmanagerid reportingperson reportstoemail
  reportstoseniorpost reportingseniorpost jobinformationreportsto superior superiorid vorgesetzter vorgesetzte vorgesetztenid vorgesetzternr führungskraft leiter
  jefe jefeid jefedirecto idjefe superieur superieurid responsable responsabile responsabileid gestor gestorid chefe chef chefid leidinggevende kierownik przełożony
  yfirmaður næstiyfirmaður
  parentid parent parentkey parentcode parentnode parentref parentpositionid parentunitid parentbodyid parentdepartment parentdepartmentid parentname
  parentcompany pid headid uptree subteamof stpid руководитель начальник подчиняется кодруководителя табельныйномерруководителя 上级 上级编号 直属上级 上司 관리자 مدیر المدير
  managername managerfullname supervisorname bossname reportstoname linemanagername managerdisplayname`)

/** Of the above: what says who leads whom and nothing else, so that it is believed even where nobody is found. */
export const CERTAIN_MANAGER_NAMES = new Set(
  MANAGER_NAMES.filter((name) => /^(reports|manager|mgr|linemanager|supervisor|boss|reporting)/.test(name)),
)

/** Words in a name that make a column worth a try; whether its values lead anywhere is counted. */
export const MANAGER_WORDS =
  /manager|\bmgr|supervisor|boss|reports?to|reporting|parent|superior|vorgesetzt|leiter|führung|jefe|chef|responsab|superieur|hierarchi|leader|head(?!count)|руковод|начальник|подчин|yfirma|leidinggev|gestor|kierownik|przełoż|上级|上司|مدیر|مدير/u

/** Whoever else a row may name beside the one who leads it. */
export const OTHER_LINES =
  /matrix|dotted|functional|fachlich|fonctionnel|funcional|funzional|функциональн|secondary|second|zweit|project|projekt|former|previous|next|skip|mentor|buddy|backup|deputy|stellv|^hr|\dnd|manager0?[2-9]|level0?[2-9]|managers?manager/u

/** `manageremployeenumber` → `employeenumber`: what of somebody above a column holds; '' where its name does not say. */
export function saidOfManager(name: string): string {
  return foldedName(name.replace(/[\s_.-](of|the|du|de la|de|del|der|des|do|da|van)(?=[\s_.-])/gi, ' ')).replace(MANAGER_WORDS, '')
}

export const MANAGER_LABEL_NAMES = new Set(
  list(`managername managerfullname supervisorname bossname reportstoname linemanagername managerdisplayname reportingmanagername
  managerdisplay имяруководителя nombrejefe`),
)

export const EMAIL_NAMES = list(
  'email workemail mail emailaddress emailid contactemail bestemail userprincipalname upn companyemail businessemail correo courriel почта электроннаяпочта netfang emailsvalue emails0value',
)

const FIRST_NAMES = list('firstname givenname fname forename preferredname namefirst prenom vorname nombre имя namegivenname 名')
const LAST_NAMES = list('lastname surname familyname lname sn namelast nom nachname apellido apellidos фамилия namefamilyname 姓')
/** Names that mean a whole name, even beside first and last ones. */
const WHOLE_NAMES = 12

const NAMES: Readonly<Partial<Record<ColumnRole, readonly string[]>>> = {
  name: list(`
    name fullname displayname employeename employee personname staffname cn formatted nameformatted namefull label text legalname preferredname nickname incumbent
    deptname departmentname orgname unitname agencyname teamname chinesename namear skosprefllabel description nombre nombrecompleto nom nomcomplet vollername mitarbeiter naam nafn
    имя фио сотрудник نام اسم 姓名 名称 氏名 이름 ชื่อ`),
  title: list(`
    title jobtitle position positiontitle positionname role roletitle jobrole job genericjobtitle employeetitle designation jobname jobposition occupation function
    post postname posttitle principalofficertitle linedetail jobid jobs0title posts0label titulo cargo puesto fonction poste stellenbezeichnung funktion berufsbezeichnung functie
    stanowisko starfsheiti titel должность عنوان المسمىالوظيفي 职位 岗位 职务 役職 직책 ตำแหน่ง`),
  unit: list(`
    department departmentname dept deptname unit unitname orgunit organisationunit organizationalunit organisation organization division divisionname team teamname
    businessunit businessunitname area section group branch entity companyname company ou office costcenter costcentre costcentername kostenstelle abteilung bereich departamento unidad
    gerencia service direction afdeling wydział deild подразделение отдел департамент управление 部门 部署 부서 قسم القسم بخش แผนก`),
  location: list(`
    location employeelocation worklocation worklocationname locationname officelocation office city town site place state region country countrycode locality l
    ort standort stadt ciudad pais lieu ville plaats miasto staður город местоположение 地点 城市 موقع`),
  grade: list(
    'grade gradeorequivalent payscalegrade governmentgrade paygrade joblevel seniority band rank careerlevel grado nivelsalarial разряд грейд 级别 职级',
  ),
  pay: list(`
    pay salary annualsalary basesalary yearlysalary annualpay grossannual grosspay payrate wage grosssalary monthlyincome hourlyrate dailyrate rate compensation basepay totalpay
    fixsalary gehalt jahresgehalt lohn salario sueldo salaire salaris wynagrodzenie laun оклад зарплата 工资 薪资 راتب`),
  'pay-min': list('payfloor actualpayfloor payscaleminimum jobminsalary minsalary salaryminimum salarymin paymin minpay salariominimo'),
  'pay-max': list(
    'payceil payceiling actualpayceiling payscalemaximum jobmaxsalary maxsalary salarymaximum salarymax paymax maxpay salariomaximo',
  ),
  headcount: list(`
    headcount heads fte numberofpostsinfte numberofposts employeecount numberofemployees totalstaffcount staffcount magnitude people size vollzeitäquivalent vzä mitarbeiterzahl
    effectif dotacion численность ставка 人数`),
  status: list('isvacant vacant vacancy positionstatus poststatus filled вакансия'),
  email: EMAIL_NAMES,
}
/** The first that finds a column has it. */
const IN_ORDER = ['name', 'title', 'unit', 'pay-min', 'pay-max', 'headcount', 'pay', 'email', 'location', 'grade', 'status'] as const

/** Where no name fits whole, a part of it may: `Employee Location`, `Actual Pay Floor (£)`, `jobs[0].title`. */
const PARTS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['pay-min', /^(pay|salary|payscale|actualpay).*(min|floor|from)|^min.*(salary|pay)/u],
  ['pay-max', /^(pay|salary|payscale|actualpay).*(max|ceil|to)|^max.*(salary|pay)/u],
  ['pay', /^(?!.*(cost|report|total|budget|band|grade|level|type|currency)).*(salary|gehalt|salario|salaire|зарплат|оклад)/u],
  ['email', /e?mail(address|adresse)?$|correo|почт/u],
  ['title', /(job|position|role|post)(title|name)|stellenbez|должност/u],
  ['unit', /(department|division|businessunit|orgunit|costcent(er|re)|abteilung|подраздел)(name)?$/u],
  ['headcount', /headcount|inf?te$|^fte/u],
  ['location', /location(name)?$|^(office|work)?city$/u],
  ['grade', /grade$/u],
]

const KNOWN_NAMES: ReadonlySet<string> = new Set(
  [ID_NAMES, MANAGER_NAMES, FIRST_NAMES, LAST_NAMES, ...Object.values(NAMES)].flat().filter((name) => name.length > 1),
)
/** Ends of lines, bounds, limits: no fields of people, and yet what columns are called. */
const OTHER_HEADERS =
  /^(source|target|from|to|child|lft|rgt|left|right|level\d*|path|kind|category|activity|limit|.*limit|amount|maxamount|minamount|approvers?|conditions?|refunds?|discounts?|goodwill)$/

/** Whether a name is nothing but a field's. */
export function isFieldName(name: string): boolean {
  return KNOWN_NAMES.has(foldedName(name)) || SENSITIVE_NAMES.has(foldedName(name))
}

/** Whether other systems call a field so: that is how a header is told from a row. */
export function isKnownName(name: string): boolean {
  const folded = foldedName(name)
  if (folded === '' || folded.length >= 40) return false
  return (
    KNOWN_NAMES.has(folded) ||
    OTHER_HEADERS.test(folded) ||
    SENSITIVE_NAMES.has(folded) ||
    MANAGER_WORDS.test(folded) ||
    PARTS.some(([, part]) => part.test(folded))
  )
}

const SENSITIVE_NAMES = new Set(
  list(`
  dateofbirth birthdate birthday dob yearofbirth placeofbirth geburtsdatum geburtstag geburtsort datenaissance fechanacimiento fechadenacimiento geboortedatum fæðingardagur датарождения 出生日期 生日 تاریختولد age alter edad
  ssn socialsecuritynumber socialsecurity nationalid nationalidnumber nationalinsurancenumber nino passport passportnumber passportno taxid taxnumber tin cpf curp rfc dni nie bsn pesel personnummer
  kennitala snils inn снилс инн паспорт 身份证 身份证号 کدملی driverslicense drivinglicence steuerid steuernummer sozialversicherungsnummer iban bankaccount accountnumber bankaccountnumber kontonummer sortcode
  homeaddress address streetaddress street address1 address2 homepostcode homecity homephone personalphone mobilephone privatephone personalemail privateemail adresse anschrift privatadresse direccion домашнийадрес адрес 住址 家庭住址
  gender sex geschlecht sexo sexe пол 性别 جنسیت ethnicity race racedesc raceethnicity religion glaube maritalstatus maritaldesc maritalstatusid familystatus familienstand estadocivil семейноеположение 婚姻状况 nationality staatsangehörigkeit nacionalidad
  citizenship citizendesc hispaniclatino disability disabled behinderung veteran veteranstatus sexualorientation pregnancy bloodgroup bloodtype health sickdays krankheitstage emergencycontact emergencyphone spouse
  numberofchildren childrencount dependents criminalrecord union unionmember`),
)
const SENSITIVE_PARTS =
  /birth(date|day|place)?$|^dob|dateofbirth|nationalid|socialsec|passport|ethnic|religio|marital|homeaddress|homephone|privateaddress|iban$|emergencycontact|sexualorient|disabilit|medical/u

/** A birth date, a home address and the like: recognised so that it is left aside, never shown. Any part of `person.address.street` may say so. */
export function isSensitive(name: string): boolean {
  return [name, ...name.split(/[.[\]]+/)].some((part) => {
    const folded = foldedName(part)
    return SENSITIVE_NAMES.has(folded) || SENSITIVE_PARTS.test(folded)
  })
}

export interface NamedRole {
  readonly role: ColumnRole
  readonly column: string
  readonly confidence: number
}

/** Roles that names give, each column one; `taken` columns are not looked at, except for the name, which may be an id as well. */
export function rolesByName(columns: readonly string[], taken: ReadonlySet<string>): readonly NamedRole[] {
  const used = new Set(taken)
  const found: NamedRole[] = []
  const give = (role: ColumnRole, column: string | undefined, confidence: number) => {
    if (column === undefined) return
    used.add(column)
    found.push({ role, column, confidence })
  }
  const free = () => columns.filter((column) => !used.has(column))
  const whole = firstOf((NAMES.name as readonly string[]).slice(0, WHOLE_NAMES), columns)
  if (whole !== undefined) give('name', whole, 0.95)
  else {
    const [first, last] = [firstOf(FIRST_NAMES, free()), firstOf(LAST_NAMES, free())]
    if (first === undefined && last === undefined) give('name', firstOf(NAMES.name as readonly string[], free()), 0.8)
    else {
      give('first-name', first, 0.95)
      give('last-name', last, 0.95)
    }
  }
  for (const role of IN_ORDER.slice(1)) give(role, firstOf(NAMES[role] as readonly string[], free()), 0.95)
  for (const [role, part] of PARTS) {
    if (!found.some((one) => one.role === role))
      give(
        role,
        free().find((column) => part.test(foldedName(column))),
        0.7,
      )
  }
  return found
}

/** The column that bears the most trusted of `names`. */
export function firstOf(names: readonly string[], columns: readonly string[]): string | undefined {
  const byName = new Map(columns.map((column) => [foldedName(column), column] as const).reverse())
  const name = names.find((one) => byName.has(one))
  return name === undefined ? undefined : byName.get(name)
}
