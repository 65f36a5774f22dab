import pytest

from tests.unit.merge.material import events_of
from timeline.merge.kinds import kinds

KINDS = [
    # the object says more than a light verb
    ("Peru and Chile opened diplomatic relations in {1712=1712}.", "Treaties and relations"),
    ("The court opened a case against Lund in {1712=1712}.", "Leaders and policy"),
    ("Anna Holm opened a bridge in {1712=1712}.", "Building and places"),
    ("Lund won the cup in {1712=1712}.", "Culture"),
    ("Anna Holm won the election in {1712=1712}.", "Leaders and policy"),
    ("Norway took Graz in {1712=1712}.", "War"),
    ("Anna Holm took a degree in {1712=1712}.", "Life"),
    # a verb with the word after it
    ("Anna Holm studied at Lund in {1712=1712}.", "Life"),
    ("Divers studied the wreck in {1712=1712}.", "Science and discovery"),
    ("The port fell to Norway in {1712=1712}.", "War"),
    ("The last government fell in {1712=1712}.", "Leaders and policy"),
    ("Anna Holm went to prison in {1712=1712}.", "Leaders and policy"),
    ("Anna Holm came to Lund in {1712=1712}.", "Visits and talks"),
    # what is done to a thing
    ("A rich vein of silver was struck in {1712=1712}.", "Science and discovery"),
    ("The mast was put up in {1712=1712}.", "Building and places"),
    # the verb that another leads to
    ("Anna Holm failed to be elected in {1712=1712}.", "Leaders and policy"),
    # a word elsewhere in the sentence says nothing
    ("Further trials followed in {1712=1712}.", "Other"),
    ("Otto Holm whistled beside the treaty stone in {1712=1712}.", "Other"),
    ("Otto Holm waited for the war in {1712=1712}.", "Other"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_trigger_and_its_noun_give_the_kind(text: str, kind: str) -> None:
    assert [e.kind for e in events_of(text)[0]] == [kind]


def test_every_family_lies_in_a_lane() -> None:
    lanes = {family.lane for family in kinds().families}
    assert len(lanes | {"Other"}) <= 9
