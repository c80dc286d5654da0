"""From a parent to all the children, surely or probably, and never to strangers' children."""

from __future__ import annotations

from optilearn_tui.api.models import LEFT_OUT
from optilearn_tui.api.parents import Parent
from optilearn_tui.school.families import MOST_SHARING, Families, Link, LinkedBy


def parent(contact_id: str, *, email: str | None = None, mobile: str | None = None) -> Parent:
    return Parent(
        parent_contact_id=contact_id, email=email, mobile=mobile, relation="MOTHER", is_primary=True
    )


def families(**parents: tuple[Parent, ...]) -> Families:
    known = Families()
    for student, theirs in parents.items():
        known.put(student, theirs)
    return known


def children(known: Families, contact_id: str) -> dict[str, LinkedBy]:
    return {link.student_contact_id: link.linked_by for link in known.links_of(contact_id)}


def test_one_contact_leads_to_every_child_it_is_linked_to() -> None:
    known = families(
        aarav=(parent("meera"), parent("rohan")), diya=(parent("meera"),), anna=(parent("john"),)
    )

    assert children(known, "meera") == {"aarav": LinkedBy.CONTACT, "diya": LinkedBy.CONTACT}
    assert children(known, "rohan") == {"aarav": LinkedBy.CONTACT}
    assert children(known, "nobody") == {}


def test_a_link_of_the_contact_itself_knows_the_relation() -> None:
    assert families(aarav=(parent("meera"),)).links_of("meera") == (
        Link("aarav", LinkedBy.CONTACT, "MOTHER", True),
    )


def test_a_parent_entered_twice_is_known_by_e_mail_or_phone() -> None:
    known = families(
        aarav=(parent("meera-1", email="Meera@Example.com", mobile="+91 98100 00001"),),
        diya=(parent("meera-2", email="meera@example.COM"),),
        kabir=(parent("meera-3", mobile="098100-00001"),),
    )

    assert children(known, "meera-1") == {
        "aarav": LinkedBy.CONTACT,
        "diya": LinkedBy.EMAIL,
        "kabir": LinkedBy.PHONE,
    }
    assert children(known, "meera-2") == {"diya": LinkedBy.CONTACT, "aarav": LinkedBy.EMAIL}


def test_of_a_probable_child_the_relation_is_not_known() -> None:
    known = families(
        aarav=(parent("meera", mobile="98100 00001"),), diya=(parent("rohan", mobile="98100 00001"),)
    )

    (_, probable) = known.links_of("rohan")
    assert probable == Link("aarav", LinkedBy.PHONE, LEFT_OUT, LEFT_OUT)


def test_an_address_that_many_share_leads_to_nobody() -> None:
    office = {f"s{n}": (parent(f"p{n}", email="office@school.example"),) for n in range(MOST_SHARING + 1)}
    known = families(**office)
    assert children(known, "p0") == {"s0": LinkedBy.CONTACT}

    known.put("s1", ())
    assert len(children(known, "p0")) == MOST_SHARING


def test_an_address_that_is_none_leads_to_nobody() -> None:
    for email, mobile in (("", ""), ("none", "0000000000"), (" ", "12345"), ("-", "n/a")):
        known = families(
            aarav=(parent("meera", email=email, mobile=mobile),),
            anna=(parent("john", email=email, mobile=mobile),),
        )
        assert children(known, "meera") == {"aarav": LinkedBy.CONTACT}


def test_parents_who_were_left_out_share_nothing() -> None:
    known = families(aarav=(Parent(parent_contact_id="a"),), anna=(Parent(parent_contact_id="b"),))

    assert children(known, "a") == {"aarav": LinkedBy.CONTACT}


def test_a_student_read_again_has_the_parents_read_last() -> None:
    known = families(
        aarav=(parent("meera", mobile="98100 00001"),), diya=(parent("rohan", mobile="9810000001"),)
    )

    assert known.put("aarav", (parent("asha"),)) == {"meera", "asha"}

    assert children(known, "meera") == {}
    assert children(known, "rohan") == {"diya": LinkedBy.CONTACT}
    assert known.rows_of("meera") == {}
    assert [each.parent_contact_id for each in known.parents_of("aarav") or ()] == ["asha"]


def test_no_parents_and_parents_not_read_are_two_things() -> None:
    known = families(aarav=())

    assert known.parents_of("aarav") == ()
    assert known.parents_of("diya") is None


def test_a_contact_named_twice_beside_one_student_is_one_parent() -> None:
    known = families(aarav=(parent("meera"), parent("meera", mobile="98100 00001")))

    assert children(known, "meera") == {"aarav": LinkedBy.CONTACT}
    known.put("aarav", ())
    assert children(known, "meera") == {}
