"""Observations and statements: what the sentences of a report say was reached and is aimed at (`sections.extract`)."""
