"""What a program does: one address an act, each the service that the page calls.

    base          how an act is asked, checked, done and answered
    asked         the bodies; lengths and choices are those of the pages' forms
    links, curation, desk, rating, verdicts, statements, articles, changes    the acts
    urls          their addresses

An answer is a receipt: what the act has changed, and the number of the entry that tells
of it. The object itself is asked for with GET, which needs the scope `read`.
"""
