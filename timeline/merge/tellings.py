"""What each mention tells: the happening it dates, who and where, in which words. One document at a time.

A mention gives a telling, or the reason why it gives none; what it implies ("the 60th anniversary of the treaty",
"one year before the attack") gives a telling of its own.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline import edtf
from timeline.merge.acts import acts_of, named_around
from timeline.merge.against import against
from timeline.merge.before import an_earlier, not_the_first, somebody, the_one_before
from timeline.merge.clauses import clause_at
from timeline.merge.entries import Entry, entry_clause
from timeline.merge.estimates import is_estimate
from timeline.merge.headlines import candidate
from timeline.merge.kinds import Family, family_of, kinds
from timeline.merge.limits import date_at_limit
from timeline.merge.lines import Lines, lines_of, names_nothing, only_counts_years
from timeline.merge.lives import life_of
from timeline.merge.names import Name, names_of
from timeline.merge.neuters import subject_meant
from timeline.merge.nominals import active_line, phrase_from
from timeline.merge.patients import patient_meant, patient_of
from timeline.merge.pronouns import resolved
from timeline.merge.reading import Reading, Stretch
from timeline.merge.rewording import join
from timeline.merge.scene import Scene
from timeline.merge.sentences import is_foreign, is_quoted, line_of_sentence, tells_something
from timeline.merge.shapes import Clause
from timeline.merge.standins import with_its_noun
from timeline.merge.telling import Telling, is_anniversary, is_period, ordinal_of
from timeline.merge.unreal import mood_at
from timeline.merge.who import names_in, terms, where_only, who_and_where
from timeline.merge.words import VERBAL, Word, lexicon, listed, stem, words_of
from timeline.model import Mention

_REACH = 400
"""Characters behind what an anniversary marks that may belong to it: sentences are shorter, unless they never end."""


def tell(reading: Reading, mention: Mention, n: int, beside: Sequence[Mention] = ()) -> tuple[list[Telling], str]:
    """The tellings of a mention in sentence ``n``, and the reason where the mention itself gives none.

    ``beside`` are the dates that the sentence has, in order.
    """
    if is_period(mention):
        return [_period(reading, mention, n)], ""
    earlier = _earlier(mention)
    implied = [_implied(reading, mention, n, k) for k, i in enumerate(mention.implied) if i.edtf != earlier]
    stretch = reading.at(n, mention.start)
    words = stretch.words
    life = () if stretch.bare else life_of(words, reading.scene, mention)
    ends = [_end(reading, mention, n, k, *end) for k, end in enumerate(life)]
    if ends:
        return [t for t in ends if t is not None], ""
    clause = _clause_of(reading, mention, n, beside)
    if clause is None:
        return implied, "the sentence tells nothing that happened then"
    subject = with_its_noun(clause.subject, reading.place_of(n))
    clause = clause if subject is clause.subject else replace(clause, subject=subject)
    family = _family(mention, clause, subject_meant(clause.subject, reading.place_of(n)))
    reason = against(stretch, clause, mention, beside, family, reading.document)
    if reason:
        return implied, reason
    telling = _telling(reading, mention, n, clause, family)
    if telling is None:
        return implied, "the words around it tell no happening that could stand alone"
    return [telling, *implied], ""


def _clause_of(reading: Reading, mention: Mention, n: int, beside: Sequence[Mention]) -> Clause | None:
    """The clause, or the words without one, that the mention in sentence ``n`` dates; None where they tell nothing.

    A date in an entry that only narrows that at its head, "1797. The bank shuts (26 February)", dates the same.
    """
    stretch = reading.at(n, mention.start)
    words = stretch.words
    entry = reading.entry_at(mention.start)
    if entry is not None and (mention.start < entry.start or _narrows(mention, entry, beside)):
        told = entry_clause([w for w in words if entry.start <= w.start < entry.first])
        if told is not None:
            return told
    if stretch.bare:
        clause = _next_sentence(reading, n, words)  # its heading, as it were
    else:
        clause = clause_at(words, mention.start, mention.end, stretch.parsed)
        if not clause.words or (clause.form == "fragment" and not _happens(clause.words)):
            clause = None
    if clause is None and not stretch.silent and tells_something(words):
        clause = Clause((), tuple(w for w in words if w.part not in ("mark", "time")), "", "fragment")
    return clause


def _narrows(mention: Mention, entry: Entry, beside: Sequence[Mention]) -> bool:
    """Whether the mention is the only date in the first part of an entry, and lies in the date at its head."""
    inside = [m for m in beside if entry.start <= m.start < entry.first]
    if inside != [mention] or beside[0].start >= entry.start:
        return False
    head, own = edtf.bounds(beside[0].edtf or ""), edtf.bounds(mention.edtf or "")
    if head.first is None or head.last is None or own.first is None or own.last is None:
        return False
    return head.first <= own.first and own.last <= head.last


def _happens(words: Sequence[Word]) -> bool:
    """Whether a verb or a noun of happening is among the words."""
    happenings = lexicon().lists["happenings"]
    return any(
        (w.part in VERBAL and w.part != "ing") or (w.part in ("noun", "name") and stem(w.low) in happenings)
        for w in words
    )


def _next_sentence(reading: Reading, n: int, words: Sequence[Word]) -> Clause | None:
    """The clause of the sentence after ``n``, whose ``words`` are nothing but dates."""
    if n + 1 >= len(reading.sentences):
        return None
    following = reading.at(n + 1, reading.starts[n + 1])
    if following.bare or not _happens(following.words):
        return None
    if any(w.part == "time" for w in following.words) and not any(w.part == "number" for w in words):
        return None  # a heading, "The twentieth century", over what has dates of its own
    start = following.words[0].start
    return clause_at(following.words, start, start + 1, following.parsed)


def _earlier(mention: Mention) -> str:
    """For "since 1918" the date of the one before, 1918; empty for other dates."""
    first, _, last = (mention.edtf or "").partition("/")
    return first if last == ".." else ""


def _first_since(stretch: Stretch, mention: Mention) -> bool:
    """Whether the mention says since when something happens for the first time: then it happened before."""
    lists = lexicon().lists
    if any(i.edtf == _earlier(mention) for i in mention.implied):
        return True
    if lists["since"].isdisjoint(stretch.lows):
        return False
    words = stretch.words
    at = next((i for i, w in enumerate(words) if w.start >= mention.start), len(words))
    around = {w.low for w in words[max(0, at - 1) : at + 1]}
    return bool(around & lists["since"]) and any(w.low in lists["first_since"] for w in words[max(0, at - 12) : at])


def _family(mention: Mention, clause: Clause, subject: Sequence[Word] = ()) -> Family:
    """The family of the happening that the clause tells at the mention's date; ``subject`` is who its "it" means."""
    if is_anniversary(mention):
        return kinds().families[0]
    return family_of(clause.lemma, clause.predicate, subject or clause.subject)


