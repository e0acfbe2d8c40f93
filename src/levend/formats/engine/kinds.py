"""The words of the format language that are chosen from a list."""

from enum import StrEnum


class QuestionType(StrEnum):
    """What an answer looks like; `question_types` holds one file for each."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    CHOICES = "choices"
    RATING = "rating"
    TABLE = "table"


class Audience(StrEnum):
    """Who reads an answer. Documents, pages and open data are made from the public answers only."""

    PUBLIC = "public"
    CONSORTIUM = "consortium"
    INTERNAL = "internal"


class RegisterName(StrEnum):
    """Facts that come from the register of schools and are therefore shown, never asked."""

    NAME = "name"
    CODE = "code"
    BRIN = "brin"
    STREET = "street"
    POSTCODE = "postcode"
    CITY = "city"
    MUNICIPALITY = "municipality"
    BOARD = "board"
    CONSORTIUM = "consortium"
    SCHOOL_TYPE = "school_type"
    PUPILS = "pupils"
    PUPILS_ON = "pupils_on"
    PHONE = "phone"
    EMAIL = "email"
    WEBSITE = "website"


class SchoolKind(StrEnum):
    """Kinds of school that a format can be meant for; the values are those of the register."""

    BAO = "bao"
    SBO = "sbo"
    SO = "so"
    VSO = "vso"
    VO = "vo"
    PRO = "pro"


class Element(StrEnum):
    """Elements that the law asks for; which of them a case needs is data of its regime."""

    BASIC_SUPPORT = "basic-support"
    EXTRA_SUPPORT = "extra-support"
    AMBITIONS = "ambitions"
    EXPERTISE_PRESENT = "expertise-present"
    EXPERTISE_TO_DEVELOP = "expertise-to-develop"
    TRAINING_CONSEQUENCES = "training-consequences"


class Level(StrEnum):
    """Levels of support: the agreed minimum, on the school's own initiative, beyond that."""

    BASIC = "basic"
    ADDITIONAL = "additional"
    EXTRA = "extra"


class OfferState(StrEnum):
    """Whether an offer stands, is being built up, or is planned."""

    IN_PLACE = "in-place"
    IN_DEVELOPMENT = "in-development"
    PLANNED = "planned"


class Provider(StrEnum):
    """Who gives the support: the school's own staff, its board, the consortium, or a partner from outside."""

    OWN = "own"
    BOARD = "board"
    CONSORTIUM = "consortium"
    PARTNER = "partner"


class Telling(StrEnum):
    """What a text about an offer tells: the offer itself, what others add, or one of the five fields."""

    OFFER = "offer"
    OTHERS = "others"
    TIME = "time"
    MATERIALS = "materials"
    SPACE = "space"
    EXPERTISE = "expertise"
    COOPERATION = "cooperation"
