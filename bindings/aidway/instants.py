# SPDX-License-Identifier: Apache-2.0
"""Instants: UTC seconds in the engine, the scenario's own clock for people."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from .errors import RequestError


def to_seconds(when: str | datetime, timezone: str) -> int:
    """Return an instant as whole UTC seconds since 1970.

    Parameters
    ----------
    when
        A `datetime`, or text such as "2016-09-12" or "2016-09-12T19:00". Without an offset it is read by the clock
        of `timezone`.
    timezone
        A name of the IANA time zone database, such as "Asia/Damascus".

    Raises
    ------
    RequestError
        If the text is no date.
    """
    if isinstance(when, str):
        try:
            moment = datetime.fromisoformat(when)
        except ValueError:
            raise RequestError(f"'{when}' is no date; write 2016-09-12 or 2016-09-12T19:00") from None
    else:
        moment = when
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZoneInfo(timezone))
    return int(moment.timestamp() // 1)


def to_local(seconds: int, timezone: str) -> datetime:
    """Return UTC seconds since 1970 on the clock of `timezone`."""
    return datetime.fromtimestamp(seconds, ZoneInfo(timezone))


def to_iso(seconds: int, timezone: str = "UTC") -> str:
    """Return UTC seconds since 1970 as ISO 8601 text with its offset; UTC unless a zone is given."""
    moment = datetime.fromtimestamp(seconds, UTC) if timezone == "UTC" else to_local(seconds, timezone)
    return moment.isoformat(timespec="seconds")
