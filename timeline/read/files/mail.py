"""An e-mail, and a web page saved as one file, which is written as an e-mail with the page and its pictures in it."""

from __future__ import annotations

import email
import email.policy
import email.utils
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from pathlib import PurePosixPath

from timeline.read.contents import Contents, Dated, UnreadableError, one_line
from timeline.read.files.kinds import SUFFIXES
from timeline.read.files.lines import unwrapped
from timeline.read.files.unpacking import Unpacking

_WRAPPED = 80
"""Code points: programs that break the lines of an e-mail break them before this length."""


_NESTED = 100
"""Parts that hold parts. An e-mail that was passed on ten times has some thirty; the time they take grows faster."""


def read_mail(data: bytes, unpacking: Unpacking) -> Iterator[Contents]:
    """The text of an e-mail. What is attached to it comes from ``attached``."""
    message = _message(data)
    body = message.get_body(("plain", "html"))
    text = _text(body, unpacking) if body is not None else ""
    if not text.strip() and (body := message.get_body(("html",))) is not None:
        text = _text(body, unpacking)
    if not text.strip() and not any(True for _ in attached(data)):
        raise UnreadableError("the e-mail holds no text")
    sender = email.utils.parseaddr(str(message.get("from", "")))
    if text.strip():
        yield Contents(
            text,
            title=one_line(str(message.get("subject", ""))),
            author=one_line(sender[0] or sender[1]),
            published=_sent(message),
        )


def attached(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The name and bytes of each file attached to an e-mail that may be an article."""
    for part in _message(data).iter_attachments():
        name = PurePosixPath((part.get_filename() or "").replace("\\", "/")).name
        if PurePosixPath(name.lower()).suffix in SUFFIXES:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                yield name, content


def read_saved_page(data: bytes, unpacking: Unpacking) -> Iterator[Contents]:
    """The article of a web page that a browser saved as one file."""
    from timeline.read.files.web import web_page

    message = _message(data)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise UnreadableError("there is no page in it; save the page again")
    where = message.get("snapshot-content-location") or page.get("content-location") or ""
    url = one_line(str(where))
    address = url if url and url.startswith(("http://", "https://")) else None
    markup, encoding = _markup(page)
    yield web_page(markup, encoding, unpacking, address)


def _message(data: bytes) -> EmailMessage:
    if data.count(b"boundary=") > _NESTED:
        raise UnreadableError("its parts are nested too deeply; save it again from another program")
    return email.message_from_bytes(data, policy=email.policy.default)


def _text(part: MIMEPart, unpacking: Unpacking) -> str:
    """The text of a part; its lines put together where the sender's program broke them."""
    from timeline.read.files.markup import parsed, prose

    if part.get_content_type() == "text/html":
        return prose(parsed(_markup(part)[0], unpacking.limits)).text
    lines = _markup(part)[0].replace("\r\n", "\n").split("\n")
    if max(map(len, lines)) > _WRAPPED:
        return "\n".join(lines).strip()
    return unwrapped([lines])[0]


def _markup(part: MIMEPart) -> tuple[str, str]:
    from timeline.read.files.markup import page_text

    content = part.get_payload(decode=True)
    return page_text(content if isinstance(content, bytes) else b"", part.get_content_charset())


def _sent(message: EmailMessage) -> Dated | None:
    """The day on which the e-mail was sent, as its sender's clock said."""
    try:
        day = email.utils.parsedate_to_datetime(str(message["date"])).date() if message["date"] else None
    except (ValueError, TypeError, OverflowError):
        return None
    return Dated(day.isoformat(), "the e-mail was sent then") if day else None
