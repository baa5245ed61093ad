"""The invented platforms: names, companies, sectors, countries, services."""

import re
from dataclasses import dataclass, field

from . import draw

# Sector distribution of the real index.
SECTORS = {
    "ai": 46, "social": 33, "advertising": 22, "news-media": 19, "cloud-hosting": 19, "fintech-crypto": 18,
    "knowledge-community": 15, "messaging": 14, "productivity": 13, "gaming": 12, "travel-mobility": 11,
    "search-browser": 10, "video-streaming": 9, "marketplace": 8, "devices": 8, "developer-tools": 8, "telecom": 7,
    "security-privacy": 7, "dating": 7, "music-audio": 6, "education": 6, "e-commerce": 6, "other": 5,
    "creative-portfolio": 5, "adult": 5, "identity": 3, "food-delivery": 2, "banking-insurance": 1,
}
BUSINESS = {"advertising", "cloud-hosting", "developer-tools", "productivity", "security-privacy", "identity"}

# code: (weight, name in a sentence, legal forms, towns (invented))
COUNTRIES = {
    "US": (190, "the United States", ["Inc", "LLC", "Corporation", "Company"], ["Harrow Falls", "Eastmarrow", "Pinnet City", "Dunlow"]),
    "SE": (16, "Sweden", ["AB"], ["Ekvarn", "Lillmosund"]),
    "FR": (16, "France", ["SA", "SAS"], ["Vaubrelle", "Saint-Orlac"]),
    "GB": (16, "the United Kingdom", ["Limited", "Ltd"], ["Netherwick-on-Tarn", "Coldbarrow"]),
    "JP": (12, "Japan", ["KK"], ["Kitamori-machi", "Hoshigawa"]),
    "DE": (12, "Germany", ["GmbH", "AG"], ["Oberwendel", "Kaltenried"]),
    "CH": (8, "Switzerland", ["AG"], ["Murzingen", "Val-d’Ourne"]),
    "IE": (8, "Ireland", ["Limited"], ["Ballymorrin", "Kilcarney Cross"]),
    "NL": (7, "the Netherlands", ["BV"], ["Oostermeer aan Zee", "Hollewaard"]),
    "CA": (8, "Canada", ["Inc", "Ltd"], ["Port Lanner", "Moose Harbour"]),
    "IT": (6, "Italy", ["Srl"], ["Borgo Calvenza", "Monteradice"]),
    "NO": (5, "Norway", ["AS"], ["Skarvevik", "Nordholmen"]),
    "FI": (4, "Finland", ["Oy"], ["Hirvikoski", "Saarilampi"]),
    "IL": (3, "Israel", ["Ltd"], ["Tel Harduf", "Kfar Oranit"]),
    "AU": (4, "Australia", ["Pty Ltd"], ["Wattle Bluff", "Yarrangool"]),
    "IN": (3, "India", ["Private Limited"], ["Suryapalli", "Neelgarh"]),
    "KR": (2, "South Korea", ["Co Ltd"], ["Haedong", "Namcheon-ri"]),
    "EE": (2, "Estonia", ["OÜ"], ["Kaldasaar", "Rannaküla"]),
    "SG": (2, "Singapore", ["Pte Ltd"], ["Tanjong Layar", "Bukit Melur"]),
}
STREETS = ["{n} Alder Row", "{n} Lantern Street", "{n} Kiln Lane", "{n} Old Mill Road", "{n} Harbour Steps",
           "{n} Observatory Way", "{n} Weavers Court", "{n} Saltmarket", "{n} Station Approach", "{n} Foxglove Square"]

# Names are put together from these; the first two tables give words such as Quorvelo, the others Brindlewax.
ONSETS = ("Quor Tarn Vesk Olm Zant Drusk Hesp Ilv Korv Marn Nusk Ombr Prav Selv Thrask Ulv Wend Yarr Bosk Dolm Eft "
          "Fenk Gald Hask Jund Kest Lorv Mesk Plov Rund Skel Tolv Varn Wulm Xand Yelm Zork Brev Crint Dwem Fland "
          "Gromv Hulv Jask Krund Lusk Morv Nelv Orsk Pund Quel Resk Strov Trelv Umbr Vrand").split()
CODAS = ("ivelo odane imire aquist olune abax inock ovane apith emoss igle amott irill ospoke awick ilorn obray "
         "eska ondo avier ulo ethra ippon arix oveen umba idell ango eluna").split()
