"""From clean paragraphs to the outline of a report: whose it is, of which year, and its sections."""

from __future__ import annotations

from reportcli.segmentation.outlines import outline

__all__ = ["outline"]
