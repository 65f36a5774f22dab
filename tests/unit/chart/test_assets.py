import re
from collections import Counter
from importlib import metadata

from timeline.chart import assets
from timeline.chart.file import FILE_SCRIPT


def test_every_script_is_in_the_module_once():
    folder = assets.plotly_file  # the function proves that plotly is installed
    assert folder().stat().st_size > 1_000_000
    from importlib import resources

    files = {f.name for f in resources.files("timeline.chart").iterdir() if f.name.endswith(".js")}
    assert files == {*assets.SCRIPTS, FILE_SCRIPT}
    assert len({*assets.SCRIPTS, FILE_SCRIPT}) == len(files) == len(assets.SCRIPTS) + 1


def test_the_address_of_plotly_names_its_version():
    assert metadata.version("plotly") in assets.plotly_address()


def test_text_goes_in_as_text_only():
    code = assets.script(*assets.SCRIPTS, FILE_SCRIPT)
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert way not in code


def test_nothing_is_shared_with_a_cloud():
    assert "showSendToCloud: false" in assets.script()


def test_no_name_is_defined_twice_in_the_shared_scope():
    code = assets.script(*assets.SCRIPTS, FILE_SCRIPT)
    names = Counter(re.findall(r"(?m)^(?:export default |async )?(?:const|let|function\*?|class) (\w+)", code))
    assert [name for name, times in names.items() if times > 1] == []