def _telling(reading: Reading, mention: Mention, n: int, clause: Clause, family: Family) -> Telling | None:
    """What the clause tells at the mention's date; None where it tells nothing that could stand alone."""
    span, stretch = reading.sentences[n][0], reading.at(n, mention.start)
    scene, words = reading.scene, stretch.words
    value = mention.edtf or ""
    anniversary = is_anniversary(mention)
    earlier = _first_since(stretch, mention) and not clause.is_led_into(mention.end)
    lines = lines_of(clause, words, mention, reading.place_of(n))
    if names_nothing(lines, clause) or (anniversary and only_counts_years(clause, words)):
        return None
    if earlier:
        # "nobody had come since 1918": somebody came in 1918
        nobody = bool(clause.subject) and clause.subject[0].low in listed("indefinite", "negation")
        before = somebody(clause, scene) if nobody else the_one_before(clause, words, scene)
        before = before or an_earlier(words, mention.start, clause.subject)
        lines = replace(lines, headlines=before or not_the_first(lines.headlines), open=lines.open and not before)
    if not lines.headlines or not _stands_alone(clause, words, lines, family):
        line = line_of_sentence(words, mention, reading.place_of(n)) if tells_something(words) else None
        quiet = lines.open and clause.lemma in listed("stative", "saying")
        spoken = words[0].text in '“"' and all(w.part in ("pron", "mark") for w in clause.subject)
        if line is None or (is_quoted(line) and (quiet or spoken)):
            return None
        lines = replace(lines, headlines=(line,))
    derivation = mention.derivation
    if earlier:
        value = value.split("/")[0] or value
        derivation += (f"“{mention.text}” is said of the first since then: so one happened then",)
    at_limit, why = date_at_limit(words, mention, clause)
    if at_limit and not earlier:
        value, derivation = at_limit, (*derivation, why)
    named = names_in(scene, clause.words)
    agents, others = _roles(scene, clause, named, lines.put)
    meant = subject_meant(clause.subject, reading.place_of(n))
    put = lines.put if meant == clause.subject else (*lines.put, *names_in(scene, meant))  # "it" has the thing's names
    participants, places = who_and_where(words, named, put)
    near, far = terms((*meant, *clause.words) if meant != clause.subject else clause.words, words)
    for word in _stood_for(clause, lines.put):
        near[word] = near.get(word, 0) + 1
    told = clause if meant is clause.subject else replace(clause, subject=meant)
    done_to = patient_meant(clause, reading.place_of(n))
    for word in done_to:  # "finished it": the clause is about what "it" means
        near[word] = near.get(word, 0) + 1
        far.pop(word, None)
    acts = acts_of(clause.lemma, near, words)
    return Telling(
        key=(reading.document.file, mention.start, 0, mention.id),
        document=reading.document,
        mention=mention,
        edtf=value,
        bounds=edtf.bounds(value),
        role="implies" if earlier or is_estimate(clause) else "states",
        sentence=span,
        family=family,
        lemma=clause.lemma,
        headlines=lines.headlines,
        near=near,
        far=far,
        agents=agents,
        others=others,
        around=frozenset(x.key for x in names_in(scene, words) if x.sort != "name"),
        participants=participants,
        places=places,
        sites=where_only(scene.sites, words, named, clause, family),
        ordinal=ordinal_of(mention, value) if anniversary else 0,
        mood="told" if earlier else mood_at(clause, words, edtf.bounds(value), reading.document),
        aims=_aims(clause),
        derivation=derivation,
        patient=patient_of(told, lines.put) or done_to,
        acts=acts,
        amid=named_around(scene, span.start, clause.words[-1].end, reading.document.text) if acts else frozenset(),
    )


