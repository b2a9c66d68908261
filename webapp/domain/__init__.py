"""The nouns of Azimut: frozen values without input or output."""
