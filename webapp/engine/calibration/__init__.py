"""What many answers say of the items: difficulties, the common slope, broken and unfair items."""
