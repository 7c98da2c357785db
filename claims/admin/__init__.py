"""The admin of what is printed, made of it and judged, and of who is printed.

What the engine makes, ratings and the audit are there to look at. Every write leaves
its AuditEntry; what a claim counts follows at once.
"""

from claims.admin import judged, linked, named, outlets, printed

__all__ = ["judged", "linked", "named", "outlets", "printed"]
