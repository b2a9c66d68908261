"""`azimut content preview`: an author’s bench, over the very pages that students have."""

from webapp.cli.workbench.app import create_workbench

__all__ = ["create_workbench"]
