"""Webhooks: newsroom tools are told of what happens, signed, again until they answer.

    events    the names of what can be listened to
    rules     who may have webhooks, who looks after those of others
    services  make, change, switch, rotate, test, replay: each with its audit entry
    signing   secrets and headers by Standard Webhooks
    outbox    audit entries → one delivery for each webhook that listens
    delivery  the attempts: who takes one, what is logged, when it is tried again

What an entry means and what of it the owner may read is not known here: the caller of
`dispatch` and `deliver_due` brings it.
"""
