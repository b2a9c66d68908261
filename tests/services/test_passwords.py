"""Passwords."""

from webapp.services import passwords


def test_a_password_matches_its_hash_and_no_other() -> None:
    kept = passwords.hashed("7241")
    assert passwords.matches("7241", kept)
    assert not passwords.matches("7242", kept)
    assert not passwords.matches("7241", None)
    assert not passwords.matches("7241", "not a hash")


def test_the_hash_is_argon2id_with_its_parameters_and_a_salt_of_its_own() -> None:
    first, second = passwords.hashed("7241"), passwords.hashed("7241")
    assert first.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert first != second
    assert len(first) <= 200