def _stood_for(clause: Clause, put: Sequence[Name]) -> list[str]:
    """The stems of the name for which the pronoun stands that is the clause's subject; none for other subjects."""
    stands = len(clause.subject) == 1 and clause.subject[0].part == "pron"
    return [stem(piece) for name in put[:1] for piece in name.key.split()] if stands else []


def _aims(clause: Clause) -> frozenset[str]:
    """The families of the verbs that "to" leads to after the clause's own: "came to open it"."""
    by_verb = kinds().by_verb
    verbs = [w.lemma for lead, w in pairwise(clause.predicate) if lead.part == "to" and w.part == "base"]
    return frozenset(by_verb[lemma].id for lemma in verbs if lemma in by_verb and lemma != clause.lemma)


def _stands_alone(clause: Clause, words: Sequence[Word], lines: Lines, family: Family) -> bool:
    """Whether the lines of a clause say what happened, and to whom; else the sentence has to speak for itself."""
    lists = lexicon().lists
    if is_foreign(words):
        return False
    if family.lane != "Life" and lists["first_person"] & {w.low for w in clause.subject[-1:] if w.part != "noun"}:
        return False
    stands = clause.lemma in lists["stative"] and clause.form == "clause"
    if (lines.open or not lines.headlines) and (stands or not family.id):
        return False
    said_by_me = words[0].low in lists["first_person"] and family.lane != "Life"
    return not (said_by_me and all(h.source == "sentence" for h in lines.headlines))


def _end(reading: Reading, mention: Mention, n: int, k: int, value: str, clause: Clause) -> Telling | None:
    """The birth or the death that one end of the dates of a life gives."""
    told = _telling(reading, mention, n, clause, _family(mention, clause))
    if told is None:
        return None
    why = f"“{mention.text}” gives a life: it {'ended' if k else 'began'} then"
    return replace(
        told,
        key=(reading.document.file, mention.start, k, mention.id),
        edtf=value,
        bounds=edtf.bounds(value),
        derivation=(*told.derivation, why),
    )


def _roles(
    scene: Scene, clause: Clause, named: Sequence[Name], put: Sequence[Name]
) -> tuple[frozenset[str], frozenset[str]]:
    """Who acts in the clause, and whom the act concerns. "Signed by A": A acts. In "A's mill opened" A does not.

    ``named`` are the names in it, ``put`` those that its pronouns stand for.
    """
    people = [x for x in named if x.sort == "person"]
    owners = {w.end for w, after in pairwise(clause.words) if after.low in ("'s", "’s")} if people else ()
    owning = [x for x in people if x.end in owners]
    inside = names_in(scene, clause.predicate) if named else []
    agents = {x.key for x in [*names_in(scene, clause.subject), *put] if x.sort != "name" and x not in owning}
    others = {x.key for x in inside if x.sort != "name" and x not in owning} - agents
    if not agents and any(w.low == "by" for w in clause.predicate):
        agents, others = others, agents
    return frozenset(agents), frozenset(others)


