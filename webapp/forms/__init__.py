"""What the browser posts, parsed once into frozen values."""
