from tests.unit.merge.material import events_of


def test_two_days_for_one_death_are_one_event_with_a_conflict() -> None:
    events, mentions = events_of(
        "The painter Clara Weiss died in Graz on {3 March 1902=1902-03-03}.",
        "Clara Weiss, the painter, died in Graz on {4 March 1902=1902-03-04}.",
    )
    assert len(events) == 1
    assert {m.outcome for m in mentions} == {"event"}
    (conflict,) = events[0].conflicts
    assert {events[0].edtf, conflict.edtf} == {"1902-03-03", "1902-03-04"}
    assert conflict.reason == "“b.txt” gives 4 March 1902, “a.txt” 3 March 1902: one day apart"


def test_two_visits_in_one_week_are_two_events() -> None:
    events, _ = events_of(
        "The minister visited Graz on {3 March 1902=1902-03-03} and opened a bridge.",
        "The king visited Linz on {4 March 1902=1902-03-04} for a hunt.",
    )
    assert len(events) == 2
    assert not any(e.conflicts for e in events)


def test_two_days_in_one_article_are_no_conflict() -> None:
    events, _ = events_of(
        "Clara Weiss died on {3 March 1902=1902-03-03}. A register says that Clara Weiss died on"
        " {4 March 1902=1902-03-04}."
    )
    assert not any(e.conflicts for e in events)