def _period(reading: Reading, mention: Mention, n: int) -> Telling:
    """The telling of a named period; "the war ended" names it as well, but does not date it whole."""
    span, words = reading.sentences[n][0], reading.at(n, mention.start).words
    value = mention.edtf or ""
    own = [w for w in words if mention.start <= w.start and w.end <= mention.end]
    named = [w for w in own if w.part in ("name", "noun", "number") or w.low in lexicon().lists["in_names"]]
    while len(named) > 1 and named[0].part not in ("name", "number"):
        named.pop(0)
    name = join(named) or mention.text
    title = " ".join(piece if len(piece) < 3 else piece[0].upper() + piece[1:] for piece in name.split())
    whole = not any(w.part in ("past", "present", "ing") for w in own)
    headline = candidate(title, "template", -1.0 if title == name else -0.9, own, 1)
    near, far = terms(own, words)
    return Telling(
        key=(reading.document.file, mention.start, 0, mention.id),
        document=reading.document,
        mention=mention,
        edtf=value,
        bounds=edtf.bounds(value),
        role="states" if whole else "refers",
        sentence=span,
        family=family_of("", own or words),
        lemma="",
        headlines=(headline,) if headline.cost < math.inf else (),
        near=near,
        far=far,
        name=name.lower(),
        whole=whole,
        derivation=mention.derivation,
    )


def _implied(reading: Reading, mention: Mention, n: int, k: int) -> Telling:
    """The telling of what a mention dates without naming its date."""
    span, words = reading.sentences[n][0], reading.at(n, mention.start).words
    implied = mention.implied[k]
    following = words_of(reading.document.text, implied.start, min(span.end, implied.end + _REACH))
    if following and following[0].part == "det":
        following = following[1:]
    own = phrase_from(following, begin=True) or [w for w in following if w.end <= implied.end]
    if own and len(own) < len(following) and following[len(own)].part in ("past", "present"):
        # "one year before A attacked B": the happening is a clause
        own = [*own, *clause_at(following, own[0].start, own[0].end).predicate]
    lemma = next((w.lemma for w in own if w.part in ("past", "present", "ing")), "")
    # the scene knows no names inside a date, "a year before the attack of Norland on Varn"
    inside = implied.end <= mention.end
    names = list(names_of([own])) if inside else names_in(reading.scene, own)
    shown, put, _ = resolved(own, reading.place_of(n))
    active = active_line(own, names)
    told = any(w.part in ("past", "present") for w in own)
    lines = [candidate(shown, "template", 1.0 if told else 3.0, own, len(names) + len(put))]
    if not any(w.part == "name" for w in own) and not put:
        lines = []  # "two years after her second prize": nobody could tell whose
    if active:
        lines.append(candidate(active, "template", 0.8, own, len(names)))
    around = names_in(reading.scene, words)
    people = [*names, *put]
    acting = list(dict.fromkeys(x.key for x in people if x.sort != "name"))
    acting = acting or list(dict.fromkeys(x.key for x in around if x.sort == "state"))
    others = frozenset(acting[1:] if active else ())
    near, far = terms(own, words)
    return Telling(
        key=(reading.document.file, mention.start, k + 1, mention.id),
        document=reading.document,
        mention=mention,
        edtf=implied.edtf,
        bounds=edtf.bounds(implied.edtf),
        role="implies",
        sentence=span,
        family=family_of(lemma, own),
        lemma=lemma,
        headlines=tuple(h for h in lines if h.cost < math.inf),
        near=near,
        far=far,
        agents=frozenset(acting) - others,
        others=others,
        around=frozenset(x.key for x in around if x.sort != "name"),
        participants=tuple({x.key: x.shown for x in people}.items()),
        derivation=implied.derivation,
        patient=_befallen(own, put),
    )


def _befallen(own: Sequence[Word], put: Sequence[Name]) -> tuple[str, ...]:
    """Whom it befell where a clause tells it: "two years after she was born"; nobody for a noun."""
    verb = next((i for i, w in enumerate(own) if w.part in VERBAL), len(own))
    lemma = next((w.lemma for w in own[verb:] if w.part in VERBAL and w.part != "aux"), "")
    return patient_of(Clause(tuple(own[:verb]), tuple(own[verb:]), lemma, "clause"), put) if lemma else ()
