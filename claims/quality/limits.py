"""What the engine cannot do, in editors' words: on the page and in the benchmarks."""

from django.utils.translation import gettext_noop as _

LIMITS = (
    _(
        "It does not say who is right. It shows that two prints cannot both be true; "
        "which one is, it has no way of knowing."
    ),
    _(
        "It overlooks most conflicts that are told in other words. It compares "
        "values, names and acts that both texts print; two accounts that share few "
        "words are not laid side by side at all. That nothing is shown does not mean "
        "that nothing differs."
    ),
    _(
        "Some conflicts it suggests are none: a figure of another quarter, a second "
        "phone call, a total beside a part. Read both sentences before you confirm."
    ),
    _(
        "It knows nothing of the world. It does not know who holds which office, does"
        " not add up, and does not see that a share and a head count tell of one "
        "quantity."
    ),
    _(
        "It misses irony, allusion and what is only implied, and it may read a "
        "rhetorical question or a quotation as a plain statement."
    ),
    _(
        "It follows “he”, “the company” and “the ministry” only where one name fits. "
        "Where two do, it leaves them open."
    ),
    _(
        "It resolves “last Thursday” by the date of publication. Without one it "
        "compares no relative dates."
    ),
    _(
        "It may take a change over time for a conflict, or the reverse, when neither "
        "text says when."
    ),
    _(
        "It reads English only. Articles in other languages are kept and shown, and "
        "nothing is compared. It reads no pictures, tables or sound."
    ),
    _(
        "It was measured on public sets of American and British news. How right it is"
        " on your outlets only your own ratings can tell."
    ),
)
