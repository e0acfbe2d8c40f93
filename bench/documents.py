"""What a sealed document costs beside what it is made with, whether memory stays flat, what a second process gains.

    .venv/bin/python bench/documents.py [--documents 200] [--rounds 5] [--batch 20]

Every document is the shipped example for another school, since the typesetter remembers what it has set before. The
product (public part of the answers, layout, typesetting, seal) alternates in one process with its bare parts: Typst on
data that lie ready, and pyHanko with a loaded key. Then batches in one process alternate with the same batches shared
by two, beside a loop that only spins: what the machine cannot give to a loop, it cannot give to documents.

Prints processor times per document, their spread and ratios. Exit 1: more than 1.2 times the bare parts, memory that
grows, or a second process that gains less than 1.6 times where the loop gained as much.
"""

import argparse
import io
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

import typst
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer

if TYPE_CHECKING:
    from pydantic import JsonValue

    from levend.documents.values import Document
    from levend.formats.engine.values import Value

MOST_TIMES_BARE = 1.2
LEAST_GAIN = 1.6
MOST_GROWTH = 1.1
SPINS = 2_000_000
LONG = 60
WARM_UP = 3


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batch", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="levend-bench-") as folder:
        os.environ.update(
            LEVEND_DATA=folder,
            LEVEND_SECRET_KEY="bench",
            LEVEND_LOG_LEVEL="WARNING",
            DJANGO_SETTINGS_MODULE="levend.config.settings",
        )
        start()
        held = [cost(options.documents), gain(options.rounds, options.batch)]
    return 0 if all(held) else 1


def start() -> None:
    """In every process."""
    import django

    django.setup()
    for number in range(WARM_UP):
        product(-1 - number)


def cost(count: int) -> bool:
    """The product beside its bare parts; on the way, the memory."""
    made: list[float] = []
    bare: list[float] = []
    memory: list[int] = []
    for number in range(count):
        if number % 2:
            bare.append(bare_parts(count + number))
        made.append(timed(partial(make, number, 1)))
        if not number % 2:
            bare.append(bare_parts(count + number))
        memory.append(resident())
    ratio = median(made) / median(bare)
    quarter = max(len(memory) // 4, 1)
    growth = median(memory[-quarter:]) / median(memory[quarter : 2 * quarter] or memory)
    print(f"{count} documents of {len(product(count)) / 1000:.0f} kB, processor time each")
    print(f"  product     {spread(made)}")
    print(f"  bare parts  {spread(bare)}")
    print(f"  ratio {ratio:.2f} (limit {MOST_TIMES_BARE})")
    print(
        f"  memory {memory[0]} MB after the first, {memory[-1]} MB after the last; "
        f"last quarter / second quarter {growth:.3f} (limit {MOST_GROWTH})"
    )
    return ratio <= MOST_TIMES_BARE and growth <= MOST_GROWTH


def gain(rounds: int, batch: int) -> bool:
    """What two processes do in the time of one, for documents and for a loop."""
    documents, loops = [], []
    with one_process() as first, one_process() as second:
        for pool in (first, second):
            pool.submit(spin, 0, 1).result()
        for number in range(rounds):
            begin = 10_000 + 10 * number * batch
            documents.append(
                elapsed((first, make, begin, 2 * batch))
                / elapsed((first, make, begin + 3 * batch, batch), (second, make, begin + 5 * batch, batch))
            )
            loops.append(
                elapsed((first, spin, 0, 2 * batch))
                / elapsed((first, spin, 0, batch), (second, spin, 0, batch))
            )
    gained, possible = median(documents), median(loops)
    print(f"two processes, {rounds} rounds of {2 * batch} documents, wall time of one / of two")
    print(f"  documents   {gained:.2f} ({min(documents):.2f} to {max(documents):.2f})")
    print(f"  loop        {possible:.2f} ({min(loops):.2f} to {max(loops):.2f})")
    if possible < LEAST_GAIN:
        print(f"  not judged: this machine gave even a loop less than {LEAST_GAIN}")
        return True
    print(f"  limit {LEAST_GAIN}")
    return gained >= LEAST_GAIN


def product(number: int) -> bytes:
    """A sealed concept for school `number`, from its answers."""
    from levend.documents.enums import SealKind
    from levend.documents.sealing import seal_pdf
    from levend.documents.services import typeset_pdf

    document = profile(number)
    return seal_pdf(typeset_pdf(document), kind=SealKind.CONCEPT, name=document.publisher)


def bare_parts(number: int) -> float:
    """Seconds of processor time for Typst and pyHanko alone, on the same kind of document, laid out beforehand."""
    from levend.documents.engine.layout_data import layout_json

    data = layout_json(profile(number))
    return timed(lambda: bare_seal(bare_pdf(data)))


def bare_pdf(data: str) -> bytes:
    pdf = compiler().compile(
        format="pdf", pdf_standards=["ua-1", "a-3a"], sys_inputs={"document": data}, timestamp=0
    )
    assert isinstance(pdf, bytes)
    return pdf


@cache
def compiler() -> typst.Compiler:
    from levend.documents.engine.characters import FONTS
    from levend.documents.services.typeset import LAYOUT

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(
        input=str(LAYOUT / "document.typ"), root=str(LAYOUT), font_paths=fonts, ignore_system_fonts=True
    )


def bare_seal(pdf: bytes) -> None:
    about = PdfSignatureMetadata(
        field_name="Zegel",
        certify=True,
        md_algorithm="sha256",
        docmdp_permissions=MDPPerm.NO_CHANGES,
        subfilter=SigSeedSubFilter.PADES,
    )
    PdfSigner(about, signer(), new_field_spec=SigFieldSpec("Zegel", on_page=0)).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(pdf + b"\n")), bytes_reserved=8192, output=io.BytesIO()
    )


