"""Reports and rows as text: one module a format, chosen in `formats`; nothing here prints."""
