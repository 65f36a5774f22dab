"""Which language a text is in."""

import subprocess
import sys

import pytest

from timeline.read import document_from_text
from timeline.read.language import detect_language

TEXTS = [
    ("en", "The bridge of Varel was begun by the town, and after four years it was opened."),
    ("en", "Gross sales 1911 1912, net profit, share price."),
    ("en", "Le pont, 1887"),
    ("en", ""),
    ("fr", "Le pont de Varel fut commencé par la ville, et quatre ans après le maire l'inaugura devant la foule."),
    ("de", "Die Brücke von Varel wurde von der Stadt begonnen und vier Jahre danach vor vielen Menschen eröffnet."),
    ("es", "El puente de Varel fue comenzado por la ciudad, y cuatro años después el alcalde lo inauguró."),
    ("it", "Il ponte di Varel fu cominciato dalla città, e quattro anni dopo il sindaco lo inaugurò con la folla."),
    ("pt", "A ponte de Varel foi começada pela cidade, e quatro anos depois o prefeito a inaugurou com uma festa."),
    (
        "nl",
        "De brug van Varel werd door de stad begonnen en vier jaar later opende de burgemeester haar voor het volk.",
    ),
    ("ru", "Мост"),
    ("ar", "جسر"),
    ("zh", "瓦雷尔桥"),
    ("ja", "ヴァレル橋の歴史"),
    ("ko", "다리"),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_language_is_told_from_script_small_words_or_model(language: str, text: str) -> None:
    assert detect_language(text) == language
    assert document_from_text(text).language == language


def test_a_language_that_is_given_stays() -> None:
    assert document_from_text("Le pont", language="fr-CA").language == "fr-CA"


def test_english_loads_no_model() -> None:
    code = "import sys, timeline; timeline.find_mentions('The bridge was opened by the town in 1887.'); "
    code += "sys.exit('py3langid' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
