"""What the pages show: rendering, typed screens, filters."""

from webapp.ui.rendering import go_to, render, wants_fragment

__all__ = ["go_to", "render", "wants_fragment"]
