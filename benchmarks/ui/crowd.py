"""Many people at once on one server, measured as each of them waits. Prints its figures, asserts nothing.

    python benchmarks/ui/crowd.py [--people 100] [--seconds 30] [--events 1000] [--runs 3] [--ask] [collection.json]

Each person speaks to the server as the page in a browser does, over connections of their own: the outline and the
sentences over HTTP, the script over the web socket, in Streamlit's own messages. Every two seconds, each at moments of
their own, they choose another event or, every fourth time, filter. Of up to 3,000 events the page fetches all sentences
ahead, 1.5 seconds after it came up, and then asks nothing more; who is quicker, and all of a larger collection, ask for
those of 32 events together when they choose, and for all at the first search. A choice is told to the script as the
page tells it, 0.3 seconds later. With ``--ask`` nothing is fetched ahead, so that every person asks for everything.
Times in milliseconds, medians over the runs: ``sentences`` is what a person waits for after a click where they are not
at hand, ``script`` is how long the script behind it runs, ``search`` the sentences for search, ``ahead`` 500 of those
that are fetched ahead. The memory is the server's private one, at its highest.
Where other programs have the processors, the times tell of them as well: the server's own share is told too.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import websockets
from generate import made
from measure import memory, p95, serve
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from timeline.app.parts import BLOCK, QUOTES, TOGETHER
from timeline.store import collection_file

PAUSE = 2.0
"""Seconds between two deeds of a person."""

TOLD_AFTER = 0.3
"""Seconds after which the page tells the script of a choice."""

ALL_AHEAD, AHEAD_AFTER = 3000, 1.5
"""Events up to which the page fetches all sentences ahead, and after how many seconds, as data.js and explorer.js."""

KEY = "opened"
DATA = f"/timeline/data/{KEY}"

Times = dict[str, list[float]]


class Line:
    """A connection to the server that is kept open, as a browser keeps it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.free = asyncio.Lock()
        self.ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> bytes:
        """What the server has there; on a new connection where it has closed the old one, as it does after a rest."""
        async with self.free:
            try:
                return await self._ask(path)
            except (asyncio.IncompleteReadError, ConnectionError):
                self.ends = None
                return await self._ask(path)

    async def _ask(self, path: str) -> bytes:
        if self.ends is None:
            self.ends = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.ends
        writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        if " 200 " not in head.splitlines()[0]:
            raise RuntimeError(f"{path}: {head.splitlines()[0]}")
        length = next(row for row in head.splitlines() if row.startswith("content-length:"))
        return await reader.readexactly(int(length.split(":")[1]))


