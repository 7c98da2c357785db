"""How far raters agree: pure statistics, no Django, no I/O, no clock.

    pairs       two raters: percent, within one, Cohen's kappa
    fleiss      many raters, the same number on every item
    alpha       Krippendorff's alpha: any number of raters, missing ratings
    bootstrap   its interval

A coefficient that is not defined (nobody rated the same item, or nothing varies) is
None, never 0 and never NaN: 0 says "no better than chance", None says "cannot be told".
"""
