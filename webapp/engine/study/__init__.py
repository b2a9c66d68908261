"""The simulation study: made-up students, three worlds, and the methods side by side."""
