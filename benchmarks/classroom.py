"""A class at once on one exercise, and on one tour: ``python benchmarks/classroom.py [--phones 100] [--seconds 30]``.

First it tells what a teacher waits for: the page Teach and the click that makes an exercise, of a sample that nobody
has asked for yet and of the one that the server reads when it is started. Then each phone opens the page by its code,
as all do when the teacher says so, and answers a question every few seconds, at moments of its own: it asks whether
the board is open and tells the answer, as the page does. Then all follow a tour that is led a step every two seconds.
Prints, in milliseconds: ``page`` is what a phone waits for the exercise, ``answer`` what it takes until the board has
the answer (the verdict needs no server), ``step`` how long after the teacher's key the last of the phones knows a
step. Then how many answers were sent and counted, and errors.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

from timeline.cli.launch import command

SAMPLE = "korea-china"
"""The sample that the server reads when it is started."""

UNREAD = "ancient"
"""One that it reads when it is asked for."""

PAUSE = (2.0, 6.0)
"""Seconds that a pupil thinks about a question."""

STEPS = 10
"""Steps of the tour that are led."""

Times = dict[str, list[float]]


class Phone:
    """A device with a connection of its own that it keeps, as a browser does."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, path: str, wish: Any = None) -> bytes:
        """What the server answers; a wish is sent as JSON. A connection that rested too long is opened anew."""
        try:
            return await self._ask(path, wish)
        except (asyncio.IncompleteReadError, ConnectionError):
            self._ends = None
            return await self._ask(path, wish)

    async def _ask(self, path: str, wish: Any) -> bytes:
        if self._ends is None:
            self._ends = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self._ends
        body = b"" if wish is None else json.dumps(wish).encode()
        method = "GET" if wish is None else "POST"
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nX-Timeline: \r\nContent-Length: {len(body)}"
        writer.write(f"{head}\r\n\r\n".encode() + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = re.search(r"content-length: (\d+)", answer)
        content = await reader.readexactly(int(length[1])) if length else b""
        if " 200 " not in answer.splitlines()[0]:
            raise RuntimeError(f"{path}: {answer.splitlines()[0]}")
        return content


async def timed(times: Times, name: str, asking: Any) -> Any:
    begin = time.perf_counter()
    try:
        answer = await asking
    except (OSError, RuntimeError, asyncio.IncompleteReadError) as error:
        times.setdefault("errors", []).append(0)
        print(f"  error: {error}")
        return None
    times.setdefault(name, []).append((time.perf_counter() - begin) * 1000)
    return answer


async def pupil(phone: Phone, who: int, code: str, until: float, times: Times) -> None:
    chance = random.Random(who)  # noqa: S311  whom it concerns when is no secret
    page = await timed(times, "page", phone.ask(f"/?deck={code}"))
    if page is None:
        return
    cards = json.loads(re.search(rb'id="data">(.*?)</script>', page)[1])["deck"]["cards"]
    for card in cards:
        await asyncio.sleep(chance.uniform(*PAUSE))
        if time.monotonic() > until:
            return
        await timed(times, "answer", told(phone, code, card, who))


async def told(phone: Phone, code: str, card: dict[str, Any], who: int) -> None:
    await phone.ask(f"/timeline/class/{code}/open")
    wish = {"card": card["id"], "answer": answer_to(card), "device": f"d{who}"}
    if not json.loads(await phone.ask(f"/timeline/class/{code}/answer", wish))["counted"]:
        raise RuntimeError("an answer was not counted")


def answer_to(card: dict[str, Any]) -> Any:
    """A right answer."""
    if card["line"]:
        return card["line"]["first"]
    if card["slots"]:
        return {slot["id"]: slot["right"][0] for slot in card["slots"]}
    return card["solution"] if card["tiles"] else card["solution"][0]


async def follower(phone: Phone, code: str, led: dict[int, float], known: dict[int, list[float]]) -> None:
    turn = -1
    while True:
        answer = json.loads(await phone.ask(f"/timeline/class/{code}/at?after={turn}"))
        turn = answer["turn"]
        if (step := answer["step"]) in led:
            known.setdefault(step, []).append((time.perf_counter() - led[step]) * 1000)
        if step == STEPS:
            return


async def class_at_once(port: int, phones: int, seconds: float) -> None:
    teacher = Phone(port)
    await made_at_once(teacher, UNREAD)
    code = await made_at_once(teacher, SAMPLE)
    await teacher.ask(f"/timeline/desk/lesson/{code}/board", {"open": True})
    times: Times = {}
    until = time.monotonic() + seconds
    await asyncio.gather(*(pupil(Phone(port), who, code, until, times) for who in range(phones)))
    board = json.loads(await teacher.ask(f"/timeline/class/{code}/board"))
    counted = sum(given["right"] for given in board["counts"].values())
    tell("page", times)
    tell("answer", times)
    print(f"  answers sent {len(times.get('answer', []))}, counted {counted}; errors {len(times.get('errors', []))}")
    await tour_at_once(port, phones, teacher)


async def made_at_once(teacher: Phone, sample: str) -> str:
    """The code of an exercise from a sample; tells what the page Teach, the first click and another one took."""
    took = []
    for path, wish in (
        (f"/timeline/desk/page/teach?c={sample}", None),
        (f"/timeline/desk/teach/{sample}/exercise", {"seed": 7, "language": "en"}),
        (f"/timeline/desk/teach/{sample}/exercise", {"seed": 8, "language": "en"}),
    ):
        begin = time.perf_counter()
        answer = json.loads(await teacher.ask(path, wish))
        took.append(_since(begin))
    print(f"  {sample}: the page Teach {took[0]:.0f}, the first exercise {took[1]:.0f}, another one {took[2]:.0f} ms")
    return str(answer["code"])


def _since(begin: float) -> float:
    """Milliseconds since a moment."""
    return (time.perf_counter() - begin) * 1000


async def tour_at_once(port: int, phones: int, teacher: Phone) -> None:
    code = json.loads(await teacher.ask(f"/timeline/desk/teach/{SAMPLE}/tour", {"language": "en"}))["code"]
    led: dict[int, float] = {}
    known: dict[int, list[float]] = {}
    following = [asyncio.create_task(follower(Phone(port), code, led, known)) for _ in range(phones)]
    await asyncio.sleep(2)
    for step in range(1, STEPS + 1):
        led[step] = time.perf_counter()
        await teacher.ask(f"/timeline/class/{code}/at", {"step": step})
        await asyncio.sleep(2)
    await asyncio.wait_for(asyncio.gather(*following), 30)
    tell("step", {"step": [max(waits) for waits in known.values()]})
    print(f"  phones that knew each step: {[len(waits) for _, waits in sorted(known.items())]}")


def tell(name: str, times: Times) -> None:
    found = sorted(times.get(name, [0.0]))
    p95 = found[min(len(found) - 1, round(0.95 * len(found) - 0.5))]
    print(f"  {name:8} median {statistics.median(found):6.1f}   p95 {p95:6.1f}   most {found[-1]:6.1f} ms")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--phones", type=int, default=100)
    options.add_argument("--seconds", type=float, default=30)
    chosen = options.parse_args()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
        environment = {**os.environ, "TIMELINE_DATABASE": str(Path(folder, "class.db"))}
        server = subprocess.Popen(command(port), env=environment)
        try:
            begin = time.perf_counter()
            wait_for(port)
            print(f"server up, with its first sample read: {time.perf_counter() - begin:.1f} s")
            print(f"{chosen.phones} phones, {os.cpu_count()} processors:")
            asyncio.run(class_at_once(port, chosen.phones, chosen.seconds))
        finally:
            server.terminate()
            server.wait(timeout=20)


def wait_for(port: int) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=20):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server does not answer.")


if __name__ == "__main__":
    main()
