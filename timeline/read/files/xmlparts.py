"""The XML parts of packed documents, read so that nothing in them can reach out: no entities, nothing fetched."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from timeline.read.contents import UnreadableError
from timeline.read.files.unpacking import Unpacking

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # the type alone; what reads is defusedxml


def part(archive: zipfile.ZipFile, name: str, unpacking: Unpacking) -> Element | None:
    """The root of the part ``name``, None where the archive has none.

    Raises UnreadableError where it is no XML, too big, or defines entities of its own: these serve to read files of
    the machine or to blow up a small file, and no program that writes documents needs them.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    data = unpacking.member(archive, info, unpacking.limits.markup_bytes)
    try:
        root: Element = fromstring(data)
    except DefusedXmlException as error:
        raise UnreadableError(
            f"its part {name} defines entities of its own, which are not followed; save it again"
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableError(f"its part {name} is damaged ({error}); save it again") from error
    return root


def needed(root: Element | None, name: str) -> Element:
    """``root``. Raises UnreadableError where the part isn't there."""
    if root is None:
        raise UnreadableError(f"it is damaged: its part {name} is missing; save it again")
    return root
