"""How many files a second are brought in, each read in a process of its own. Prints a table, asserts nothing.

python benchmarks/bring.py [--workers N] [--seed N]

200 files are made first, in memory: all kinds, 1 kB to 20 MB, several languages and encodings. Most are articles of a
few pages, as people have them, and of each group a few are large.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import textwrap
import time
import zipfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.unit.read.made import docx, epub, mail, odt, packed, page, pdf, rtf, saved_page
from timeline.read.apart import Readers

SENTENCES = {
    "en": "In {y} the council voted for a bridge, and on {d} May {y} the first pillar stood in the river.",
    "de": "Im Jahr {y} beschloss der Rat die Brücke; am {d}. Mai {y} wurde der erste Pfeiler gesetzt.",
    "fr": "En {y} le conseil vota la construction du pont, et le {d} mai {y} la première pile fut posée.",
    "es": "En {y} el consejo aprobó el puente, y el {d} de mayo de {y} se levantó el primer pilar.",
    "ru": "В {y} году совет решил построить мост, и {d} мая {y} года встала первая опора.",
    "ja": "{y}年に議会は橋の建設を決め、{y}年5月{d}日に最初の橋脚が立った。",
}
ENCODINGS = {
    "en": ("utf-8", "ascii"), "de": ("utf-8", "cp1252"), "fr": ("utf-8", "latin-1", "utf-16"),
    "es": ("utf-8", "cp1252"), "ru": ("utf-8", "cp1251"), "ja": ("utf-8", "shift_jis"),
}  # fmt: skip
GROUPS = {"text and HTML": ("txt", "md", "html", "mhtml"), "PDF and DOCX": ("pdf", "docx")}
KINDS = {
    "txt": 40, "md": 15, "html": 45, "mhtml": 5, "pdf": 30, "docx": 25, "odt": 8, "epub": 6, "rtf": 8, "eml": 8,
    "csv": 5, "jsonl": 3, "zip": 2,
}  # fmt: skip
LARGEST = {"txt": 20_000_000, "pdf": 20_000_000, "docx": 5_000_000, "html": 2_000_000}


def prose(random_: random.Random, language: str, size: int) -> list[str]:
    """Paragraphs of about ``size`` bytes in all."""
    paragraphs: list[str] = []
    while size > 0:
        lines = [
            SENTENCES[language].format(y=random_.randint(1801, 1999), d=random_.randint(1, 28))
            for _ in range(random_.randint(3, 7))
        ]
        paragraphs.append(("" if language == "ja" else " ").join(lines))
        size -= len(paragraphs[-1].encode())
    return paragraphs


def made(kind: str, random_: random.Random, size: int) -> bytes:
    """A file of about ``size`` bytes: text, and beyond 400 kB of a document what pictures weigh."""
    language = random_.choice(list(SENTENCES) if kind not in ("pdf", "rtf") else ["en", "de", "fr", "es"])
    encoding = random_.choice(ENCODINGS[language])
    text = min(size, 400_000) if kind in ("pdf", "docx", "odt", "rtf") else size
    paragraphs = prose(random_, language, text)
    return MAKERS[kind](paragraphs, encoding, random_.randbytes(max(0, size - text)))


def make_text(paragraphs: list[str], encoding: str, _: bytes) -> bytes:
    return "\n\n".join(paragraphs).encode(encoding)


def make_page(paragraphs: list[str], encoding: str, _: bytes) -> bytes:
    menu = "<nav>" + "".join(f"<a href='/{n}'>Part {n}</a>" for n in range(40)) + "</nav>"
    head = "<title>The bridge</title><meta property='article:published_time' content='1998-05-03'>"
    return page(*paragraphs, head=head, before=menu, after=menu, charset=encoding)


def make_saved(paragraphs: list[str], _: str, weight: bytes) -> bytes:
    return saved_page(make_page(paragraphs, "utf-8", weight).decode(), "https://example.org/bridge")


def make_pdf(paragraphs: list[str], _: str, weight: bytes) -> bytes:
    lines = [line for paragraph in paragraphs for line in [*textwrap.wrap(paragraph, 90), ""]]
    whole = pdf([lines[at : at + 45] for at in range(0, len(lines), 45)])
    return with_weight(whole, weight) if weight else whole


def make_docx(paragraphs: list[str], _: str, weight: bytes) -> bytes:
    whole = io.BytesIO(docx(*paragraphs))
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr("word/media/image1.png", weight)
    return whole.getvalue()


def make_odt(paragraphs: list[str], _: str, __: bytes) -> bytes:
    return odt("".join(f"<text:p>{paragraph}</text:p>" for paragraph in paragraphs))


def make_epub(paragraphs: list[str], _: str, __: bytes) -> bytes:
    parts = [paragraphs[at : at + 20] for at in range(0, len(paragraphs), 20)]
    return epub({f"{n}.xhtml": page(*part).decode() for n, part in enumerate(parts)})


def make_rtf(paragraphs: list[str], _: str, __: bytes) -> bytes:
    return rtf(*paragraphs)


def make_mail(paragraphs: list[str], _: str, __: bytes) -> bytes:
    return mail("\n\n".join(paragraphs), Subject="The bridge", Date="Sun, 03 May 1998 10:00:00 +0200")


def make_table(paragraphs: list[str], _: str, __: bytes) -> bytes:
    rows = "".join(f'"{number}","{paragraph}"\n' for number, paragraph in enumerate(paragraphs))
    return f"title,text\n{rows}".encode()


def make_lines(paragraphs: list[str], _: str, __: bytes) -> bytes:
    return "\n".join(json.dumps({"title": str(n), "text": text}) for n, text in enumerate(paragraphs)).encode()


def make_zip(paragraphs: list[str], _: str, __: bytes) -> bytes:
    return packed({f"{n}.txt": paragraph for n, paragraph in enumerate(paragraphs)})


MAKERS = {
    "txt": make_text, "md": make_text, "html": make_page, "mhtml": make_saved, "pdf": make_pdf, "docx": make_docx,
    "odt": make_odt, "epub": make_epub, "rtf": make_rtf, "eml": make_mail, "csv": make_table, "jsonl": make_lines,
    "zip": make_zip,
}  # fmt: skip


def with_weight(whole: bytes, noise: bytes) -> bytes:
    """The PDF with something in it that weighs as pictures do."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(whole)))
    writer.add_attachment("picture", noise)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def files(seed: int) -> list[tuple[str, bytes]]:
    """The names and bytes of the files."""
    random_ = random.Random(seed)  # noqa: S311  the same files on every run
    found = []
    for kind, count in KINDS.items():
        for number in range(count):
            size = min(1_000_000, max(1_000, int(random_.lognormvariate(9.2, 1.2))))  # half are under 10 kB
            if number == 0:
                size = LARGEST.get(kind, 200_000)
            found.append((f"{kind}/{number}.{kind}", made(kind, random_, size)))
    random_.shuffle(found)
    return found


