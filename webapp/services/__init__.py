"""Doing: one verb a function; each takes a session and never commits."""
