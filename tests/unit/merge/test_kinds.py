import pytest

from tests.unit.merge.material import events_of
from timeline import languages
from timeline.merge.kinds import kinds

KINDS = [
    # the object says more than a light verb
    ("Peru and Chile opened diplomatic relations in {1712=1712}.", "Treaty and agreement"),
    ("The court opened a case against Lund in {1712=1712}.", "Law and government"),
    ("Anna Holm opened a bridge in {1712=1712}.", "Building and opening"),
    ("Lund won the cup in {1712=1712}.", "Sport"),
    ("Anna Holm won the election in {1712=1712}.", "Election and appointment"),
    ("Norway took Graz in {1712=1712}.", "War and battle"),
    ("Anna Holm took a degree in {1712=1712}.", "Life"),
    ("Rome and Carthage fought at sea in {1712=1712}.", "War and battle"),
    ("Anna Holm was elected mayor in {1712=1712}.", "Election and appointment"),
    ("Anna Holm discovered a comet in {1712=1712}.", "Discovery and invention"),
    ("Anna Holm visited Spain in {1712=1712}.", "Visit and meeting"),
    ("Anna Holm built a lighthouse in {1712=1712}.", "Building and opening"),
    ("Anna Holm won a medal in {1712=1712}.", "Award"),
    ("A fire killed eleven passengers in {1712=1712}.", "Disaster and destruction"),
    ("A lighting tower fell on the crowd in {1712=1712}.", "Disaster and destruction"),
    ("The steamer was launched in {1712=1712}.", "Building and opening"),
    ("The satellite was launched in {1712=1712}.", "Discovery and invention"),
    ("The ship ran aground in {1712=1712}.", "Disaster and destruction"),
    ("A robber killed eleven passengers in {1712=1712}.", "Death"),
    ("The road has borne her name since {1712=1712/..}.", "Building and opening"),
    ("Anna Holm whistled in {1712=1712}.", "Other"),
    # nobody travels who is left alone, and a vote that is given to some is a law
    ("The sisters were left alone in {1712=1712}.", "Life"),
    ("The sisters left Lund in {1712=1712}.", "Journey"),
    ("Tarn gave women the vote in {1712=1712}.", "Law and government"),
    ("Elsa Marring came into the world in {1712=1712}.", "Birth"),
    # an army crosses in war, other people do not
    ("The army crossed the river in {1712=1712}.", "War and battle"),
    ("The strikers marched to the palace in {1712=1712}.", "Journey"),
    ("Two children crossed the river in {1712=1712}.", "Journey"),
    ("Anna Holm won 42 caps for Norway in {1912=1912}.", "Sport"),
    ("Greta Falk climbed the north face in {1912=1912}.", "Journey"),
    # a sickness comes over a town; a bank closes at an hour
    ("Cholera reached Lund in {1832=1832}.", "Disaster and destruction"),
    ("The Lund Bank closed at half past three in {1866=1866}.", "Economy"),
    ("The garrison laid down its arms in {1712=1712}.", "War and battle"),
    ("The volcano erupted in {1712=1712}.", "Disaster and destruction"),
    ("The last boat left the harbour in {1712=1712}.", "Journey"),
    ("The miners walked out in {1712=1712}.", "Protest and uprising"),
    # a verb with the word after it
    ("Anna Holm studied at Lund in {1712=1712}.", "Life"),
    ("Divers studied the wreck in {1712=1712}.", "Discovery and invention"),
    ("The port fell to Norway in {1712=1712}.", "War and battle"),
    ("The last government fell in {1712=1712}.", "Law and government"),
    # a town falls in war, and so does who fights; other things only fall
    ("The fortress fell in {1712=1712}.", "War and battle"),
    ("Graz fell in {1712=1712}.", "War and battle"),
    ("Two hundred knights fell at Lund in {1712=1712}.", "War and battle"),
    ("Three arches fell in {1712=1712}.", "Disaster and destruction"),
    ("Ash began to fall in {1712=1712}.", "Other"),
    ("Snow fell to the depth of a yard in {1712=1712}.", "Other"),
    ("A meteorite fell near Graz in {1712=1712}.", "Other"),
    ("A stone fell on the harbour at Lund in {1712=1712}.", "Other"),
    ("The task fell to Anna Holm in {1712=1712}.", "Other"),
    ("Anna Holm fell from a ladder in {1712=1712}.", "Other"),
    ("Anna Holm went to prison in {1712=1712}.", "Law and government"),
    ("Anna Holm came to Lund in {1712=1712}.", "Journey"),
    # an army lands, a market falls, a bank fails; a museum opens, and a house is sold
    ("German parachutists landed at Lund in {1941=1941}.", "War and battle"),
    ("The Bourse fell in {1893=1893}.", "Economy"),
    ("The Bank of Lund closed its doors in {1878=1878}.", "Economy"),
    ("The Bank of Lund failed in {1878=1878}.", "Economy"),
    ("The road was closed in {1878=1878}.", "Building and opening"),
    ("The museum opened in {1921=1921}.", "Building and opening"),
    ("Anna Holm sold the house in {1879=1879}.", "Economy"),
    # a court's trial, a ship's trials
    ("The trial opened at Graz in {1879=1879}.", "Law and government"),
    ("The jury found them all guilty in {1879=1879}.", "Law and government"),
    ("Further trials of the ship followed in {1879=1879}.", "Other"),
    # what a disaster does is one
    ("An earthquake brought the tower down in {1879=1879}.", "Disaster and destruction"),
    # what is done to a thing
    ("A rich vein of silver was struck in {1712=1712}.", "Discovery and invention"),
    ("The mast was put up in {1712=1712}.", "Building and opening"),
    ("The mill went bankrupt in {1712=1712}.", "Economy"),
    ("Chile devalued its currency in {1712=1712}.", "Economy"),
    ("Fire destroyed the mill in {1712=1712}.", "Disaster and destruction"),
    ("Otto Holm died in {1712=1712}.", "Death"),
    ("Otto Holm was born at Lund in {1712=1712}.", "Birth"),
    ("Anna Holm founded a school in {1712=1712}.", "Founding"),
    ("Anna Holm published a novel in {1712=1712}.", "Publication and work"),
    # who is put to death, and a design that is carried out
    ("The queen was executed in {1712=1712}.", "Death"),
    ("Karl Holm executed the design in {1712=1712}.", "Other"),
    ("Karl Holm was guillotined in {1712=1712}.", "Death"),
    ("Otto Holm was tried in {1712=1712}.", "Law and government"),
    ("Otto Holm tried to climb the tower in {1712=1712}.", "Journey"),
    # what is left somewhere doesn't travel
    ("Oil lamps were left on a wall in {1712=1712}.", "Other"),
    # a company that is formed, and one that does something; who becomes manager, and a manager who does something
    ("The Bay Company was formed in {1712=1712}.", "Founding"),
    ("The Bay Company sought help in {1712=1712}.", "Other"),
    ("Otto Holm became manager of the mill in {1712=1712}.", "Election and appointment"),
    ("The king was brought back to Lund in {1712=1712}.", "Journey"),
    ("The queen followed the hearse in {1712=1712}.", "Other"),
    # the small word behind the object
    ("The party threw Otto Holm out in {1712=1712}.", "Election and appointment"),
    ("The sailors threw the cargo overboard in {1712=1712}.", "Other"),
    ("Holm put the army to flight in {1712=1712}.", "War and battle"),
    # a crowd demonstrates, a scholar demonstrates something; a town is recovered, and a bell
    ("Ten thousand people demonstrated in {1912=1912}.", "Protest and uprising"),
    ("Galvani demonstrated a motor in {1912=1912}.", "Discovery and invention"),
    ("The army recovered the town in {1712=1712}.", "War and battle"),
    ("The bell was recovered in {1912=1912}.", "Discovery and invention"),
    # what comes: a message, an army, a film
    ("The answer came in {1712=1712}.", "Statement"),
    ("The tanks came in {1942=1942}.", "War and battle"),
    ("The film came out in {1942=1942}.", "Publication and work"),
    ("The memoir Lost Winters appeared in {1942=1942}.", "Publication and work"),
    ("The treaty came into force in {1942=1942}.", "Law and government"),
    ("The monarchy fell in {1912=1912}.", "Election and appointment"),
    ("The miners were laid off in {1912=1912}.", "Economy"),
    ("The pavement was laid in {1912=1912}.", "Building and opening"),
    ("Otto Holm lost in the Court of Appeal in {1912=1912}.", "Law and government"),
    ("The Board took the keepers off the rock in {1912=1912}.", "Other"),
    # what figures do, and what a league is
    ("Sales fell 14 per cent in {1912=1912}.", "Economy"),
    ("Lund won the league in {1912=1912}.", "Sport"),
    ("The League opened a clinic in {1912=1912}.", "Building and opening"),
    ("King Otto came to the throne in {1712=1712}.", "Election and appointment"),
    ("Otto came to the tower in {1712=1712}.", "Journey"),
    ("Anna Holm entered the conservatory in {1912=1912}.", "Life"),
    ("The conservatory bought an organ in {1912=1912}.", "Economy"),
    ("The symphony was given in Graz in {1912=1912}.", "Publication and work"),
    ("The guilds rose in {1412=1412}.", "Protest and uprising"),
    ("The town opened its gates to the king in {1412=1412}.", "War and battle"),
    # who does something to what: a crowd and an army, a jury and a farmer, a famine and a traveller
    ("A crowd stormed the granary in {1712=1712}.", "Protest and uprising"),
    ("The army stormed the granary in {1712=1712}.", "War and battle"),
    ("The jury cleared Otto Holm in {1712=1712}.", "Law and government"),
    ("Settlers cleared the forest in {1712=1712}.", "Other"),
    ("Famine reached Lund in {1712=1712}.", "Disaster and destruction"),
    ("Anna Holm reached Lund in {1712=1712}.", "Journey"),
    ("The railway reached Lund in {1874=1874}.", "Building and opening"),
    # what is formed is founded, but a government isn't
    ("The rowing club was formed in {1874=1874}.", "Founding"),
    ("Otto Holm formed a government in {1874=1874}.", "Law and government"),
    ("The airline went bust in {1974=1974}.", "Economy"),
    ("The river burst its banks in {1974=1974}.", "Disaster and destruction"),
    ("The rebels seized power in {1974=1974}.", "Election and appointment"),
    ("Weavers marched to the palace in {1712=1712}.", "Journey"),
    ("Hannibal marched to Graz in {1712=1712}.", "War and battle"),
    ("The cavalry charged at noon in {1712=1712}.", "War and battle"),
    ("The relics were brought to Lund in {1712=1712}.", "Journey"),
    ("The thieves were brought to trial in {1712=1712}.", "Law and government"),
    # the verb that another leads to
    ("Anna Holm failed to be elected in {1712=1712}.", "Election and appointment"),
    # a word elsewhere in the sentence says nothing
    ("Further trials followed in {1712=1712}.", "Other"),
    ("Otto Holm whistled beside the treaty stone in {1712=1712}.", "Other"),
    ("Otto Holm waited for the war in {1712=1712}.", "Other"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_trigger_and_its_noun_give_the_kind(text: str, kind: str) -> None:
    assert [e.kind for e in events_of(text)[0]] == [kind]


def test_every_family_is_of_a_published_kind_and_every_kind_lies_in_a_lane() -> None:
    data = languages.load("en", "kinds")
    assert {family.kind for family in kinds().families} | {"Other"} == set(data["lane_of"])
    assert set(data["lane_of"].values()) == set(data["lanes"])
