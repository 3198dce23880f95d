"""What job systems call the parts of a posting.

Names are compared without case and signs: `PositionTitle`, `position_title`
and `Position Title` are one. Each system's own follow its public interface:
Greenhouse, Lever, Ashby, Workable, SmartRecruiters, USAJOBS, NEOGOV, and the
feeds that boards such as Indeed take.
"""

from __future__ import annotations

from postlint.text.patterns import pattern

TITLE = "title"
# What a part of a posting is called, and the property of a JobPosting it is.
_FIELDS = {
    "hiringOrganization": "company companyname employer employername organization organizationname"
    " agency agencyname hiringorganization",
    "employmentUnit": "department departments departmentname team division office"
    " subagency employmentunit",
    "jobLocation": "location locations city state positionlocationdisplay joblocation"
    " locationname alllocations address postaladdress",
    "jobLocationType": "workplacetype joblocationtype remote",
    "employmentType": "employmenttype typeofemployment commitment jobtype positionschedule"
    " schedule worktype employment positionofferingtype",
    "baseSalary": "basesalary salary salaryrange pay payrange salaryestimate compensation"
    " compensationtiersummary positionremuneration payinputranges wage salarydescription comp"
    " payrate hourlyrate rateofpay",
    "datePosted": "firstpublished publishedat publishedon releaseddate publicationstartdate"
    " advertisefromdate advertisefromdateutc dateposted postingdate posteddate opendate opened"
    " startdate pubdate date createdat postedat postedon",
    "validThrough": "applicationdeadline applicationclosedate advertisetodate advertisetodatetime"
    " advertisetodateutc advertisetodatetimeutc"
    " validthrough closingdate closedate closedt closeat closesat closes deadline expirydate"
    " expirationdate expiresat enddate deadline applyby",
    "identifier": "requisitionid refnumber reqid positionid jobnumbersingle jobnumber"
    " referencenumber identifier",
    "reportsTo": "reportsto supervisor supervisortitle linemanager",
}
_TITLES = (
    "title jobtitle positiontitle fulltitle text name position postingtitle postingname jobname"
    " vacancytitle classtitle role job vacancy"
)
_TEXTS = {
    "": "content description descriptionhtml descriptionplain jobdescription jobsummary summary"
    " body descriptionbody details contentencoded encoded companydescription opening"
    " descriptionbodyplain openingplain postingbody adbody adbodyhtml jobdescriptionhtml jobad",
    "Duties": "duties majorduties responsibilities examplesofduties essentialduties"
    " essentialfunctions typicaltasks whatyoudo whatyoulldo whatyouwilldo mainduties keyduties"
    " keyresponsibilities dutiesandresponsibilities",
    "Requirements": "requirements keyrequirements jobrequirements whatyouneed whatyoullneed",
    "Qualifications": "qualifications qualificationsummary minimumqualifications",
    "Education": "education",
    "Benefits": "benefits",
    "How you will be evaluated": "evaluations",
    "How to apply": "howtoapply",
    "Required documents": "requireddocuments",
    "What to expect next": "whattoexpectnext",
    "Additional information": "additional additionalplain additionalinformation otherinformation"
    " closing closinghtml supplementalinformation legal legaldisclaimer disclaimer",
    "Conditions of employment": "conditionsofemployment",
}
FIELDS = {name: prop for prop, names in _FIELDS.items() for name in names.split()}
TITLES = tuple(_TITLES.split())
TEXTS = {name: heading for heading, names in _TEXTS.items() for name in names.split()}
# Of one text given twice, the first of these is read.
DOUBLES = (
    ("descriptionhtml", "description", "descriptionplain"),
    ("description", "descriptionbody", "descriptionbodyplain", "opening", "openingplain"),
    ("additional", "additionalplain"),
    ("contentencoded", "encoded", "description"),
)
# What tells a posting in a list of other things: a title alone does not.
LOWEST = (
    "minimumsalary", "salarymin", "minsalary", "minimumrange", "min", "mincents", "minvalue",
    "salarylow", "salaryfrom", "compensationmin", "paymin", "minpay", "minamount", "payrangemin",
)  # fmt: skip
HIGHEST = (
    "maximumsalary", "salarymax", "maxsalary", "maximumrange", "max", "maxcents", "maxvalue",
    "salaryhigh", "salaryto", "compensationmax", "paymax", "maxpay", "maxamount", "payrangemax",
)  # fmt: skip
CURRENCIES = ("salarycurrency", "currency", "currencytype", "currencycode", "unit")
INTERVALS = ("salaryinterval", "rateintervalcode", "interval", "unittext", "salaryperiod", "per")


# Parts that say by "true" that the work is done from elsewhere.
AWAY = frozenset({"remote", "isremote", "telecommuting", "remoteindicator", "hybrid", "ishybrid"})
# What a system calls how far a posting is, which is no state of a country.
STAGES = frozenset(
    "published draft open opened active closed archived listed internal live approved".split()
)


def bare_name(name: str) -> str:
    """Return a name without case, signs and the space it is declared in."""
    name = name.rpartition(":")[2] if ":" in name and " " not in name else name
    return "".join(char for char in name.lower() if char.isalnum())


def heading(name: str) -> str:
    """Return a name as a heading has it: `preferredQualifications` is "Preferred qualifications".

    >>> heading("preferredQualifications"), heading("ns:PHYSICAL_DEMANDS"), heading("dutiesHtml")
    ('Preferred qualifications', 'Physical demands', 'Duties')
    """
    words = _SEAM.sub(" ", name.rpartition(":")[2] if " " not in name else name).split()
    if len(words) > 1 and words[-1].lower() in _FORMS:
        del words[-1]
    return " ".join(words).lower().capitalize()


_SEAM = pattern(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+")
_FORMS = frozenset({"html", "plain", "text", "body"})
