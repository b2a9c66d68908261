"""The production engine on outside data: a bank and what students would answer."""
