"""Our own rule packs, one family a folder; they come in by the entry point everyone uses."""
