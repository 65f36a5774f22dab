"""Who takes part and where it happens, as a reader of the event sees them."""

from __future__ import annotations

import pytest

from tests.unit.merge.material import events_of

WHO_AND_WHERE = [
    # what is taken, crossed or reached is where it happens; who does it takes part
    ("Otto Holm captured Tarnby in {1712=1712}.", {"Otto Holm"}, {"Tarnby"}),
    ("Tarnby was captured by Otto Holm in {1712=1712}.", {"Otto Holm"}, {"Tarnby"}),
    ("Otto Holm crossed the Lyra in {1712=1712}.", {"Otto Holm"}, {"Lyra"}),
    ("Tarnby captured Otto Holm in {1712=1712}.", {"Tarnby", "Otto Holm"}, set()),
    ("The frigate Skua sank off Tarnby in {1712=1712}.", {"Skua"}, {"Tarnby"}),
    # a town that a preposition once makes a place is one where it doesn't act
    ("A fair was held in Tarnby. Anna Holm left her house to Tarnby in {1712=1712}.", {"Anna Holm"}, {"Tarnby"}),
    ("A fair was held in Tarnby. Tarnby hired Anna Holm in {1712=1712}.", {"Anna Holm", "Tarnby"}, set()),
    # a state in which it happens doesn't take part
    ("Anna Holm lived in Norway in {1712=1712}.", {"Anna Holm"}, {"Norway"}),
    ("A fair was held in Norway. Norway hired Anna Holm in {1712=1712}.", {"Anna Holm", "Norway"}, set()),
    # a noun at the head of a sentence has its capital by chance, unless it has one elsewhere
    ("Contractors sold the quarry to Anna Holm in {1712=1712}.", {"Anna Holm"}, set()),
    ("Money was lent to Anna Holm in {1712=1712}.", {"Anna Holm"}, set()),
    ("People trusted Rogers. Rogers sold the quarry to Anna Holm in {1712=1712}.", {"Rogers", "Anna Holm"}, set()),
    # who bears the name of a capital is no government
    ("Queen Sofia opened the hospital in {1912=1912}.", {"Sofia"}, set()),
    ("Sofia closed the border in {1912=1912}.", {"Bulgaria"}, set()),
    # what says of what sort a thing is
    ("Anna Holm opened the Lutheran school in {1712=1712}.", {"Anna Holm"}, set()),
]


@pytest.mark.parametrize(("text", "who", "where"), WHO_AND_WHERE)
def test_who_takes_part_and_where_it_happens(text: str, who: set[str], where: set[str]) -> None:
    event = events_of(text)[0][-1]
    assert (set(event.participants), set(event.places)) == (who, where)
