"""Two other readers of EDTF as oracles. Where we differ from one of them, the table says why."""

from __future__ import annotations

from typing import Any

import pytest

from timeline.edtf import bounds, iso, parse
from timeline.errors import EdtfError

VALID = """
    1961-07-11 1961-07 1981 0000 0079 -0043 -0043-03-15 2000-02-29 0000-02-29 1961-07-11T10:00:00
    1961-07-11T10:00:00Z 1961-07-11T10:00:00-04 1961-07-11T10:00:00+05:30 1950/1953 1962-03/1962-06
    2021-07-05/2021-07-11 Y170000002 Y-170000002 1962-21 1962-24 1962-21~ 1850? 1850-05~ 1850-05-01% 193X 18XX
    2004-XX 1985-04-XX 1985-XX-XX 1945/.. ../1961 1950/ /1950 1984~/2004-06 1990-21/1990-22 193X/195X
    1984/2004-06-XX 1XXX -04XX -021X -1XXX [1914,1915] [1667,1668,1670..1672] [..1760-12-03] [1760-12..]
    {1960,1961-12} {..1984} {1960~,1961} [193X,1941]
""".split()  # noqa: SIM905  a list of quoted texts would be ten times as long

NOT_VALID = """
    19 12345 1961-7 1961-07-1 2021-13 2021-00 2021-02-30 -0000 Y2004 +1961 201x 1984?~ 1984%? 1985-04-12T10:00
    1985-04-12T10:00:60 1985-04-12T10:00:00Z/1986 2005/2004 2005/2004-06 / [] [1667] [1667,..1760] [1760..,1780]
    [1914,1915} 1961/07/11 yesterday
""".split()  # noqa: SIM905  a list of quoted texts would be ten times as long

OTHERWISE = {
    # edtf-validate's answer and the reason why ours is the other one
    "1900-02-29": (True, "1900 is no leap year"),
    "[1672..1670]": (True, "it runs backwards"),
    "2004-06/2004": (False, "it starts in June 2004 and ends before 2005: nothing is wrong with that"),
    "Y17000/Y18000": (False, "an interval of long years says no less than one of short ones"),
    "[1962-21,1963]": (False, "so does a set with a season"),
    "193X-XX": (True, "level 2: it says no more than 193X"),
    "20X5": (True, "level 2: digits unknown in the middle are not read"),
    "2004-06~-11": (True, "level 2: qualifiers of a part are not read"),
    "2001-34": (True, "level 2: quarters are not read"),
    "Y-17E7": (True, "level 2: exponents are not read"),
    "XXXX": (True, "it says nothing"),
    "../..": (True, "it says nothing"),
    "1985-04-12T24:00:00": (True, "midnight is the 00:00:00 of the next day"),
}


def reads(text: str) -> bool:
    try:
        parse(text)
    except EdtfError:
        return False
    return True


@pytest.fixture(scope="module")
def is_valid() -> Any:
    module = pytest.importorskip("edtf_validate.valid_edtf", reason="the oracle edtf-validate is not installed")
    return module.is_valid


@pytest.mark.parametrize("text", VALID)
def test_both_read(text: str, is_valid: Any) -> None:
    assert reads(text)
    assert is_valid(text)


@pytest.mark.parametrize("text", NOT_VALID)
def test_both_refuse(text: str, is_valid: Any) -> None:
    assert not reads(text)
    assert not is_valid(text)


@pytest.mark.parametrize("text", OTHERWISE)
def test_where_we_differ(text: str, is_valid: Any) -> None:
    theirs, reason = OTHERWISE[text]
    assert is_valid(text) is theirs
    assert reads(text) is not theirs, reason


# The edtf package reads a few dozen texts a second, so only the shapes, once each. Left out, as its bounds are not
# the format's: winters (it ends them on 31 December), unknown ends (it adds ten years), open ends (it gives floats).
WITH_BOUNDS = """
    1961-07-11 1961-07 1981 0000 -0043 -0043-03-15 193X 20XX -04XX -021X 1XXX 2004-XX 1985-04-XX 1985-XX-XX 1962-21
    1962-22 1962-23 1850~ 1850? 1950/1953 1962-03/1962-06 1984~/2004-06 193X/195X 1990-21/1990-22 2004-02 1900-02
    [1914,1915] [1667,1668,1670..1672] {1960,1961-12} Y170000002 2021-07-11T10:00:00
""".split()  # noqa: SIM905  a list of quoted texts would be ten times as long


@pytest.mark.parametrize("text", WITH_BOUNDS)
def test_same_bounds_as_edtf(text: str) -> None:
    edtf = pytest.importorskip("edtf", reason="the oracle edtf is not installed")
    theirs = edtf.parse_edtf(text)
    days = [
        f"{'-' * (t[0] < 0)}{abs(t[0]):04d}-{t[1]:02d}-{t[2]:02d}"
        for t in (theirs.lower_strict(), theirs.upper_strict())
    ]
    ours = bounds(text)
    assert ours.first is not None
    assert ours.last is not None
    assert [iso(ours.first), iso(ours.last)] == days
