from importlib import metadata

from timeline.chart import assets


def test_every_script_is_in_the_module_once():
    folder = assets.plotly_file  # the function proves that plotly is installed
    assert folder().stat().st_size > 1_000_000
    from importlib import resources

    files = {f.name for f in resources.files("timeline.chart").iterdir() if f.name.endswith(".js")}
    assert files == set(assets.SCRIPTS)
    assert len(assets.SCRIPTS) == len(files)


def test_the_address_of_plotly_names_its_version():
    assert metadata.version("plotly") in assets.plotly_address()


def test_text_goes_in_as_text_only():
    code = assets.script()
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert way not in code


def test_nothing_is_shared_with_a_cloud():
    assert "showSendToCloud: false" in assets.script()
