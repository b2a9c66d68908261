"""Azimut: an adaptive, self-hosted test of digital skills."""