def main() -> None:
    """Read each group, then all files, and print what that took."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--workers", type=int, default=2, help="processes that read at once")
    arguments.add_argument("--seed", type=int, default=7)
    given = arguments.parse_args()
    every = files(given.seed)
    groups = {name: [one for one in every if one[0].partition("/")[0] in kinds] for name, kinds in GROUPS.items()}
    print(f"{'group':<16}{'files':>6}{'MB':>8}{'seconds':>9}{'a second':>10}   problems")
    with Readers(workers=given.workers) as readers, ThreadPoolExecutor(given.workers) as threads:
        for name, group in {**groups, "all": every}.items():
            for kind in sorted({one.partition("/")[0] for one, _ in group}):  # what a process loads once
                list(
                    threads.map(lambda ending: readers.read(f"a.{ending}", b"It fell in 1950."), [kind] * given.workers)
                )
            begin = time.perf_counter()
            brought = list(threads.map(lambda one: readers.read(*one), sorted(group, key=lambda one: -len(one[1]))))
            took = time.perf_counter() - begin
            size = sum(len(data) for _, data in group) / 1e6
            wrong = sum(len(one.problems) for one in brought)
            print(f"{name:<16}{len(group):>6}{size:>8.1f}{took:>9.2f}{len(group) / took:>10.1f}   {wrong}")
    sizes: dict[str, list[int]] = defaultdict(list)
    for name, data in every:
        sizes[name.partition("/")[0]].append(len(data))
    print("\n" + ", ".join(f"{kind} {min(own) / 1e3:,.0f}–{max(own) / 1e3:,.0f} kB" for kind, own in sizes.items()))


if __name__ == "__main__":
    main()
