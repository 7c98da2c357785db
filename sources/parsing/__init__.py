"""Rows, pages and files read as pure functions over bytes and str. PURE.

No Django, no I/O, no clock, no settings: the bytes, the present time and the language
identifier come in as arguments. What cannot be read raises `Refused` with the reason in
words; the caller knows the file and the line.
"""
