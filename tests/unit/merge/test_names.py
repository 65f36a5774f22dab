import pytest

from tests.unit.merge.material import events_of
from timeline.merge.names import Name, gazetteer, names_of
from timeline.merge.words import words_of
from timeline.read import document_from_text


def names(text: str) -> tuple[Name, ...]:
    document = document_from_text(text)
    return names_of([words_of(text, s.start, s.end) for s in document.sentences])


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Hanoi warned the French.", ["Vietnam", "France"]),
        ("The DPRK and the U.S. talked.", ["North Korea", "United States"]),
        ("They danced in Vienna.", ["vienna"]),
        ("The United States Congress met.", ["United States", "united states congress"]),
        ("North Korea shelled an island. The North denied it.", ["North Korea", "North Korea"]),
        ("Karl Berg wrote. Later Berg died.", ["karl berg", "karl berg"]),
        ("President Anna Holm spoke.", ["anna holm"]),
        # a language is no state, and what stands "in Lund" is not of Lund Polytechnic
        ("They put it into English.", []),
        ("They sold it to the English.", ["England"]),
        ("They sold it to English dealers.", ["England"]),
        ("He taught at Lund Polytechnic. A road in Lund led there.", ["lund polytechnic", "lund"]),
        ("Nobody came. Then rain fell.", []),
        ("Karl Berg left. Whether Berg came back, nobody told.", ["karl berg", "karl berg"]),
        ("Two Poles reached the South Pole.", ["Poland", "pole"]),
        # a title with its place is one name, and the place alone another; a state stays one
        ("The Earl of Tarn rode to Tarn.", ["earl of tarn", "tarn"]),
        ("The Bishop of Marle spoke.", ["bishop of marle"]),
        ("The King of Norway left.", ["Norway"]),
        ("MEN CROSS THE POLE", []),
        # a thing's long name has come before; a number at the head of a line belongs to no name
        ("Albion stood by the sea. They built Albion Lodge.", ["albion", "albion lodge"]),
        ("They built Albion Lodge. Albion stood by the sea.", ["albion lodge", "albion lodge"]),
        ("First Boats sail. Second great fire.", ["boats"]),
        ("The Second Chorus sang.", ["second chorus"]),
    ],
)
def test_names_and_what_they_stand_for(text: str, keys: list[str]) -> None:
    assert [n.key for n in names(text)] == keys


def test_a_demonym_before_a_noun_only_describes() -> None:
    found = {n.shown: n.adjective for n in names("Chinese ships left. Later the Danes came.")}
    assert found == {"China": True, "Denmark": False}


def test_two_like_named_people_are_not_confused() -> None:
    found = names("Karl Berg met Otto Berg. Berg laughed.")
    assert found[-1].key == "berg"


def test_the_table_of_states_knows_each_under_one_name() -> None:
    forms = gazetteer().forms
    assert len({state for state, _, _ in forms.values()}) > 190
    assert forms[("Germans",)] == ("Germany", True, False)
    assert forms[("Peking",)] == ("China", False, True)


def test_a_name_with_a_number_is_nobody() -> None:
    told = names("An American Orion docked. The tank aboard Orion 13 burst.")
    assert [n.sort for n in told if n.key.startswith("orion")] == ["name", "name"]


def test_one_name_in_several_spellings_is_shown_in_the_commonest() -> None:
    articles = (
        "Ann-Marie Holm opened the bridge in {1911=1911}. Ann-Marie Holm closed the mill in {1912=1912}.",
        "Ann Marie Holm sold the ferry in {1914=1914}.",
    )
    events, _ = events_of(*articles)
    assert {event.participants for event in events} == {("Ann-Marie Holm",)}
    again, _ = events_of(*articles[::-1])
    assert {event.participants for event in again} == {("Ann-Marie Holm",)}


def test_names_inside_a_date_take_part_in_what_it_counts_from() -> None:
    text = (
        "Both towns made ties in {1949=1949}, {a year before the attack of Norway on Sweden=1949>1950"
        "@the attack of Norway on Sweden}."
    )
    attack = next(event for event in events_of(text)[0] if event.edtf == "1950")
    assert (attack.headline, attack.participants) == ("Norway attacks Sweden", ("Norway", "Sweden"))
