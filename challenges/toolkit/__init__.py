"""What generators share: people, places, domains, texts, options, real files."""
