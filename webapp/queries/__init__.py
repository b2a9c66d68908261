"""Reading: one file a noun, functions scoped to an owner."""
