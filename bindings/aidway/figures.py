# SPDX-License-Identifier: Apache-2.0
"""The common look of every picture, and its way into a page as SVG that is the same byte for byte."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
from markupsafe import Markup, escape
from matplotlib.figure import Figure

INK = "#1d2327"
QUIET = "#565f66"
RULE = "#c9ced1"
PAPER = "#ffffff"
# Two hues that differ in lightness too, so that they hold in grey and for the colour-blind (after Okabe and Ito).
ARM_COLOURS = {"as_signed": "#a35200", "as_kept": "#0b5a8c"}
ARM_LINES: dict[str, Any] = {"as_signed": (0, (4, 2)), "as_kept": "solid"}
DELIVERED = "#0b5a8c"
LOST = "#8f989e"
LARGEST = "#4a5157"
NOT_ASKED = "#e9ecee"  # what no convoy was asked to carry; hatched too

# Text stays text: it can be searched and read aloud. It is measured with the font that matplotlib brings along,
# so the bytes do not depend on what is installed.
LOOK: dict[str, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "aidway",
    "font.family": "DejaVu Sans",
    "font.size": 10.0,
    "text.color": INK,
    "axes.edgecolor": RULE,
    "axes.labelcolor": QUIET,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 11.5,
    "axes.titleweight": "bold",
    "axes.axisbelow": True,
    "xtick.color": RULE,
    "ytick.color": RULE,
    "xtick.labelcolor": QUIET,
    "ytick.labelcolor": QUIET,
    "xtick.labelsize": 9.0,
    "ytick.labelsize": 9.0,
    "grid.color": "#e4e7e9",
    "grid.linewidth": 0.8,
    "hatch.linewidth": 0.6,
    "figure.facecolor": PAPER,
    "savefig.facecolor": PAPER,
}
PAGE_FONT = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"


@contextmanager
def look() -> Iterator[None]:
    """Draw in the common look, whatever the reader's own settings are, and leave those as they were."""
    with mpl.rc_context():
        mpl.rcdefaults()
        for name, value in LOOK.items():
            mpl.rcParams[name] = value  # type: ignore[index]
        yield


class Picture(Figure):
    """A matplotlib figure that a notebook shows as SVG, in the common look, without pyplot."""

    def svg(self) -> str:
        """Return the figure as an SVG document; the same figure gives the same bytes."""
        with look():
            out = io.StringIO()
            self.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
        return out.getvalue()

    def _repr_svg_(self) -> str:
        return self.svg()


def inline_svg(picture: Picture, *, key: str, title: str, description: str) -> Markup:
    """Return a picture as an element for an HTML page.

    Its identifiers carry `key`, so that pictures do not collide; it scales with the page; a screen reader is given
    the title and description instead of the shapes.
    """
    body = picture.svg()
    body = body[body.index("<svg") :]
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', body)
    if box is None:
        raise ValueError("the picture has no view box")
    for element in ("metadata", "style"):  # the page states the style once
        body = re.sub(rf"<{element}\b.*?</{element}>\s*", "", body, flags=re.DOTALL)
    body = re.sub(r"\s*\n\s*", " ", body)
    body = re.sub(r'\bid="', f'id="{key}-', body)
    body = re.sub(r"url\(#", f"url(#{key}-", body)
    body = re.sub(r'(?:xlink:)?href="#', f'href="#{key}-', body)
    body = body.replace("'DejaVu Sans'", PAGE_FONT)
    inner = body[body.index(">") + 1 :]
    width = float(box.group(1)) * 96 / 72
    opening = (
        f'<svg role="img" aria-labelledby="{key}-title {key}-desc" viewBox="{box.group(0)[9:-1]}" '
        f'style="max-width:{width:.0f}px">'
        f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-desc">{escape(description)}</desc>'
    )
    return Markup(opening + inner.strip())  # noqa: S704 (matplotlib escaped the texts inside; title and desc above)
