"""Errors are sentences of the domain: a status, a message in French, and what to do next."""


class DomainError(Exception):
    """Something a person did that cannot be done; turned into a page or fragment in one place."""

    status = 422
    message = "Cette action n’est pas possible."

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.message)
        if message is not None:
            self.message = message


class NotFound(DomainError):
    """It does not exist, or belongs to somebody else: the same thing."""

    status = 404
    message = "Cette page n’existe pas, ou appartient à quelqu’un d’autre."


class OutOfTurn(DomainError):
    """It could be done, but not now."""

    status = 409
    message = "Cette page a changé depuis que tu l’as ouverte."


class TooFast(DomainError):
    """Too many attempts; `retry_after` is in seconds."""

    status = 429
    message = "Trop d’essais : il faut attendre un peu avant de recommencer."

    def __init__(self, message: str | None = None, *, retry_after: int = 60) -> None:
        super().__init__(message)
        self.retry_after = retry_after
