"""The goals of a mailbox: generic predicates with JSON arguments, each naming its failures."""

from collections.abc import Mapping

from webapp.simulators.frame import Goal
from webapp.simulators.webmail.goals import drafts, filing, rules, sending, settings, treating

GOALS: Mapping[str, Goal] = {
    "sent_one_message": sending.SENT_ONE_MESSAGE,
    "message_scheduled": sending.MESSAGE_SCHEDULED,
    "draft_sent": drafts.DRAFT_SENT,
    "messages_filed": filing.MESSAGES_FILED,
    "messages_starred": filing.MESSAGES_STARRED,
    "messages_treated": treating.MESSAGES_TREATED,
    "no_link_opened": treating.NO_LINK_OPENED,
    "rules_sort": rules.RULES_SORT,
    "vacation_set": settings.VACATION_SET,
    "signature_set": settings.SIGNATURE_SET,
}
