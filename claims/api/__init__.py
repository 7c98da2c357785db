"""The REST API under /api/v1/: one module a resource, with its shapes and filters.

Spans are half-open and count code points: of a statement in the article's text, of a
facet in the statement's quote. Numbers of facets are strings, so that no digit is lost.
Nothing of a withdrawn article and no hidden statement is ever shown. Reading follows
PUBLIC_READ; writing goes through the services.
"""
