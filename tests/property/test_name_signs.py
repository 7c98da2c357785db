"""What keeps two names from being compared never keeps apart what is one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.facets.bodies import body_signs, compare_bodies
from claims.facets.names import person_signs, same_person
from claims.linkage.kinds import AGREEING

PIECES = ("ka", "c", "k", "vin", "ven", "al", "dol", "berg", "burgh", "ou", "u", "ph")
words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join)
names = st.lists(words, min_size=1, max_size=3).flatmap(
    lambda found: st.sampled_from([" ".join(found), "-".join(found)])
)
bodies = st.one_of(
    names, st.sampled_from(["kd", "kad", "dolberg, us"]), names.map("{}, us".format)
)


@given(names, names)
def test_people_without_a_sign_in_common_are_two(a: str, b: str) -> None:
    if same_person(a, b).level in AGREEING:
        assert person_signs(a) & person_signs(b)


@given(bodies, bodies)
def test_bodies_without_a_sign_in_common_are_two(a: str, b: str) -> None:
    if compare_bodies(a, b).level in AGREEING:
        assert body_signs(a) & body_signs(b)
