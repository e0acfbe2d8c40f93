"""Words for a diagnosis or condition, as people write them about one child. Data.

Taken from the catalogue's support types: of each only the words that name what somebody has or is. Words about
teaching or behaviour ("prikkels", "huiswerk plannen") stay out: every profile is full of them.
"""

IN_THE_CATALOGUE: dict[str, tuple[str, ...]] = {
    "TAAL-DYS": ("dyslexie", "dyslectisch", "woordblind", "dyslexieverklaring"),
    "REKEN-DYSC": ("dyscalculie", "rekenblind", "dyscalculieverklaring"),
    "LEREN-HB": ("hoogbegaafd", "hoogbegaafde"),
    "LEREN-LANG": ("zwak lerend", "laag iq"),
    "LEREN-VB": ("downsyndroom", "verstandelijk beperkt", "verstandelijke beperking", "lvb"),
    "WERK-CONC": ("adhd", "add", "ritalin"),
    "SOCEM-FAAL": ("faalangst", "faalangstig"),
    "SOCEM-ANGST": ("depressief", "trauma", "ptss"),
    "GEDRAG-EXT": ("odd", "cd", "driftbuien"),
    "GEDRAG-INT": ("selectief mutisme",),
    "GEDRAG-ASS": ("ass", "pdd-nos", "asperger", "autisme", "autist", "mcdd", "autistisch"),
    "COMM-TOS": ("tos", "taalontwikkelingsstoornis", "taalstoornis", "esm"),
    "COMM-NT2": ("vluchteling", "statushouder"),
    "ZINT-VIS": ("blind", "slechtziend"),
    "ZINT-AUD": ("doof", "slechthorend", "gehoorapparaat"),
    "LICH-MOTO": ("dcd",),
    "LICH-BEPK": ("rolstoel", "spierziekte", "gehandicapt", "cerebrale parese"),
    "MED-HAND": ("diabetes", "suikerziekte", "insuline", "allergie", "epipen", "sonde"),
    "MED-ZIEK": ("kanker", "epilepsie", "chronisch ziek", "migraine"),
    "MED-VERZ": ("katheter",),
    "AANW-VERZ": ("thuiszitter",),
    "AANW-THUIS": ("mishandeling", "pleeggezin", "vechtscheiding"),
}
"""By code of the support type; each stands in that entry of the catalogue, in any case of letters."""

INFLECTED = (
    "autistische",
    "dyslectische",
    "slechtziende",
    "slechthorende",
    "depressieve",
    "gehandicapte",
    "dove",
    "blinde",
    "syndroom van down",
    "epileptisch",
    "astma",
    "mishandeld",
)
"""Forms and common words beside those of the catalogue."""

CONDITIONS = frozenset(word for words in IN_THE_CATALOGUE.values() for word in words) | frozenset(INFLECTED)
