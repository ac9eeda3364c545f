# SPDX-License-Identifier: Apache-2.0
"""Agreements as documents: one to hand over, and what one adds to, takes from and changes in another."""

from __future__ import annotations

from .comparing import AgreementDifference, diff_agreements
from .handing_over import document

__all__ = ["AgreementDifference", "diff_agreements", "document"]
