"""The tables. Importing this package knows them all."""

from webapp.models.account import Account
from webapp.models.assessment import Answer, Assessment, Draft, EnvironmentAction, Presentation
from webapp.models.base import Base, table
from webapp.models.campaign import Campaign, Participation
from webapp.models.exposure import ExposureCount
from webapp.models.identity import Handover, IdentityAttempt
from webapp.models.learner import Learner
from webapp.models.lesson import FinishedTutorial
from webapp.models.organization import Classroom, Organization
from webapp.models.prepared import PreparedStatement, on_statement
from webapp.models.version import BankVersion, ParameterVersion

__all__ = [
    "Account",
    "Answer",
    "Assessment",
    "BankVersion",
    "Base",
    "Campaign",
    "Classroom",
    "Draft",
    "EnvironmentAction",
    "ExposureCount",
    "FinishedTutorial",
    "Handover",
    "IdentityAttempt",
    "Learner",
    "Organization",
    "ParameterVersion",
    "Participation",
    "PreparedStatement",
    "Presentation",
    "on_statement",
    "table",
]
