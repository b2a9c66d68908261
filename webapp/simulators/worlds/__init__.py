"""Builders of initial states, for the generators of challenges."""
