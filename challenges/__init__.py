"""The content of Azimut: framework, journeys, challenges and tutorials."""
