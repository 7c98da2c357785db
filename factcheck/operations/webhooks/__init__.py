"""Webhooks: newsroom tools are told of what happens, signed, again until they answer.

    events    the names of what can be listened to
    rules     who may have webhooks, who looks after those of others
    services  make, change, switch, test, replay: each with its audit entry
    rotation  another secret, the old one beside it for a while
    signing   secrets and headers by Standard Webhooks
    outbox    audit entries → one delivery for each webhook that listens
    delivery  one attempt: who takes it, what is logged, when it is tried again
    turns     which webhook is sent to next, by whom

What an entry means and what of it the owner may read is not known here: the caller of
`dispatch` and `deliver_due` brings it.
"""