class Person:
    """Somebody at the page."""

    def __init__(self, port: int, number: int, events: int, *, ask: bool = False) -> None:
        self.line, self.port, self.events = Line(port), port, events
        self.chance = random.Random(number)  # noqa: S311  moments, no secrets
        self.has: set[int] = set()
        self.waits_for_all = ask or events > ALL_AHEAD
        self.stamp = ""
        self.told_of: list[str] = []
        self.component = ""
        self.times: Times = defaultdict(list)

    async def stay(self, until: float) -> Times:
        """A visit from now on; the times of all that was waited for."""
        async with websockets.connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream", subprotocols=["streamlit"], max_size=None
        ) as wire:
            self.wire = wire
            await self.timed("arrival", self.arrive())
            ahead = asyncio.create_task(self.fetch_ahead())
            await asyncio.sleep(self.chance.uniform(0, PAUSE))
            deed = 0
            while time.monotonic() < until:
                begin = time.monotonic()
                deed += 1
                await (self.filter() if deed % 4 == 0 else self.choose())
                await asyncio.sleep(max(0, PAUSE - (time.monotonic() - begin)))
        await ahead
        return self.times

    async def timed(self, name: str, deed: Any) -> None:
        """Notes how long a deed takes."""
        begin = time.perf_counter()
        await deed
        self.times[name].append(1000 * (time.perf_counter() - begin))

    async def arrive(self) -> None:
        """The page comes up."""
        await self.run()
        await self.get("")

    async def get(self, part: str) -> None:
        """A part of the collection, as it was when the page was told of it."""
        await self.line.get(f"{DATA}{part}?{self.stamp}")

    async def fetch_ahead(self) -> None:
        """The sentences of all events, while nothing else happens."""
        if self.waits_for_all:
            return
        await asyncio.sleep(AHEAD_AFTER)
        for first in range(0, self.events, TOGETHER):
            await self.timed("ahead", self.get(f"/all/{first}"))
        self.has.update(range(-1, self.events))

    async def choose(self) -> None:
        """Another event is chosen."""
        event = self.chance.randrange(self.events)
        block = event - event % BLOCK
        if block not in self.has:
            await self.timed("sentences", self.get(f"/events/{block}"))
            self.has.add(block)
        await asyncio.sleep(TOLD_AFTER)
        await self.timed("script", self.run(f"e{event}"))

    async def filter(self) -> None:
        """Something is searched."""
        if -1 in self.has:
            return
        self.has.add(-1)
        for first in range(0, self.events, QUOTES):
            await self.timed("search", self.get(f"/quotes/{first}"))

    async def run(self, selected: str = "") -> None:
        """The script runs once, with a choice; over when it says so."""
        message = BackMsg()
        message.rerun_script.query_string = f"c={KEY}" + (f"&e={selected}" if selected else "")
        message.rerun_script.context_info.url = f"http://127.0.0.1:{self.port}/"
        if selected:
            widget = message.rerun_script.widget_states.widgets.add()
            widget.id, widget.json_value = self.component, f'{{"selected":"{selected}"}}'
            message.rerun_script.cached_message_hashes.extend(self.told_of)
        else:
            message.rerun_script.widget_states.SetInParent()
        await self.wire.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(await self.wire.recv())
            if answer.WhichOneof("type") == "delta" and not selected:
                self.component = answer.delta.new_element.bidi_component.id
                self.stamp = json.loads(answer.delta.new_element.bidi_component.json)[0]["stamp"]
                self.told_of.append(answer.hash)
            if answer.WhichOneof("type") == "script_finished":
                if answer.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise RuntimeError("the script did not end well")
                return


async def crowd(port: int, people: int, seconds: float, events: int, *, ask: bool = False) -> dict[str, float]:
    """Everybody's times together, and the server's memory."""
    until = time.monotonic() + seconds + people / 20
    visits = []
    for number in range(people):  # they come one after the other, twenty a second
        visits.append(asyncio.create_task(Person(port, number, events, ask=ask).stay(until)))
        await asyncio.sleep(1 / 20)
    highest, begin, busy = 0.0, time.monotonic(), processor_time(port)
    while not all(visit.done() for visit in visits):
        highest = max(highest, await asyncio.to_thread(memory, f"--server.port={port}"))
        await asyncio.sleep(1)
    share = 100 * (processor_time(port) - busy) / (time.monotonic() - begin)
    together: Times = defaultdict(list)
    for visit in visits:
        for name, times in visit.result().items():
            together[name] += times
    found = {}
    for name, times in sorted(together.items()):
        found |= {f"{name} p50": statistics.median(times), f"{name} p95": p95(times), f"{name} times": len(times)}
    return {**found, "server MB": highest, "server % of a processor": share}


def processor_time(port: int) -> float:
    """Seconds that the server on a port has computed."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"--server.port={port}" in (process / "cmdline").read_text():
                ticks = (process / "stat").read_text().rsplit(")", 1)[1].split()
                return (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK")
        except OSError:
            continue
    raise RuntimeError(f"no server on port {port}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--ask", action="store_true")
    parser.add_argument("collection", type=Path, nargs="?")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        file = told.collection
        if file is None:
            file = Path(scratch) / "made.json"
            collection_file.write(made(told.events), file)
        events = len(collection_file.read(file).events)
        print(f"{told.people} people, {events} events", flush=True)
        runs = []
        for _ in range(told.runs):
            with serve(file) as address:
                port = int(address.rsplit(":", 1)[1])
                runs.append(asyncio.run(crowd(port, told.people, told.seconds, events, ask=told.ask)))
        for key in runs[0]:
            print(f"  {key} {statistics.median(run[key] for run in runs if key in run):.0f}")


if __name__ == "__main__":
    main()