FIRSTS = ("Brindle Tansel Mottle Hobbin Fennick Quillet Wimble Corrow Dabble Fettle Grindel Hazzle Jostle Kettrin "
          "Limmer Muffin Nettock Ottle Pebbin Ruckle Sorrel Tumbrel Uffin Vintle Whistock Yarrow Zingle Bramlet "
          "Cobbin Drizzel").split()
SECONDS = ("wax mere thwick spool gant harrow lorn pock trice quern sedge nard wold krill bunt frith glim plume").split()
# Candidates too near a word or a name in use.
REFUSED = {"brevulo", "kestarix", "pundulo", "reskondo", "zantango", "muffinbunt", "sorrelwold", "yarrowmere", "quelinock"}


@dataclass
class Platform:
    id: str
    name: str
    sector: str
    country: str
    company: str
    domain: str
    voice: str
    address: str
    services: list = field(default_factory=list)  # of Service


@dataclass
class Service:
    """A folder of documents. `role` is "main", "second" (an own service) or "former" (the main one's old name)."""
    collection: str
    name: str
    role: str
    domain: str


def names():
    """All usable names in a drawn order."""
    made = [a + b for a in ONSETS for b in CODAS] + [a + b for a in FIRSTS for b in SECONDS]
    good, stems = [], {}
    for name in draw.shuffled(sorted(set(made)), "name"):
        low = name.lower()
        if low in REFUSED or re.search(r"(.)\1\1|[^aeiouy]{5}|vv", low) or not 7 <= len(name) <= 12:
            continue
        # No more than a few of one beginning or one ending.
        if stems.get(low[:4], 0) >= 11 or stems.get(low[-4:], 0) >= 18:
            continue
        for stem in (low[:4], low[-4:]):
            stems[stem] = stems.get(stem, 0) + 1
        good.append(name)
    return good


def platforms():
    supply = iter(names())
    sectors = draw.shuffled([f"{s}\t{i}" for s, n in SECTORS.items() for i in range(n)], "sector")
    countries = [(code, row[0]) for code, row in COUNTRIES.items()]
    found = []
    for slot in sectors:
        sector, name = slot.split("\t")[0], next(supply)
        id = name.lower()
        country = draw.weighted(countries, id, "country")
        voice = draw.weighted([("plain", 45), ("legal", 37 if sector not in BUSINESS else 60), ("friendly", 18)], id, "voice")
        found.append(Platform(
            id, name, sector, country, name + " " + draw.pick(COUNTRIES[country][2], id, "form"), id + ".example", voice,
            _address(id, country)))
    found.sort(key=lambda platform: platform.id)
    _companies(found, supply)
    for platform in found:
        main = "sample-ai" if platform.sector == "ai" else "sample-business" if platform.sector in BUSINESS else "sample-consumer"
        platform.services = [Service(main, platform.name, "main", platform.domain)]
    order = draw.shuffled([p.id for p in found], "services")
    by_id = {p.id: p for p in found}
    for id in order[:7]:
        p = by_id[id]
        suffix = draw.pick(["Studio", "Business", "Cloud", "Partners", "Plus", "Market"], id, "second")
        where = "sample-business" if suffix in ("Business", "Cloud", "Partners") else p.services[0].collection
        p.services.append(Service(where, f"{p.name} {suffix}", "second", p.domain))
    for id in order[7:13]:
        p, old = by_id[id], next(supply)
        others = [c for c in ("sample-consumer", "sample-business", "sample-ai") if c != p.services[0].collection]
        p.services.append(Service(draw.pick(others, id, "former"), old, "former", old.lower() + ".example"))
    return found


def _address(id, country):
    street = draw.pick(STREETS, id, "street").format(n=draw.whole(2, 190, id, "house"))
    return f"{street}, {draw.pick(COUNTRIES[country][3], id, 'town')}, {COUNTRIES[country][1].removeprefix('the ')}"


def _companies(found, supply):
    """Gives fifteen companies two to five platforms each."""
    order = iter(draw.shuffled([p.id for p in found], "owned"))
    by_id = {p.id: p for p in found}
    for number, size in enumerate([5, 5, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2]):
        name = next(supply)
        company = name + draw.pick(["", " Group", " Holding", " Media", " Technology"], name, "group")
        country = draw.weighted([(code, row[0]) for code, row in COUNTRIES.items()], name, "country")
        for _ in range(size):
            p = by_id[next(order)]
            p.company, p.country, p.address = company, country, _address(name, country)
