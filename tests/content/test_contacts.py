"""mail-gerer-5y counts addresses by kind: each spelling is held against the rule it states."""

import pytest

from challenges.c2_1_interagir.mail_gerer_5y.generate import NO_AT, VALID, WITH_AT
from challenges.toolkit.domains import MAILBOXES


def _valid(address: str) -> bool:
    after = address.partition("@")[2]
    return address.count("@") == 1 and "." in after and not {*address} & {*" ,"}


@pytest.mark.parametrize("domain", MAILBOXES)
@pytest.mark.parametrize("login", ["ines.morvan", "leo.da-costa"])
def test_an_address_is_valid_or_has_a_sign_as_its_kind_says(login: str, domain: str) -> None:
    assert all(_valid(spelling(login, domain)) for spelling in VALID)
    assert not any(_valid(spelling(login, domain)) for spelling in (*NO_AT, *WITH_AT))
    assert all("@" in spelling(login, domain) for spelling in (*VALID, *WITH_AT))
    assert not any("@" in spelling(login, domain) for spelling in NO_AT)
