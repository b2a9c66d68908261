"""`content check`: everything a machine can say of the bank before a student meets it."""

from webapp.content.checking.coverage import Coverage
from webapp.content.checking.running import Report, check

__all__ = ["Coverage", "Report", "check"]