@cache
def signer() -> Signer:
    from levend.documents.sealing import seal_key
    from levend.documents.sealing.signer import KeptKeySigner

    return KeptKeySigner(seal_key())


def profile(number: int) -> "Document":
    """The example's profile, for a school and a year of its own."""
    from levend.documents.values import Mark
    from levend.formats.shipped import shipped_definition
    from levend.publication.render.full import full_profile
    from levend.publication.values import Edition

    definition = shipped_definition("passenderwijs")
    register, answers = example()
    words = f"School {number} kijkt naar elk kind, {number % 7 + 2} keer per jaar. "
    edition = Edition(
        school_year="2026-2027", publisher="Het Verbond", on=date(2026, 11, 22), mark=Mark.CONCEPT
    )
    return full_profile(
        definition,
        location={**register, "name": f"Basisschool {number}"},
        answers={
            key: f"{words}{value} {words}" if isinstance(value, str) and len(value) > LONG else value
            for key, value in answers.items()
        },
        edition=edition,
    )


@cache
def example() -> tuple[dict[str, "JsonValue"], dict[str, "Value"]]:
    """Register facts and answers, read once, as the worker has them."""
    from levend.formats import shipped
    from levend.formats.engine.answers_file import read_answers_file, take_answers

    path = Path(shipped.__file__).parent / "examples" / "passenderwijs.json"
    file = read_answers_file(path.read_bytes())
    return file.register, take_answers(shipped.shipped_definition("passenderwijs"), file)


def make(begin: int, count: int) -> None:
    for number in range(begin, begin + count):
        product(number)


def spin(_begin: int, count: int) -> None:
    for _number in range(count):
        total = 0
        for each in range(SPINS):
            total += each


Work = tuple[ProcessPoolExecutor, Callable[[int, int], None], int, int]


def one_process() -> ProcessPoolExecutor:
    """A worker started anew: a copy of this process would have the typesetter's locks without its threads."""
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=start)


def elapsed(*works: Work) -> float:
    """Seconds until all is done that is given out at once."""
    begin = time.monotonic()
    for done in [pool.submit(work, first, count) for pool, work, first, count in works]:
        done.result()
    return time.monotonic() - begin


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time, all threads of this process together."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def resident() -> int:
    """Megabytes of memory in use now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1_000_000


def spread(seconds: list[float]) -> str:
    low, *_others, high = quantiles(seconds, n=20)
    return f"median {median(seconds) * 1000:.0f} ms (5 % {low * 1000:.0f}, 95 % {high * 1000:.0f})"


if __name__ == "__main__":
    sys.exit(main())
