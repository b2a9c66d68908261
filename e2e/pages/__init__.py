"""Page objects, in the words of those who use them."""
