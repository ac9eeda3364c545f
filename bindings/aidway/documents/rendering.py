# SPDX-License-Identifier: Apache-2.0
"""Templates of documents, and texts that cannot break out of them."""

from __future__ import annotations

import re
from typing import Any

import jinja2
from markupsafe import Markup

from .. import __name__ as package
from .. import _engine
from ..errors import require_name

FORMATS = ("text", "markdown", "html")
"""The forms in which a document is given."""
# "&" and "<" would be read as HTML; what only means something where a line begins is escaped there alone.
SPECIAL = re.compile(r"([\\`*_\[\]<>&|~])")
LINE_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^(?=[-=:#+])")


def render(template: str, format_: str, **values: Any) -> str:
    """Return a document from its template of that name and format."""
    require_name("format", format_, FORMATS)
    is_page = format_ == "html"
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader(f"{package}.documents", "."),
        autoescape=is_page,  # noqa: S701 - the filter md escapes Markdown, and text is no page
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = markdown_text
    if is_page and environment.loader is not None:
        values["style"] = Markup(environment.loader.get_source(environment, "style.css")[0])  # noqa: S704 - our own
    extension = {"text": "txt", "markdown": "md", "html": "html"}[format_]
    text = environment.get_template(f"{template}.{extension}.j2").render(version=_engine.version(), **values)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def markdown_text(text: str) -> str:
    """Return a text of the scenario as Markdown that shows it and means nothing else, on one line."""
    one_line = " ".join(str(text).split())
    escaped = SPECIAL.sub(r"\\\1", one_line)
    return LINE_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else "\\", escaped)
