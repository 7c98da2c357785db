"""What every resource of the REST API shares: who asks, what is read, how it is told.

    authentication  token, session, or name and password (for making tokens alone)
    scopes          what a token may do, on top of its user's role
    body            JSON within the limits of size and depth
    filters         query parameters: an unknown one is refused, a number has bounds
    conditional     ETag and If-None-Match of whatever is read
    tokens          /tokens/
    schema          OpenAPI document and its pages

The first three are named in the settings and imported while DRF imports its views:
they must not import those themselves.
"""
